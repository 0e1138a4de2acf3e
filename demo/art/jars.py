"""Round containers: cream jar (closed and open), balm tin, candle."""

from .botanicals import curve
from .brand import sprout, wordmark
from .canvas import Drawing, ellipse_path, n
from .colour import INK, lightness, mix, shade
from .labels import accent_for, print_colours, wrap_label
from .lathe import Lathe, tilt
from .lettering import SANS, fit, write
from .materials import IVORY, STEEL, clear_glass, glass, liquid, metal, paper, wood
from .stage import BASE, CENTRE, cast, podium


def jar(d: Drawing, colour: str, tint: str, name: str, detail: str) -> None:
    """Draw a cream jar: heavy glass in the colour, turned wooden lid."""
    body = Lathe(CENTRE, [(856, 262), (880, 264), (892, 278, 900, 292, 926, 294),
                          (1190, 294), (1214, 294, 1226, 290, BASE, 280)])  # fmt: skip
    cast(d, CENTRE, BASE, 290, 560, tint, through=colour)
    body.paint(d, glass(colour))
    d.path(body.band(1188, 1230), shade(colour, -0.5), fill_opacity=0.26)
    d.glow(CENTRE + 110, 1238, 150, 20, shade(colour, 0.6), 0.45)
    wrap_label(d, body, 934, 1172, name=name, detail=detail, colour=colour)
    body.streak(d, -0.8, 0.1, 912, 1226, opacity=0.5)
    body.streak(d, -0.62, 0.04, 912, 1220, opacity=0.16)
    body.streak(d, 0.88, 0.05, 920, 1220, opacity=0.22)
    lid = Lathe(CENTRE, [(742, 274), (748, 284), (868, 284)])
    d.path(body.band(868, 886), "#1A0E06", fill_opacity=0.4)
    lid.paint(d, wood(), round_bottom=0.9)
    _grain(d, lid)
    lid.face(d, wood(), lift=0.22)
    y, r = lid.outline[0]
    for k in (0.86, 0.66, 0.45, 0.24):
        d.path(ellipse_path(CENTRE - 12 * (1 - k), y, r * k, tilt(y) * r * k), stroke="#7A5230",
               stroke_width=1.3, stroke_opacity=0.2)  # fmt: skip


def _grain(d: Drawing, lid: Lathe) -> None:
    """Draw the grain of a turned lid: long level lines that follow its curve."""
    with d.group(clip_path=d.clip(lid.silhouette(round_bottom=0.9))):
        for i in range(9):
            y = lid.top + 14 + i * (lid.bottom - lid.top) / 9
            d.path(lid.arc(y + (i % 3) * 3), stroke="#6B4526", stroke_width=n(1.2 + i % 3),
                   stroke_opacity=0.16)  # fmt: skip


def swirl(d: Drawing, cx: float, cy: float, rx: float, ry: float, colour: str) -> None:
    """Draw the surface of a cream with the whirl that a spatula leaves."""
    base = d.linear([(0, shade(colour, 0.16)), (0.55, colour), (1, shade(colour, -0.14))],
                    line=(0.1, 0, 0.9, 1))  # fmt: skip
    d.ellipse(cx, cy, rx, ry, base)
    # A spiral ridge: its outer flank looks at the light above left, its inner one away from it.
    turns = 6
    for i in range(turns):
        k = 0.93 - i * 0.83 / turns
        ox, oy = cx + rx * 0.035 * ((-1) ** i), cy + ry * 0.02 * (i % 3 - 1)
        wide = 0.4 / turns
        for share, strength in ((1.0, 1), (0.52, -1)):
            lit, dim = shade(colour, 0.34 * strength), shade(colour, -0.22 * strength)
            flank = d.linear([(0, lit), (0.45, colour), (1, dim)], line=(0.1, 0.05, 0.9, 0.95))
            r = k - (0.0 if strength > 0 else wide * 0.9)
            d.path(_ring(ox, oy, rx * r, ry * r, wide * share * rx, wide * share * ry), flank)
    d.path(
        curve((cx + rx * 0.02, cy), (cx + rx * 0.05, cy - ry * 0.16),
              (cx + rx * 0.2, cy - ry * 0.2), (cx + rx * 0.3, cy - ry * 0.12)),
        stroke=shade(colour, 0.55), stroke_width=n(ry * 0.05), stroke_linecap="round",
    )  # fmt: skip


def _ring(cx: float, cy: float, rx: float, ry: float, wx: float, wy: float) -> str:
    """Return a ring as one path whose inner ellipse runs the other way round."""
    inner_x, inner_y = max(0.5, rx - wx), max(0.5, ry - wy)
    return ellipse_path(cx, cy, rx, ry) + ellipse_path(cx, cy, -inner_x, inner_y)


def jar_open(d: Drawing, colour: str, tint: str, name: str, detail: str) -> None:
    """Draw the jar from nearer and higher, open, its lid leaning on it."""
    cream = mix(colour, "#FFF6EA", 0.55 if lightness(colour) < 0.75 else 0.2)
    cast(d, CENTRE - 100, BASE + 60, 380, 620, tint, through=colour, depth=70)
    lid_x, lid_y = CENTRE + 300, 1010
    side = wood()
    with d.group(transform=f"rotate(14 {n(lid_x)} {lid_y})"):
        d.ellipse(lid_x + 26, lid_y, 262, 300, d.linear([(o, shade(c, -0.2)) for o, c in
                                                        side.stops]))  # fmt: skip
        d.ellipse(lid_x, lid_y, 262, 300, d.linear(list(side.stops)))
        for k in (0.94, 0.8, 0.63, 0.44, 0.25):
            d.path(ellipse_path(lid_x - 6, lid_y + 6, 262 * k, 300 * k), stroke="#6B4526",
                   stroke_width=2, stroke_opacity=0.2)  # fmt: skip
        d.add(sprout(lid_x, lid_y + 36, 110, stroke="#6B4526", width=4.5))
    cx, top, r, ry = CENTRE - 110, 760.0, 372.0, 138.0
    foot = BASE + 60
    wall = (
        f"M{n(cx - r)} {top}L{n(cx - r)} {n(foot - 40)}"
        f"C{n(cx - r)} {n(foot + 50)} {n(cx - r * 0.6)} {n(foot + 84)} {n(cx)} {n(foot + 84)}"
        f"C{n(cx + r * 0.6)} {n(foot + 84)} {n(cx + r)} {n(foot + 50)} {n(cx + r)} {n(foot - 40)}"
        f"L{n(cx + r)} {top}Z"
    )
    d.path(wall, d.linear(list(glass(colour).stops)))
    d.path(ellipse_path(cx, top, r, ry), shade(colour, -0.12))
    d.path(ellipse_path(cx, top, r, ry), stroke=shade(colour, 0.45), stroke_width=5,
           stroke_opacity=0.8)  # fmt: skip
    d.path(ellipse_path(cx, top + 8, r - 34, ry - 20), shade(colour, -0.35))
    with d.group(clip_path=d.clip(ellipse_path(cx, top + 8, r - 34, ry - 20))):
        swirl(d, cx, top + 24, r - 30, ry - 18, cream)
    label = (
        f"M{n(cx - r)} {n(top + 170)}C{n(cx - r * 0.9)} {n(top + 268)} {n(cx - r * 0.5)} "
        f"{n(top + 308)} {n(cx)} {n(top + 308)}C{n(cx + r * 0.5)} {n(top + 308)} "
        f"{n(cx + r * 0.9)} {n(top + 268)} {n(cx + r)} {n(top + 170)}L{n(cx + r)} {n(foot - 52)}"
        f"C{n(cx + r * 0.9)} {n(foot + 22)} {n(cx + r * 0.5)} {n(foot + 62)} {n(cx)} {n(foot + 62)}"
        f"C{n(cx - r * 0.5)} {n(foot + 62)} {n(cx - r * 0.9)} {n(foot + 22)} {n(cx - r)} "
        f"{n(foot - 52)}Z"
    )
    d.path(label, d.linear(list(paper(IVORY).stops)))
    d.add(wordmark(cx, top + 410, 46, ink=INK, accent=accent_for(colour)))
    size, lines = fit(name, width=440, height=84, largest=52, lines=2)
    for i, line in enumerate(lines):
        write(d, line, cx, top + 486 + i * size * 1.14, size, fill=INK)
    if detail:
        write(d, detail.upper(), cx, top + 580, 20, font=SANS, fill=INK, tracking=0.14)
    d.path(
        f"M{n(cx - r * 0.88)} {n(top + 80)}L{n(cx - r * 0.8)} {n(top + 110)}L{n(cx - r * 0.8)} "
        f"{n(foot + 6)}L{n(cx - r * 0.88)} {n(foot - 20)}Z",
        "#FFFFFF",
        fill_opacity=0.34,
    )


def tin(d: Drawing, colour: str, tint: str, name: str, detail: str) -> None:
    """Draw a balm tin: the lid upright behind, the open half full of balm in front."""
    y = podium(d, tint)
    cx, cy, r = CENTRE + 20, y - 228, 226.0
    d.glow(cx + 60, y, 260, 30, "#3A2418", 0.35)
    rim = metal(STEEL)
    d.ellipse(cx + 12, cy + 2, r, r, d.linear([(o, shade(c, -0.3)) for o, c in rim.stops]))
    d.ellipse(cx, cy, r, r, d.linear(list(rim.stops), line=(0, 0, 1, 0.5)))
    d.ellipse(cx, cy, r - 13, r - 13, d.radial(
        [(0, shade(colour, 0.16)), (0.6, colour), (1, shade(colour, -0.16))],
        centre=(0.36, 0.3), radius=0.8))  # fmt: skip
    ink, accent = print_colours(colour)
    d.path(ellipse_path(cx, cy, r - 28, r - 28), stroke=accent, stroke_width=1.6)
    d.add(sprout(cx, cy - 74, 66, stroke=accent, width=3))
    d.add(wordmark(cx, cy + 14, 36, ink=ink, accent=accent))
    size, lines = fit(name, width=290, height=84, largest=40, lines=2)
    for i, line in enumerate(lines):
        write(d, line, cx, cy + 66 + i * size * 1.14, size, fill=ink)
    if detail:
        write(d, detail.upper(), cx, cy + 172, 15, font=SANS, fill=ink, tracking=0.14)
    front = Lathe(CENTRE - 150, [(y - 74, 190), (y + 6, 190)])
    cast(d, CENTRE - 150, y + 6, 190, 120, tint)
    front.paint(d, metal(STEEL), round_bottom=0.7)
    front.ring(d, y - 58, shade(STEEL, -0.4), 2, 0.6)
    front.ring(d, y - 10, shade(STEEL, -0.4), 2, 0.4)
    d.ellipse(CENTRE - 150, y - 74, 190, 44, d.linear([(o, shade(c, 0.2)) for o, c in rim.stops]))
    d.ellipse(CENTRE - 150, y - 72, 180, 38, shade(colour, -0.3))
    balm = mix(colour, "#FFF3DE", 0.25)
    with d.group(clip_path=d.clip(ellipse_path(CENTRE - 150, y - 72, 180, 38))):
        swirl(d, CENTRE - 150, y - 67, 178, 35, balm)


def candle(d: Drawing, colour: str, tint: str, name: str, detail: str) -> None:
    """Draw a burning candle: wax in the colour in a thick tumbler."""
    flame_y = 690.0
    d.glow(CENTRE, flame_y, 430, 400, "#FFD9A0", 0.5)
    body = Lathe(CENTRE, [(742, 222), (BASE, 214)])
    cast(d, CENTRE, BASE, 216, 620, tint, through=colour)
    body.paint(d, clear_glass(tint), round_bottom=0.85)
    wax = Lathe(CENTRE, [(846, 206), (1190, 200)])
    wax.paint(d, liquid(mix(colour, "#FFE9CF", 0.12)), round_bottom=0.7)
    top = d.radial([(0, shade(mix(colour, "#FFE7B8", 0.7), 0.3)),
                    (0.4, mix(colour, "#FFE1B0", 0.4)), (1, shade(colour, 0.04))],
                   centre=(0.5, 0.4), radius=0.62)  # fmt: skip
    d.ellipse(CENTRE, 846, 206, tilt(846) * 206 + 8, top)
    d.ellipse(CENTRE, 848, 118, 13, "#FFF2D6", fill_opacity=0.4)
    d.line(f"M{n(CENTRE)} 846C{n(CENTRE - 2)} 820 {n(CENTRE + 4)} 800 {n(CENTRE + 1)} 782",
           "#2A1E18", 6)  # fmt: skip
    flame = (f"M{n(CENTRE)} 796C{n(CENTRE - 34)} 784 {n(CENTRE - 30)} 728 {n(CENTRE - 4)} 640"
             f"C{n(CENTRE + 4)} 612 {n(CENTRE + 6)} 640 {n(CENTRE + 12)} 664"
             f"C{n(CENTRE + 36)} 730 {n(CENTRE + 32)} 786 {n(CENTRE)} 796Z")  # fmt: skip
    d.soft(flame, "#FFC56B", 14, fill_opacity=0.8)
    d.path(flame, d.linear([(0, "#FFE9A8"), (0.5, "#FFF6DC"), (0.85, "#FFC768"),
                            (1, "#C98A4A")], line=(0, 0, 0, 1)))  # fmt: skip
    d.ellipse(CENTRE, 742, 222, tilt(742) * 222, "none", stroke="#FFFFFF", stroke_width=4,
              stroke_opacity=0.75)  # fmt: skip
    d.line(body.arc(744), shade(tint, -0.25), 2, stroke_opacity=0.5)
    wrap_label(d, Lathe(CENTRE, [(700, 219), (1300, 214)]), 926, 1156, name=name, detail=detail,
               colour=colour)  # fmt: skip
    body.streak(d, -0.84, 0.08, 760, 1222, opacity=0.8)
    body.streak(d, -0.66, 0.035, 760, 1220, opacity=0.3)
    body.streak(d, 0.9, 0.05, 760, 1222, opacity=0.5)
    d.line(body.arc(1198), "#FFFFFF", 3, stroke_opacity=0.5)
    d.glow(CENTRE + 60, 1228, 120, 18, shade(colour, 0.4), 0.6)

"""Colour cosmetics: lipstick, pencil, palette, compact."""

import random

from .brand import sprout, wordmark
from .canvas import Drawing, ellipse_path, n, points, round_rect
from .colour import lightness, mix, shade
from .lathe import Lathe, tilt
from .lettering import SANS, fit, write, write_round
from .materials import GOLD, gloss, matte, metal
from .stage import CENTRE, cast, podium

CASE = "#2B2F2A"


def shades(colour: str, count: int = 8) -> list[str]:
    """Return ``count`` neighbours of a colour, from pale to deep, the colour itself inside."""
    light = [mix(colour, "#F7E7D8", share) for share in (0.78, 0.5, 0.24)]
    dark = [shade(mix(colour, "#5A2A1C", share), -share * 0.4) for share in (0.25, 0.5)]
    warm = [mix(colour, "#C79A62", 0.5), mix(colour, "#E8B7A0", 0.55)]
    return [light[0], warm[1], light[2], colour, light[1], warm[0], dark[0], dark[1]][:count]


def stick(d: Drawing, colour: str, tint: str, name: str, detail: str) -> None:
    """Draw a lipstick: the bullet out in its colour, the cap beside it."""
    y = podium(d, tint, half=390)
    cx, side = CENTRE - 95, CENTRE + 150
    cast(d, side, y, 84, 330, tint)
    cap = Lathe(side, [(y - 372, 78), (y - 368, 84), (y, 84)])
    cap.paint(d, gloss(CASE))
    cap.face(d, matte(CASE), lift=0.25)
    cap.ring(d, y - 26, GOLD, 5, 0.9)
    cap.streak(d, -0.62, 0.12, y - 360, y + 4, opacity=0.25)
    cast(d, cx, y, 92, 620, tint)
    skin = gloss(colour)
    path = (
        f"M{n(cx - 66)} {n(y - 462)}L{n(cx - 64)} {n(y - 620)}"
        f"C{n(cx - 64)} {n(y - 660)} {n(cx - 30)} {n(y - 716)} {n(cx + 18)} {n(y - 738)}"
        f"C{n(cx + 50)} {n(y - 750)} {n(cx + 63)} {n(y - 736)} {n(cx + 64)} {n(y - 708)}"
        f"L{n(cx + 66)} {n(y - 462)}Z"
    )
    d.path(path, d.linear(list(skin.stops)))
    facet = (
        f"M{n(cx - 60)} {n(y - 606)}C{n(cx - 62)} {n(y - 654)} {n(cx - 28)} {n(y - 712)} "
        f"{n(cx + 20)} {n(y - 734)}C{n(cx + 54)} {n(y - 746)} {n(cx + 62)} {n(y - 724)} "
        f"{n(cx + 52)} {n(y - 692)}C{n(cx + 36)} {n(y - 646)} {n(cx - 6)} {n(y - 592)} "
        f"{n(cx - 36)} {n(y - 584)}C{n(cx - 52)} {n(y - 580)} {n(cx - 60)} {n(y - 588)} "
        f"{n(cx - 60)} {n(y - 606)}Z"
    )
    d.path(facet, d.linear([(0, shade(colour, 0.34)), (0.6, shade(colour, 0.16)),
                            (1, shade(colour, -0.02))], line=(0, 0, 1, 1)))  # fmt: skip
    d.path(facet, stroke=shade(colour, 0.55), stroke_width=2, stroke_opacity=0.5)
    inner = Lathe(cx, [(y - 480, 74), (y - 476, 78), (y - 356, 78)])
    d.path(inner.band(y - 486, y - 478), "#1A0E06", fill_opacity=0.3)
    inner.paint(d, metal(GOLD))
    inner.ring(d, y - 462, shade(GOLD, -0.4), 1.6, 0.5)
    base = Lathe(cx, [(y - 362, 84), (y - 356, 92), (y, 92)])
    base.paint(d, gloss(CASE))
    base.ring(d, y - 346, GOLD, 4, 0.85)
    base.streak(d, -0.62, 0.12, y - 340, y + 4, opacity=0.25)
    d.path(base.band(y - 66, y - 20), d.linear(list(gloss(colour).stops)))
    d.add(wordmark(cx, y - 196, 26, ink="#EBD9BD", accent=GOLD))
    size, lines = fit(name, width=136, height=84, largest=27, lines=3)
    for i, line in enumerate(lines):
        write_round(d, base, line, y - 142 + i * size * 1.14 - tilt(y) * 60, size, fill="#EBD9BD")


def flat_ground(d: Drawing, tint: str) -> None:
    """Cover the drawing with a table seen from above instead of wall and floor."""
    x, y, w, h = d.view
    with d.behind():
        d.rect(x, y, w, h, d.radial(
            [(0, shade(tint, 0.3)), (0.6, shade(tint, 0.02)), (1, shade(tint, -0.1))],
            centre=(x + w * 0.2, y + h * 0.12), radius=max(w, h), user=True))  # fmt: skip


def swipe(d: Drawing, cx: float, cy: float, length: float, width: float, angle: float,
          colour: str, seed: int = 3) -> None:  # fmt: skip
    """Draw a stroke of colour as a pencil or a finger leaves it: streaks, frayed ends."""
    rng = random.Random(seed)
    with d.group(transform=f"rotate({n(angle)} {n(cx)} {n(cy)})"):
        lanes = 26
        for i in range(lanes):
            v = cy - width / 2 + width * (i + 0.5) / lanes
            bulge = 1 - (2 * (i + 0.5) / lanes - 1) ** 2
            x0 = cx - length / 2 - 26 * bulge + rng.uniform(0, 46)
            x1 = cx + length / 2 + 20 * bulge - rng.uniform(0, 90)
            tone = shade(colour, rng.uniform(-0.09, 0.12))
            bow = rng.uniform(-6, 6)
            d.line(f"M{n(x0)} {n(v)}Q{n(cx)} {n(v + bow)} {n(x1)} {n(v + bow * 0.4)}", tone,
                   width / lanes * 1.9)  # fmt: skip


def pencil(d: Drawing, colour: str, tint: str, name: str, detail: str) -> None:
    """Draw an eye or lip pencil lying on the table, its cap and a stroke beside it."""
    flat_ground(d, tint)
    swipe(d, 800, 1010, 420, 96, -58, colour)
    with d.group(transform="rotate(32 600 750)"):
        x, r = 520.0, 50.0
        for dx, dy, spread, opacity in ((40, 26, 22, 0.3), (16, 10, 9, 0.32)):
            d.soft(points([(x - r + dx, 300 + dy), (x + dx, 150 + dy), (x + r + dx, 300 + dy),
                           (x + r + dx, 1300 + dy), (x - r + dx, 1300 + dy)]),
                   "#3A2418", spread, fill_opacity=opacity)  # fmt: skip
        barrel = gloss(colour)
        d.path(round_rect(x - r, 300, 2 * r, 1000, 6), d.linear(list(barrel.stops)))
        wood_stops = [(0, "#C89A68"), (0.25, "#EBCBA0"), (0.6, "#D5AA78"), (1, "#8F683F")]
        scallop = "".join(
            f"Q{n(x - r + 2 * r * (i + 0.5) / 4)} {n(326 + (1 if i % 2 else 1) * 10)} "
            f"{n(x - r + 2 * r * (i + 1) / 4)} 300" for i in range(4)
        )  # fmt: skip
        d.path(f"M{n(x - 19)} 198L{n(x - r)} 300{scallop}L{n(x + 19)} 198Z",
               d.linear(wood_stops))  # fmt: skip
        d.path(f"M{n(x - 20)} 200C{n(x - 14)} 172 {n(x - 9)} 142 {n(x)} 138C{n(x + 9)} 142 "
               f"{n(x + 14)} 172 {n(x + 20)} 200Q{n(x)} 208 {n(x - 20)} 200Z",
               d.linear(list(matte(colour).stops)))  # fmt: skip
        d.path(round_rect(x - r - 1, 1180, 2 * r + 2, 34, 2), d.linear(list(metal(GOLD).stops)))
        d.path(round_rect(x - r, 1214, 2 * r, 92, 12), d.linear(list(gloss(CASE).stops)))
        ink = "#FBF8F3" if lightness(colour) < 0.62 else "#1E2721"
        with d.group(transform=f"rotate(90 {n(x)} 760)"):
            d.add(wordmark(x - 250, 772, 25, ink=ink, accent=ink))
            size, lines = fit(name, width=420, height=60, largest=38, lines=1)
            write(d, lines[0], x - 120, 773, size, fill=ink, anchor="start")
        cap_x = 700.0
        d.soft(round_rect(cap_x - 50 + 22, 420 + 14, 112, 330, 30), "#3A2418", 14,
               fill_opacity=0.34)  # fmt: skip
        d.path(round_rect(cap_x - 54, 420, 108, 330, 34), d.linear(list(gloss(CASE).stops)))
        d.path(round_rect(cap_x - 55, 716, 110, 34, 3), d.linear(list(metal(GOLD).stops)))


def _emboss(d: Drawing, cx: float, cy: float, size: float, colour: str) -> None:
    """Press the sprout into a powder: a dark edge up left, a light one down right."""
    wide = max(2.0, size * 0.035)
    for shift, tone, opacity in ((wide * 0.5, shade(colour, 0.5), 0.7),
                                 (-wide * 0.4, shade(colour, -0.4), 0.55)):  # fmt: skip
        d.add(f'<g opacity="{opacity}">'
              + sprout(cx + shift, cy + shift, size, stroke=tone, width=wide) + "</g>")  # fmt: skip


def palette(d: Drawing, colour: str, tint: str, name: str, detail: str) -> None:
    """Draw an open palette: eight pans in neighbours of the colour under a mirror."""
    y = podium(d, tint, half=470, height=96) + 14
    top, hinge = y - 560, y - 250
    cast(d, CENTRE, y, 372, 300, tint, depth=30)
    lid = [(268, top), (932, top), (920, hinge), (280, hinge)]
    d.path(points(lid), CASE, stroke=CASE, stroke_width=22, stroke_linejoin="round")
    d.path(points([(262, top - 7), (938, top - 7), (937, top), (263, top)]), "#8A8E86",
           fill_opacity=0.6)  # fmt: skip
    glass_fill = d.linear([(0, "#F4F1EA"), (0.35, "#CFD0C9"), (0.62, "#E9E6DE"), (1, "#A9AAA3")],
                          line=(0, 0, 1, 1))  # fmt: skip
    inside = points([(288, top + 20), (912, top + 20), (902, hinge - 18), (298, hinge - 18)])
    d.path(inside, glass_fill)
    with d.group(clip_path=d.clip(inside)):
        for x, w in ((380, 90), (500, 34), (760, 60)):
            d.path(points([(x, top), (x + w, top), (x + w - 170, hinge), (x - 170, hinge)]),
                   "#FFFFFF", fill_opacity=0.3)  # fmt: skip
        size, lines = fit(name, width=420, height=60, largest=34, lines=1)
        d.add(wordmark(CENTRE, hinge - 128, 34, ink="#3A3F39", accent="#3A3F39"))
        write(d, lines[0], CENTRE, hinge - 74, size, fill="#3A3F39", opacity=0.9)

    def place(u: float, v: float) -> tuple[float, float]:
        half = 322 + 62 * v
        return CENTRE + (2 * u - 1) * half, hinge + 16 + (y - 26 - hinge - 16) * v

    d.path(points([place(0, 0), place(1, 0), place(1, 1), place(0, 1)]), shade(CASE, 0.06),
           stroke=shade(CASE, 0.06), stroke_width=18, stroke_linejoin="round")  # fmt: skip
    edge = place(0, 1), place(1, 1)
    d.path(
        round_rect(edge[0][0] - 9, edge[0][1] + 2, edge[1][0] - edge[0][0] + 18, 34, 12),
        d.linear([(0, "#151815"), (0.2, "#5A5F58"), (0.45, "#2B2F2A"), (1, "#101210")]),
    )
    d.rect(CENTRE - 44, edge[0][1] + 8, 88, 9, GOLD, rx=4)
    d.line(f"M{n(place(0, 0)[0])} {n(hinge + 6)}L{n(place(1, 0)[0])} {n(hinge + 6)}", "#0F110F", 10)
    rng = random.Random(7)
    for i, tone in enumerate(shades(colour)):
        col, row = i % 4, i // 4
        u0, u1 = 0.03 + col * 0.2375, 0.03 + col * 0.2375 + 0.2275
        v0, v1 = (0.05, 0.45) if row == 0 else (0.53, 0.97)
        quad = [place(u0 + 0.012, v0 + 0.03), place(u1 - 0.012, v0 + 0.03),
                place(u1 - 0.012, v1 - 0.03), place(u0 + 0.012, v1 - 0.03)]  # fmt: skip
        d.path(points(quad), "#0E100E", stroke="#0E100E", stroke_width=12,
               stroke_linejoin="round")  # fmt: skip
        fill = d.linear([(0, shade(tone, 0.14)), (0.5, tone), (1, shade(tone, -0.1))],
                        line=(0, 0, 1, 1))  # fmt: skip
        d.path(points([(px, py + 2) for px, py in quad]), fill, stroke=tone, stroke_width=6,
               stroke_linejoin="round")  # fmt: skip
        mid = place((u0 + u1) / 2, (v0 + v1) / 2)
        if i in (1, 5):
            dots = "".join(
                ellipse_path(*place(rng.uniform(u0 + 0.02, u1 - 0.02),
                                    rng.uniform(v0 + 0.05, v1 - 0.05)), 1.5, 1.1)
                for _ in range(120)
            )  # fmt: skip
            d.path(dots, "#FFFFFF", fill_opacity=0.65)
        _emboss(d, mid[0], mid[1] + 8, 30 + 6 * row, tone)


def compact(d: Drawing, colour: str, tint: str, name: str, detail: str) -> None:
    """Draw an open compact: mirror upright, the pressed powder in front in its colour."""
    y = podium(d, tint)
    cx, r = CENTRE, 252.0
    my = y - 396
    cast(d, cx, y, r, 420, tint, depth=80)
    case = metal(GOLD)
    d.ellipse(cx + 8, my + 4, r + 2, 242, shade(GOLD, -0.5))
    d.ellipse(cx, my, r, 240, d.linear(list(case.stops), line=(0, 0, 1, 0.4)))
    d.ellipse(cx, my, r - 22, 218, d.linear(
        [(0, "#F6F3EC"), (0.4, "#CBCCC5"), (0.6, "#EAE7DF"), (1, "#A6A7A0")],
        line=(0, 0, 1, 1)))  # fmt: skip
    with d.group(clip_path=d.clip(ellipse_path(cx, my, r - 22, 218))):
        for x, w in ((cx - 120, 90), (cx, 30), (cx + 110, 46)):
            d.path(points([(x, my - 230), (x + w, my - 230), (x + w - 220, my + 230),
                           (x - 220, my + 230)]), "#FFFFFF", fill_opacity=0.34)  # fmt: skip
        d.add(wordmark(cx, my - 4, 36, ink="#4A4438", accent=mix(colour, "#4A4438", 0.3)))
        size, lines = fit(name, width=340, height=90, largest=36, lines=2)
        for i, line in enumerate(lines):
            write(d, line, cx, my + 58 + i * size * 1.14, size, fill="#4A4438")
        if detail:
            write(d, detail.upper(), cx, my + 146, 15, font=SANS, fill="#4A4438", tracking=0.14)
    by, ry = y - 86, 104.0
    side = (
        f"M{n(cx - r)} {n(by)}L{n(cx - r)} {n(by + 34)}C{n(cx - r)} {n(by + 34 + ry * 0.62)} "
        f"{n(cx - r * 0.56)} {n(by + 34 + ry)} {n(cx)} {n(by + 34 + ry)}C{n(cx + r * 0.56)} "
        f"{n(by + 34 + ry)} {n(cx + r)} {n(by + 34 + ry * 0.62)} {n(cx + r)} {n(by + 34)}"
        f"L{n(cx + r)} {n(by)}Z"
    )
    d.rect(cx - 40, by - ry - 14, 80, 30, d.linear(list(case.stops)), rx=6)
    d.path(side, d.linear(list(case.stops)))
    d.ellipse(cx, by, r, ry, d.linear([(o, shade(c, 0.22)) for o, c in case.stops]))
    d.ellipse(cx, by + 2, r - 24, ry - 11, shade(GOLD, -0.55))
    d.ellipse(cx, by + 5, r - 28, ry - 14, d.radial(
        [(0, shade(colour, 0.2)), (0.6, colour), (1, shade(colour, -0.14))],
        centre=(0.35, 0.3), radius=0.75))  # fmt: skip
    with d.group(transform=f"translate({n(cx)} {n(by + 14)}) scale(1 0.46)"):
        _emboss(d, 0, 20, 120, colour)
        for k in (0.9, 0.86):
            d.path(ellipse_path(0, -12, (r - 28) * k, 205 * k), stroke=shade(colour, -0.25),
                   stroke_width=3, stroke_opacity=0.4)  # fmt: skip

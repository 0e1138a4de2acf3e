"""Flexible packs: the crimped tube and the paper sachet."""

from .botanicals import bezier, blade, curve, stem_points
from .canvas import Drawing, n, points
from .colour import mix, shade
from .labels import accent_for, print_colours, print_flat, print_round
from .lathe import Lathe
from .materials import BLACK_CAP, IVORY, gloss, matte
from .stage import BASE, CENTRE, cast


def tube(d: Drawing, colour: str, tint: str, name: str, detail: str) -> None:
    """Draw a tube standing on its cap: round below, pressed flat at the crimp above."""
    cast(d, CENTRE, BASE, 148, 860, tint)
    cap = Lathe(CENTRE, [(1088, 142), (1094, 148), (BASE, 144)])
    cap.paint(d, gloss(BLACK_CAP))
    cap.ring(d, 1106, "#000000", 2, 0.4)
    d.path(cap.band(1088, 1102), "#000000", fill_opacity=0.35)
    body = Lathe(CENTRE, [(370, 190), (700, 184), (1040, 160), (1066, 158, 1080, 154, 1090, 144)])
    body.paint(d, matte(colour))
    # Towards the crimp the tube is flat: its round shading fades into one even tone.
    flat = points([(CENTRE - 190, 362), (CENTRE + 190, 362), (CENTRE + 182, 740),
                   (CENTRE - 182, 740)])  # fmt: skip
    with d.group(clip_path=d.clip(body.silhouette())):
        d.path(flat, d.linear([(0, shade(colour, 0.05), 0.85), (1, shade(colour, 0.05), 0)],
                              line=(0, 0, 0, 1)))  # fmt: skip
        for x, reach, tone, opacity in ((-120, 330, shade(colour, 0.45), 0.22),
                                        (96, 300, shade(colour, -0.45), 0.16),
                                        (150, 420, shade(colour, -0.45), 0.14)):  # fmt: skip
            d.path(points([(CENTRE + x - 26, 366), (CENTRE + x + 26, 366),
                           (CENTRE + x * 0.9, 366 + reach)]),
                   d.linear([(0, tone, opacity), (1, tone, 0)], line=(0, 0, 0, 1)))  # fmt: skip
    body.streak(d, -0.6, 0.16, 560, 1060, opacity=0.2)
    crimp = points([(CENTRE - 194, 300), (CENTRE + 194, 300), (CENTRE + 191, 372),
                    (CENTRE - 191, 372)])  # fmt: skip
    d.path(crimp, d.linear([(0, shade(colour, -0.08)), (0.2, shade(colour, 0.12)),
                            (0.7, shade(colour, -0.04)), (1, shade(colour, -0.2))]))  # fmt: skip
    ribs = "".join(f"M{n(CENTRE - 188 + i * 7.2)} 304L{n(CENTRE - 188 + i * 7.2)} 364"
                   for i in range(53))  # fmt: skip
    d.line(ribs, shade(colour, -0.4), 1.6, stroke_opacity=0.35)
    d.line(f"M{n(CENTRE - 190)} 373L{n(CENTRE + 190)} 373", shade(colour, -0.4), 2.4,
           stroke_opacity=0.4)  # fmt: skip
    d.line(f"M{n(CENTRE - 193)} 302L{n(CENTRE + 193)} 302", shade(colour, 0.5), 2,
           stroke_opacity=0.6)  # fmt: skip
    ink, accent = print_colours(colour)
    print_round(d, Lathe(CENTRE, [(300, 172), (1200, 168)]), 520, 1030, name=name, detail=detail,
                ink=ink, accent=accent)  # fmt: skip


def sachet(d: Drawing, colour: str, tint: str, name: str, detail: str) -> None:
    """Draw a paper sachet: sealed top and bottom, a wide band in the colour."""
    x0, x1, top, foot = 330.0, 870.0, 420.0, BASE + 8
    cast(d, CENTRE, BASE, 262, 760, tint, depth=16)
    teeth = 30
    upper = [(x0 + (x1 - x0) * i / teeth, top + (8 if i % 2 else 0)) for i in range(teeth + 1)]
    lower = [(x, foot - (0 if i % 2 else 8)) for i, (x, _) in enumerate(reversed(upper))]
    outline = (
        points(upper, close=False)
        + f"C{n(x1 - 2)} {n(top + 90)} {n(x1 + 12)} {n(top + 260)} {n(x1 + 9)} {n(top + 400)}"
        f"C{n(x1 + 10)} {n(foot - 220)} {n(x1 - 2)} {n(foot - 90)} {n(lower[0][0])} "
        f"{n(lower[0][1])}"
        + "".join(f"L{n(x)} {n(y)}" for x, y in lower[1:])
        + f"C{n(x0 + 2)} {n(foot - 90)} {n(x0 - 10)} {n(foot - 220)} {n(x0 - 9)} {n(top + 400)}"
        f"C{n(x0 - 12)} {n(top + 260)} {n(x0 + 2)} {n(top + 90)} {n(x0)} {n(top)}Z"
    )
    sheet = mix(IVORY, colour, 0.06)
    d.path(outline, sheet)
    with d.group(clip_path=d.clip(outline)):
        split = foot - 250
        d.rect(x0 - 20, split, x1 - x0 + 40, foot - split + 20, colour)
        d.rect(x0 - 20, top - 5, x1 - x0 + 40, 74, colour)
        _leaf_frieze(d, x0, x1, split, foot, colour)
        # The pillow: light on the left slope, shade on the right one and under the seals.
        d.rect(x0 - 20, top, x1 - x0 + 40, foot - top, d.linear(
            [(0, "#3A2418", 0.2), (0.05, "#3A2418", 0.05), (0.2, "#FFFFFF", 0.34),
             (0.4, "#FFFFFF", 0.08), (0.68, "#3A2418", 0.03), (0.92, "#3A2418", 0.2),
             (1, "#3A2418", 0.3)]))  # fmt: skip
        for y, way in ((top + 70, 1), (foot - 66, -1)):
            d.rect(x0 - 20, y if way > 0 else y - 34, x1 - x0 + 40, 34, d.linear(
                [(0, "#3A2418", 0.18 if way > 0 else 0), (1, "#3A2418", 0 if way > 0 else 0.18)],
                line=(0, 0, 0, 1)))  # fmt: skip
        for y in (top + 10, foot - 60):
            d.line("".join(f"M{n(x0 - 10)} {n(y + i * 9)}L{n(x1 + 10)} {n(y + i * 9)}"
                           for i in range(7)), "#3A2418", 1.3, stroke_opacity=0.16)  # fmt: skip
        for x, y, dx, dy in (
            (x0 + 20, top + 76, 66, 150),
            (x1 - 30, top + 78, -54, 130),
            (x0 + 34, foot - 70, 50, -120),
            (x1 - 26, foot - 70, -70, -150),
        ):
            d.path(points([(x - 8, y), (x + 10, y), (x + dx, y + dy)]), "#3A2418",
                   fill_opacity=0.07)  # fmt: skip
    d.path(points([(x1 + 1, top + 96), (x1 - 17, top + 104), (x1 + 3, top + 112)]),
           shade(tint, -0.12))  # fmt: skip
    print_flat(d, (x0 + 40, top + 90, x1 - x0 - 80, 420), name=name, detail=detail, ink="#1E2721",
               accent=accent_for(colour), largest=0.125)  # fmt: skip


def _leaf_frieze(d: Drawing, x0: float, x1: float, y0: float, y1: float, colour: str) -> None:
    """Print a row of line-drawn sprigs on the coloured band."""

    ink, _ = print_colours(colour)
    lines = []
    for i in range(7):
        x = x0 + (x1 - x0) * (i + 0.5) / 7
        height = (y1 - y0) * (0.62 if i % 2 else 0.48)
        spine = stem_points(x, y1 - 84, height, -90 + (i - 3) * 4, 0.08 * (-1) ** i)
        lines.append(curve(*spine))
        for k in range(5):
            (px, py), way = bezier(spine, 0.22 + 0.16 * k)
            for side in (-1, 1):
                lines.append(blade(px, py, 34 - 3 * k, 13, way + side * 48)[0])
    d.line("".join(lines), ink, 1.8, stroke_opacity=0.55)

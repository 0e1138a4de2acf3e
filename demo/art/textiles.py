"""Cloth: bathrobe on its peg, spa headband, drawstring pouch."""

from math import pi, sin

from .brand import sprout, wordmark
from .canvas import Drawing, n, points, round_rect
from .colour import mix, shade
from .labels import print_colours
from .lathe import Lathe
from .lettering import SANS, fit, write
from .materials import WOOD, matte, metal, wood
from .stage import BASE, CENTRE, cast, podium


def fold(d: Drawing, x0: float, y0: float, x1: float, y1: float, width: float, colour: str,
         *, bow: float = 0.0, depth: float = 1.0) -> None:  # fmt: skip
    """Draw one fold: a soft dark valley with a lit ridge at its left."""
    mx, my = (x0 + x1) / 2 + bow, (y0 + y1) / 2
    # Nested wedges fade like a blur at a tenth of its cost.
    for shift, tone, opacity, wide in ((0.0, shade(colour, -0.42), 0.34, 1.2),
                                       (-0.85, shade(colour, 0.5), 0.3, 0.95)):  # fmt: skip
        s = shift * width
        for share in (1.0, 0.74, 0.5, 0.26):
            half = width * wide * share / 2
            path = (
                f"M{n(x0 + s)} {n(y0)}Q{n(mx + s - half)} {n(my)} {n(x1 + s - half)} {n(y1)}"
                f"L{n(x1 + s + half)} {n(y1)}Q{n(mx + s + half)} {n(my)} {n(x0 + s)} {n(y0)}Z"
            )
            d.path(path, tone, fill_opacity=n(opacity * depth * 0.3))


def textile_robe(d: Drawing, colour: str, tint: str, name: str, detail: str) -> None:
    """Draw a waffle bathrobe that hangs from a wooden hanger on the wall."""
    cx = CENTRE
    robe = (
        f"M{cx - 74} 330C{cx - 150} 350 {cx - 214} 372 {cx - 240} 410"
        f"C{cx - 280} 520 {cx - 322} 700 {cx - 344} 830L{cx - 238} 866"
        f"C{cx - 226} 790 {cx - 212} 726 {cx - 196} 668"
        f"C{cx - 202} 860 {cx - 222} 1060 {cx - 236} 1270"
        f"C{cx - 120} 1296 {cx + 120} 1296 {cx + 236} 1270"
        f"C{cx + 222} 1060 {cx + 202} 860 {cx + 196} 668"
        f"C{cx + 212} 726 {cx + 226} 790 {cx + 238} 866L{cx + 344} 830"
        f"C{cx + 322} 700 {cx + 280} 520 {cx + 240} 410"
        f"C{cx + 214} 372 {cx + 150} 350 {cx + 74} 330Z"
    ).replace(".0 ", " ")
    d.soft(robe, mix(shade(tint, -0.6), "#3A2418", 0.4), 26, fill_opacity=0.4,
           transform="translate(44 26)")  # fmt: skip
    d.line(f"M{n(cx)} 232C{n(cx + 34)} 214 {n(cx + 30)} 262 {n(cx)} 268L{n(cx)} 300", "#A98B5F", 8)
    d.ellipse(cx, 226, 20, 20, d.radial([(0, "#D9B98D"), (1, "#8A6238")], centre=(0.35, 0.3)))
    d.path(f"M{n(cx)} 292C{n(cx - 90)} 306 {n(cx - 170)} 344 {n(cx - 226)} 396"
           f"L{n(cx - 214)} 410C{n(cx - 140)} 356 {n(cx - 70)} 334 {n(cx)} 326C{n(cx + 70)} 334 "
           f"{n(cx + 140)} 356 {n(cx + 214)} 410L{n(cx + 226)} 396C{n(cx + 170)} 344 "
           f"{n(cx + 90)} 306 {n(cx)} 292Z", d.linear(list(wood(WOOD).stops)))  # fmt: skip
    d.path(f"M{n(cx - 74)} 332C{n(cx - 30)} 318 {n(cx + 30)} 318 {n(cx + 74)} 332L{n(cx + 30)} 560"
           f"L{n(cx - 30)} 560Z", shade(colour, -0.36))  # fmt: skip
    d.path(robe, d.linear([(0, shade(colour, 0.02)), (0.25, shade(colour, 0.16)), (0.55, colour),
                           (1, shade(colour, -0.24))]))  # fmt: skip
    with d.group(clip_path=d.clip(robe)):
        grid = "".join(f"M{n(cx - 360)} {n(y)}L{n(cx + 360)} {n(y)}" for y in range(330, 1300, 15))
        grid += "".join(f"M{n(x)} 320L{n(x)} 1300" for x in range(int(cx) - 360, int(cx) + 361, 15))
        d.path(grid, stroke=shade(colour, -0.4), stroke_width=1.3, stroke_opacity=0.16)
        d.path(grid, stroke=shade(colour, 0.6), stroke_width=1.2, stroke_opacity=0.2,
               transform="translate(2 2)")  # fmt: skip
        for x0, y0, x1, y1, wide, bow in (
            (-150, 800, -190, 1300, 40, 14), (-86, 810, -104, 1300, 44, -10),
            (-30, 812, -34, 1300, 30, 8), (54, 812, 66, 1300, 46, 10),
            (120, 806, 158, 1300, 42, -14), (176, 800, 214, 1300, 30, 6),
            (-240, 470, -292, 850, 34, -16), (-210, 430, -210, 700, 36, -10),
            (240, 470, 296, 850, 34, 16), (204, 430, 206, 700, 40, 10),
            (-128, 380, -96, 720, 30, 6), (128, 380, 100, 720, 34, -6),
        ):  # fmt: skip
            fold(d, cx + x0, y0, cx + x1, y1, wide, colour, bow=bow)
        d.path(f"M{n(cx - 197)} 640C{n(cx - 205)} 860 {n(cx - 224)} 1060 {n(cx - 238)} 1280",
               stroke=shade(colour, -0.5), stroke_width=5, stroke_opacity=0.3)  # fmt: skip
        d.path(f"M{n(cx + 197)} 640C{n(cx + 205)} 860 {n(cx + 224)} 1060 {n(cx + 238)} 1280",
               stroke=shade(colour, -0.5), stroke_width=5, stroke_opacity=0.4)  # fmt: skip
    for side in (-1, 1):
        cuff = points([(cx + side * 344, 830), (cx + side * 238, 866), (cx + side * 246, 810),
                       (cx + side * 336, 780)])  # fmt: skip
        d.path(cuff, shade(colour, 0.12 if side < 0 else -0.14))
    right = (f"M{n(cx + 74)} 330C{n(cx + 104)} 420 {n(cx + 60)} 600 {n(cx - 10)} 790"
             f"L{n(cx - 14)} 1286L{n(cx + 24)} 1288L{n(cx + 40)} 790C{n(cx + 110)} 640 "
             f"{n(cx + 150)} 440 {n(cx + 118)} 342Z")  # fmt: skip
    left = (
        f"M{n(cx - 74)} 330C{n(cx - 100)} 420 {n(cx - 56)} 560 {n(cx + 20)} 770"
        f"L{n(cx - 20)} 800C{n(cx - 110)} 650 {n(cx - 156)} 440 {n(cx - 118)} 342Z"
    )
    d.path(left, d.linear([(0, shade(colour, 0.22)), (1, shade(colour, 0.06))]))
    d.path(left, stroke=shade(colour, -0.35), stroke_width=2, stroke_opacity=0.4)
    d.path(right, d.linear([(0, shade(colour, 0.14)), (1, shade(colour, -0.12))]))
    d.path(right, stroke=shade(colour, -0.35), stroke_width=2, stroke_opacity=0.4)
    belt = points([(cx - 206, 742), (cx + 206, 742), (cx + 208, 800), (cx - 208, 800)])
    d.soft(points([(cx - 200, 790), (cx + 200, 790), (cx + 200, 816), (cx - 200, 816)]),
           shade(colour, -0.6), 8, fill_opacity=0.35)  # fmt: skip
    d.path(belt, d.linear([(0, shade(colour, -0.02)), (0.3, shade(colour, 0.16)),
                           (1, shade(colour, -0.26))]))  # fmt: skip
    for x, y, lean in ((-24, 1080, -26), (30, 1030, 22)):
        d.path(points([(cx + x - 24, 800), (cx + x + 24, 800), (cx + x + 26 + lean, y),
                       (cx + x - 26 + lean, y + 8)]),
               d.linear([(0, shade(colour, 0.12)), (1, shade(colour, -0.2))]))  # fmt: skip
    d.path(
        round_rect(cx - 46, 734, 92, 78, 26),
        d.linear([(0, shade(colour, 0.2)), (0.5, shade(colour, 0.02)), (1, shade(colour, -0.24))]),
    )
    ink, accent = print_colours(colour)
    d.add(sprout(cx + 142, 548, 40, stroke=accent, width=2.6))
    d.add(wordmark(cx + 142, 596, 17, ink=ink, accent=accent))


def textile_band(d: Drawing, colour: str, tint: str, name: str, detail: str) -> None:
    """Draw a terry headband set on a podium, its knot in front."""
    y = podium(d, tint)
    cast(d, CENTRE, y - 4, 262, 220, tint)
    r, h = 262.0, 168.0
    back = Lathe(CENTRE, [(y - h - 20, r), (y - 20, r)])
    d.path(back.silhouette(), shade(colour, -0.2))
    d.ellipse(
        CENTRE,
        y - h - 20,
        r,
        50,
        d.linear([(0, shade(colour, -0.42)), (0.6, shade(colour, -0.2)), (1, shade(colour, -0.1))]),
    )
    front = (
        f"M{n(CENTRE - r)} {n(y - h - 20)}C{n(CENTRE - r)} {n(y - h + 16)} {n(CENTRE - 150)} "
        f"{n(y - h + 44)} {n(CENTRE)} {n(y - h + 46)}C{n(CENTRE + 150)} {n(y - h + 44)} "
        f"{n(CENTRE + r)} {n(y - h + 16)} {n(CENTRE + r)} {n(y - h - 20)}L{n(CENTRE + r)} "
        f"{n(y - 24)}C{n(CENTRE + r)} {n(y + 14)} {n(CENTRE + 150)} {n(y + 32)} {n(CENTRE)} "
        f"{n(y + 32)}C{n(CENTRE - 150)} {n(y + 32)} {n(CENTRE - r)} {n(y + 14)} {n(CENTRE - r)} "
        f"{n(y - 24)}Z"
    )
    d.path(front, d.linear(list(matte(colour).stops)))
    with d.group(clip_path=d.clip(front)):
        for k in range(7):
            t = (k - 3) / 3
            for side in (-1, 1):
                x = CENTRE + side * r
                fold(d, x, y - 70 + t * 70, CENTRE + side * 40, y - 56 + t * 26, 22, colour,
                     depth=0.9)  # fmt: skip
    for side in (-1, 1):
        for stretch, lift, tone in ((1.0, -150, 0.05), (0.92, 96, -0.05)):
            ear = (
                f"M{n(CENTRE)} {n(y - 58)}C{n(CENTRE + side * 60)} {n(y - 80 + lift * 0.5)} "
                f"{n(CENTRE + side * 130 * stretch)} {n(y - 60 + lift * 1.1)} "
                f"{n(CENTRE + side * 176 * stretch)} {n(y - 52 + lift)}"
                f"C{n(CENTRE + side * 196 * stretch)} {n(y - 30 + lift * 0.4)} "
                f"{n(CENTRE + side * 110)} {n(y - 34)} {n(CENTRE)} {n(y - 40)}Z"
            )
            light, dark = shade(colour, tone + 0.18), shade(colour, tone - 0.22)
            d.soft(ear, "#2A1A10", 9, fill_opacity=0.24, transform="translate(8 10)")
            d.path(
                ear,
                d.linear(
                    [
                        (0, light if side < 0 else dark),
                        (0.6, shade(colour, tone)),
                        (1, dark if side < 0 else shade(colour, tone - 0.1)),
                    ]
                ),
            )
            with d.group(clip_path=d.clip(ear)):
                for k in (-1, 0, 1):
                    fold(d, CENTRE + side * 20, y - 50, CENTRE + side * 170 * stretch,
                         y - 52 + lift * (0.75 + k * 0.2), 16, colour)  # fmt: skip
    d.path(round_rect(CENTRE - 50, y - 112, 100, 124, 44), d.linear(
        [(0, shade(colour, 0.22)), (0.5, colour), (1, shade(colour, -0.26))]))  # fmt: skip
    for x in (-22, 4, 26):
        fold(d, CENTRE + x, y - 104, CENTRE + x * 0.8, y + 4, 14, colour)
    d.path(points([(CENTRE + 150, y - 92), (CENTRE + 224, y - 104), (CENTRE + 224, y - 54),
                   (CENTRE + 150, y - 42)]), "#F4EEE3")  # fmt: skip
    with d.group(transform=f"skewY(-9) translate(0 {n((CENTRE + 187) * 0.1584)})"):
        d.add(wordmark(CENTRE + 187, y - 66, 15, ink="#1E2721", accent="#A8481F"))


def textile_bag(d: Drawing, colour: str, tint: str, name: str, detail: str) -> None:
    """Draw a full cotton pouch, gathered by a cord, the words printed on it."""
    cx, y = CENTRE, BASE
    cast(d, cx, y, 286, 640, tint, depth=40)
    sack = (
        f"M{n(cx - 120)} 640C{n(cx - 210)} 700 {n(cx - 300)} 820 {n(cx - 306)} 990"
        f"C{n(cx - 310)} 1120 {n(cx - 300)} 1210 {n(cx - 270)} 1250C{n(cx - 190)} 1276 "
        f"{n(cx + 190)} 1276 {n(cx + 270)} 1250C{n(cx + 302)} 1208 {n(cx + 312)} 1120 "
        f"{n(cx + 304)} 986C{n(cx + 296)} 816 {n(cx + 206)} 700 {n(cx + 120)} 640Z"
    )
    ruffle = [(cx - 116, 640.0)]
    waves = 9
    for i in range(waves + 1):
        x = cx - 190 + 380 * i / waves
        ruffle.append((x, 500 + 26 * sin(i * 2.2) + 18 * sin(pi * i / waves) - 10))
    ruffle.append((cx + 116, 640))
    text = f"M{n(ruffle[0][0])} {n(ruffle[0][1])}"
    for (ax, ay), (bx, by) in zip(ruffle, ruffle[1:], strict=False):
        text += f"C{n(ax)} {n(ay - 18)} {n(bx)} {n(by - 18)} {n(bx)} {n(by)}"
    d.path(text + "Z", d.linear([(0, shade(colour, 0.02)), (0.3, shade(colour, 0.14)),
                                 (1, shade(colour, -0.26))]))  # fmt: skip
    with d.group(clip_path=d.clip(text + "Z")):
        for i in range(10):
            x = cx - 96 + 192 * i / 9
            fold(d, x, 644, cx + (x - cx) * 1.9, 486, 26, colour)
    d.path(sack, d.linear([(0, shade(colour, -0.16)), (0.1, shade(colour, 0.02)),
                           (0.28, shade(colour, 0.18)), (0.6, colour), (0.88, shade(colour, -0.24)),
                           (1, shade(colour, -0.34))]))  # fmt: skip
    with d.group(clip_path=d.clip(sack)):
        weave = "".join(f"M{n(cx - 320)} {n(k)}L{n(cx + 320)} {n(k)}" for k in range(640, 1280, 7))
        weave += "".join(f"M{n(k)} 640L{n(k)} 1280" for k in range(int(cx) - 320, int(cx) + 321, 7))
        d.path(weave, stroke=shade(colour, -0.5), stroke_width=1, stroke_opacity=0.1)
        for i in range(11):
            x = cx - 104 + 208 * i / 10
            reach = (860, 780, 900, 800, 850, 770, 870, 790, 880, 800, 850)[i]
            fold(d, x, 648, cx + (x - cx) * 2.3, reach, 34, colour)
        fold(d, cx - 250, 1240, cx - 190, 1060, 40, colour, bow=-20)
        fold(d, cx + 262, 1240, cx + 214, 1030, 46, colour, bow=24)
        d.glow(cx, 1268, 320, 40, "#2A1A10", 0.4)
    cord = mix("#E9DCC6", colour, 0.1)
    d.line(f"M{n(cx - 122)} 640Q{n(cx)} 668 {n(cx + 122)} 640", shade(cord, -0.45), 17)
    d.line(f"M{n(cx - 122)} 636Q{n(cx)} 664 {n(cx + 122)} 636", cord, 13)
    for i in range(17):
        x = cx - 114 + i * 14.2
        sag = 14 * (1 - ((x - cx) / 122) ** 2)
        d.line(f"M{n(x - 4)} {n(632 + sag)}L{n(x + 4)} {n(644 + sag)}", shade(cord, -0.3), 1.6)
    for path, ex, ey in (
        (f"M{n(cx + 30)} 656C{n(cx + 60)} 740 {n(cx + 150)} 720 {n(cx + 158)} 836", cx + 158, 836),
        (f"M{n(cx + 20)} 656C{n(cx + 30)} 730 {n(cx + 92)} 760 {n(cx + 88)} 880", cx + 88, 880),
    ):
        d.line(path, shade(colour, -0.5), 12, stroke_opacity=0.35, transform="translate(6 7)")
        d.line(path, cord, 9)
        d.ellipse(ex, ey, 11, 12, d.linear(list(metal().stops)))
        d.path(points([(ex - 9, ey + 8), (ex + 9, ey + 8), (ex + 15, ey + 62), (ex - 15, ey + 62)]),
               d.linear([(0, shade(cord, 0.1)), (1, shade(cord, -0.25))]))  # fmt: skip
    ink, accent = print_colours(colour)
    d.add(sprout(cx - 26, 998, 76, stroke=accent, width=3.4))
    d.add(wordmark(cx - 26, 1096, 38, ink=ink, accent=accent))
    size, rows = fit(name, width=340, height=80, largest=36, lines=2)
    for i, row in enumerate(rows):
        write(d, row, cx - 26, 1148 + i * size * 1.14, size, fill=ink)
    if detail:
        write(d, detail.upper(), cx - 26, 1150 + len(rows) * size * 1.14, 14, font=SANS, fill=ink,
              tracking=0.14)  # fmt: skip

"""Bottles: dropper, pump, shampoo or tonic bottle, spray, nail lacquer."""

from math import pi, sin

from .canvas import Drawing, ellipse_path, n, round_rect
from .colour import lightness, mix, shade
from .labels import print_colours, print_flat, print_round, wrap_label
from .lathe import Lathe, tilt
from .materials import (
    BLACK_CAP,
    GOLD,
    IVORY,
    STEEL,
    clear_glass,
    glass,
    gloss,
    liquid,
    matte,
    metal,
    paper,
    wood,
)  # fmt: skip
from .stage import BASE, CENTRE, cast


def _thread(d: Drawing, body: Lathe, y0: float, y1: float, count: int = 30) -> None:
    """Draw the upright grooves of a screw cap, closer together towards the edges."""
    dark, light = [], []
    for i in range(count + 1):
        at = sin(-pi / 2 + pi * i / count) * 0.985
        x = body.cx + body.radius(y0) * at
        drop = tilt(y0) * body.radius(y0) * (1 - at * at) ** 0.5
        dark.append(f"M{n(x)} {n(y0 + drop)}L{n(x)} {n(y1 + drop)}")
        light.append(f"M{n(x + 2.4)} {n(y0 + drop)}L{n(x + 2.4)} {n(y1 + drop)}")
    d.line("".join(dark), "#000000", 1.8, stroke_opacity=0.3)
    d.line("".join(light), "#FFFFFF", 1.2, stroke_opacity=0.12)


def dropper(d: Drawing, colour: str, tint: str, name: str, detail: str) -> None:
    """Draw a serum bottle: glass in the colour, ribbed collar, rubber bulb."""
    body = Lathe(CENTRE, [(566, 68), (606, 68), (640, 72, 648, 104, 676, 150),
                          (704, 190, 728, 202, 776, 202), (BASE, 202)])  # fmt: skip
    cast(d, CENTRE, BASE, 202, 860, tint, through=colour)
    body.paint(d, glass(colour))
    pipette = Lathe(CENTRE + 4, [(600, 17), (800, 17), (1080, 13), (1130, 7)])
    pipette.paint(d, clear_glass(mix(colour, "#FFFFFF", 0.5)), opacity=0.2)
    _thick_bottom(d, body, colour)
    body.streak(d, -0.72, 0.17, 690, 1215, opacity=0.62)
    body.streak(d, -0.46, 0.05, 670, 1200, opacity=0.22)
    body.streak(d, 0.8, 0.07, 720, 1205, opacity=0.2, colour=shade(colour, 0.6))
    wrap_label(d, body, 812, 1150, name=name, detail=detail, colour=colour)
    body.streak(d, -0.72, 0.15, 805, 1160, opacity=0.16, fade=(0.02, 0.02))
    bulb = Lathe(CENTRE, [(276, 16), (270, 46, 284, 66, 330, 68), (380, 70), (430, 74),
                          (446, 60), (462, 60)])  # fmt: skip
    bulb.paint(d, matte(BLACK_CAP))
    bulb.streak(d, -0.5, 0.16, 288, 440, opacity=0.16)
    collar = Lathe(CENTRE, [(458, 88), (462, 94), (566, 94)])
    d.path(body.band(566, 586, grow=1), "#1A0E06", fill_opacity=0.35)
    collar.paint(d, metal(GOLD))
    collar.ring(d, 476, shade(GOLD, -0.45), 1.6, 0.6)
    _thread(d, collar, 482, 548)
    collar.ring(d, 556, shade(GOLD, -0.45), 1.6, 0.5)


def _thick_bottom(d: Drawing, body: Lathe, colour: str) -> None:
    """Draw the heavy foot of a glass body: a darker lens with a light caught in it."""
    y = body.bottom
    r = body.radius(y)
    d.path(body.band(y - 34, y), shade(colour, -0.5), fill_opacity=0.34)
    d.line(body.arc(y - 34), shade(colour, 0.4), 2.4, stroke_opacity=0.4)
    d.glow(body.cx + r * 0.35, y + tilt(y) * r * 0.55, r * 0.5, 16, shade(colour, 0.65), 0.5)


def pump(d: Drawing, colour: str, tint: str, name: str, detail: str) -> None:
    """Draw a lotion bottle: soft-touch body in the colour, gold collar, swan-neck pump."""
    body = Lathe(CENTRE, [(566, 60), (580, 96, 586, 180, 634, 188),
                          (652, 192), (690, 194), (BASE, 194)])  # fmt: skip
    cast(d, CENTRE, BASE, 194, 900, tint)
    body.paint(d, matte(colour), round_bottom=0.9)
    body.streak(d, -0.52, 0.2, 640, 1225, opacity=0.2)
    body.streak(d, 0.93, 0.05, 660, 1215, opacity=0.16)
    ink, accent = print_colours(colour)
    print_round(d, body, 740, 1190, name=name, detail=detail, ink=ink, accent=accent)
    cap = BLACK_CAP if lightness(colour) > 0.42 else IVORY
    rod = Lathe(CENTRE, [(396, 17), (500, 17)])
    rod.paint(d, metal(STEEL))
    collar = Lathe(CENTRE, [(474, 40), (480, 62), (500, 76), (566, 76)])
    d.path(body.band(566, 580), "#1A0E06", fill_opacity=0.25)
    collar.paint(d, metal(GOLD))
    collar.ring(d, 512, shade(GOLD, -0.4), 1.6, 0.6)
    collar.ring(d, 556, shade(GOLD, -0.4), 1.6, 0.5)
    stops = list(gloss(cap).stops)
    spout = (
        "M566 344C520 338 470 340 436 352C412 360 402 376 400 410L424 414"
        "C428 392 434 384 452 380C490 372 530 374 566 380Z"
    )
    d.path(spout, d.linear([(0, shade(cap, 0.2)), (0.45, cap), (1, shade(cap, -0.35))],
                           line=(0, 0, 0, 1)))  # fmt: skip
    d.path("M424 366C450 354 500 350 560 353L560 358C500 356 456 360 426 374Z", "#FFFFFF",
           fill_opacity=0.3)  # fmt: skip
    d.ellipse(412, 412, 12, 4, shade(cap, -0.5))
    head = Lathe(CENTRE, [(340, 50), (344, 54), (392, 54), (402, 40)])
    head.paint(d, gloss(cap))
    d.ellipse(CENTRE, 340, 50, 5, d.linear([(o, shade(c, 0.15)) for o, c in stops]))


def bottle(d: Drawing, colour: str, tint: str, name: str, detail: str) -> None:
    """Draw a tall bottle: glass in the colour with a turned wooden cap."""
    body = Lathe(CENTRE, [(520, 62), (548, 62), (590, 64, 604, 168, 668, 180),
                          (690, 184, 700, 186, 740, 186), (BASE, 186)])  # fmt: skip
    cast(d, CENTRE, BASE, 186, 900, tint, through=colour)
    body.paint(d, glass(colour))
    _thick_bottom(d, body, colour)
    body.streak(d, -0.74, 0.15, 640, 1220, opacity=0.6)
    body.streak(d, -0.5, 0.05, 620, 1210, opacity=0.2)
    body.streak(d, 0.82, 0.07, 660, 1205, opacity=0.22, colour=shade(colour, 0.6))
    wrap_label(d, body, 772, 1160, name=name, detail=detail, colour=colour)
    body.streak(d, -0.74, 0.13, 765, 1170, opacity=0.16, fade=(0.02, 0.02))
    cap = Lathe(CENTRE, [(352, 78), (356, 84), (520, 84)])
    d.path(body.band(520, 536, grow=1), "#1A0E06", fill_opacity=0.35)
    cap.paint(d, wood())
    clip = d.clip(cap.silhouette())
    with d.group(clip_path=clip):
        for i, x in enumerate((-70, -52, -37, -18, -4, 17, 31, 49, 66)):
            d.line(f"M{n(CENTRE + x)} 345C{n(CENTRE + x + 7 - 3 * (i % 4))} 400 "
                   f"{n(CENTRE + x - 6 + 4 * (i % 3))} 470 {n(CENTRE + x + 3)} 535",
                   "#6B4526", 1.6 + i % 3, stroke_opacity=0.2)  # fmt: skip
    cap.face(d, wood(), lift=0.2)


def spray(d: Drawing, colour: str, tint: str, name: str, detail: str) -> None:
    """Draw a perfume or mist: heavy clear glass, liquid in the colour, metal sprayer."""
    body = Lathe(CENTRE, [(600, 60), (616, 62), (628, 120, 632, 196, 676, 204),
                          (690, 206), (BASE, 206)])  # fmt: skip
    cast(d, CENTRE, BASE, 206, 800, tint, through=colour)
    body.paint(d, clear_glass(tint), round_bottom=0.9)
    inner = Lathe(CENTRE, [(742, 182), (1176, 182)])
    inner.paint(d, liquid(colour), round_bottom=0.7)
    surface = [(0, shade(colour, -0.1)), (0.5, shade(colour, 0.28)), (1, shade(colour, 0.1))]
    d.ellipse(CENTRE, 742, 182, tilt(742) * 182, d.linear(surface))
    d.line(f"M{n(CENTRE + 8)} 640L{n(CENTRE + 22)} 1150", shade(colour, -0.25), 5,
           stroke_opacity=0.45)  # fmt: skip
    d.line(f"M{n(CENTRE + 6)} 640L{n(CENTRE + 20)} 1150", "#FFFFFF", 1.5, stroke_opacity=0.5)
    d.path(body.band(1196, 1228), "#FFFFFF", fill_opacity=0.22)
    d.glow(CENTRE + 70, 1222, 120, 20, shade(colour, 0.3), 0.7)
    d.line(body.arc(1200), "#FFFFFF", 3, stroke_opacity=0.6)
    body.streak(d, -0.86, 0.09, 660, 1225, opacity=0.85)
    body.streak(d, -0.66, 0.05, 690, 1215, opacity=0.3)
    body.streak(d, 0.9, 0.06, 690, 1220, opacity=0.7)
    patch = Lathe(CENTRE, [(600, 150), (BASE, 150)])
    edge = patch.band(850, 1108)
    d.path(edge, d.linear(list(paper(IVORY).stops)))
    print_round(
        d,
        patch,
        846,
        1112,
        name=name,
        detail=detail,
        ink="#1E2721",
        accent=shade(colour, -0.35) if lightness(colour) > 0.6 else colour,
        mark=False,
    )
    collar = Lathe(CENTRE, [(560, 76), (606, 76)])
    collar.paint(d, metal(GOLD))
    cap = Lathe(CENTRE, [(372, 70), (376, 76), (556, 76)])
    cap.paint(d, metal(GOLD))
    cap.ring(d, 548, shade(GOLD, -0.5), 2, 0.7)
    cap.face(d, metal(GOLD), lift=0.25)


def nail(d: Drawing, colour: str, tint: str, name: str, detail: str) -> None:
    """Draw a nail lacquer: square glass full of the colour, tall tapered cap."""
    top, half = 800.0, 168.0
    cast(d, CENTRE, BASE, half, 640, tint, through=colour, depth=20)
    d.path(round_rect(CENTRE - half, top, half * 2, BASE + 10 - top, 42),
           d.linear(list(clear_glass(tint).stops)))  # fmt: skip
    d.path(round_rect(CENTRE - half + 13, top + 13, half * 2 - 26, BASE - 40 - top, 34),
           d.linear(list(gloss(colour).stops)))  # fmt: skip
    d.path(round_rect(CENTRE - half + 13, BASE - 70, half * 2 - 26, 43, 30),
           shade(colour, -0.4), fill_opacity=0.35)  # fmt: skip
    d.path(round_rect(CENTRE - half + 20, BASE - 20, half * 2 - 40, 18, 9), "#FFFFFF",
           fill_opacity=0.5)  # fmt: skip
    d.path(round_rect(CENTRE - half + 30, top + 36, 30, BASE - 160 - top, 15), "#FFFFFF",
           fill_opacity=0.4)  # fmt: skip
    d.path(round_rect(CENTRE + half - 26, top + 46, 9, BASE - 180 - top, 5), "#FFFFFF",
           fill_opacity=0.45)  # fmt: skip
    ink, _ = print_colours(colour)
    d.path(ellipse_path(CENTRE, top + 6, 66, 10), "#1A0E06", fill_opacity=0.4)
    print_flat(d, (CENTRE - 128, top + 60, 256, BASE - 110 - top), name=name, detail=detail,
               ink=ink, accent=ink, mark=False)  # fmt: skip
    neck = Lathe(CENTRE, [(768, 58), (802, 58)])
    neck.paint(d, metal(GOLD))
    cap = Lathe(CENTRE, [(362, 44), (366, 52), (768, 70)])
    cap.paint(d, gloss(BLACK_CAP))
    cap.face(d, matte(BLACK_CAP), lift=0.2)
    cap.ring(d, 744, GOLD, 5, 0.9)

"""Drawn people: heads and shoulders in flat shapes with few features, lit from the left.

Units: the head is 200 wide and 262 high around (0, 0); shoulders end at y = 460.
"""

from .botanicals import blossom, leaf
from .canvas import Drawing, ellipse_path, n, points
from .colour import mix, shade
from .hair import hair_back, hair_front
from .looks import Person


def _face(man: bool) -> str:
    jaw = 74 if man else 62
    return (
        f"M-98 -30C-100 -96 -58 -132 0 -132C58 -132 100 -96 98 -30C97 22 92 52 {jaw} 88"
        f"C46 118 24 130 0 130C-24 130 -46 118 -{jaw} 88C-92 52 -97 22 -98 -30Z"
    )


def _body(d: Drawing, who: Person, end: float) -> None:
    """Draw neck, shoulders and clothes, down to ``end``."""
    skin, cloth = who.skin, who.cloth
    wide = 252 if who.man else 222
    neck = 56 if who.man else 46
    torso = (
        f"M-{wide} {n(end)}L-{wide} 420"
        f"C-{wide} 330 -{wide - 24} 270 -{wide - 90} 244C-110 226 -70 216 -{neck} 196"
        f"L{neck} 196C70 216 110 226 {wide - 90} 244C{wide - 24} 270 {wide} 330 "
        f"{wide} 420L{wide} {n(end)}Z"
    )
    d.path(torso, skin)
    d.path(f"M-{neck} 80L-{neck} 214C-40 250 40 250 {neck} 214L{neck} 80Z", skin)
    d.path(f"M-{neck} 112C-30 150 40 152 {neck} 96L{neck} 150C30 172 -20 168 -{neck} 136Z",
           shade(skin, -0.18), fill_opacity=0.75)  # fmt: skip
    clip = d.clip(torso)
    necklines = {
        "crew": "C-64 250 -40 268 0 268C40 268 64 250",
        "vee": "L0 350L",
        "collar": "L0 300L",
        "blazer": "L0 420L",
        "shawl": "C-60 300 -20 330 0 330C20 330 60 300",
        "apron": "C-64 262 -40 286 0 286C40 286 64 262",
    }
    with d.group(clip_path=clip):
        edge = necklines[who.garment]
        under = mix(cloth, "#FBF8F3", 0.75) if who.garment in ("blazer", "apron") else cloth
        if who.garment == "blazer":
            d.path(f"M-300 2000L-300 200L-{neck + 14} 200C-60 262 -30 290 0 290C30 290 60 262 "
                   f"{neck + 14} 200L300 200L300 2000Z", under)  # fmt: skip
        d.path(f"M-300 2000L-300 190L-{neck + 14} 200{edge} {neck + 14} 200L300 190L300 2000Z",
               under if who.garment == "apron" else cloth)  # fmt: skip
        d.path(
            "M84 2000L84 440C124 380 150 310 150 190L300 190L300 2000Z", "#1A120C", fill_opacity=0.1
        )
        if who.garment == "collar":
            for side in (-1, 1):
                d.path(points([(side * (neck + 12), 188), (side * 8, 306), (side * 64, 330),
                               (side * 92, 214)]), shade(cloth, 0.16))  # fmt: skip
            d.line("M0 306L0 2000", shade(cloth, -0.3), 3)
            d.path("".join(ellipse_path(9, y, 5, 5) for y in (350, 410)), shade(cloth, -0.35))
        if who.garment == "blazer":
            for side in (-1, 1):
                d.path(points([(side * (neck + 16), 196), (side * 4, 430), (side * 78, 372),
                               (side * 66, 340), (side * 104, 326), (side * 104, 220)]),
                       shade(cloth, 0.1 if side < 0 else -0.08))  # fmt: skip
        if who.garment == "shawl":
            for k in range(5):
                d.line(f"M-{250 - 6 * k} {300 + 36 * k}C-120 {350 + 40 * k} 120 {350 + 40 * k} "
                       f"{250 - 6 * k} {300 + 36 * k}",
                       ("#E9DDCB", "#A8481F", "#D8B98C")[k % 3] if k % 2 == 0
                       else shade(cloth, -0.3), 7 if k % 2 == 0 else 3)  # fmt: skip
        if who.garment == "apron":
            d.path(
                points([(-96, 330), (96, 330), (128, 520), (128, 2000), (-128, 2000), (-128, 520)]),
                cloth,
            )
            d.line("M-92 332L-70 210M92 332L70 210", cloth, 18)
            d.line("M-84 344L84 344", shade(cloth, 0.3), 2.5, stroke_dasharray="7 6")
            leaf(d, -12, 430, 62, 26, -62, mix(cloth, "#FBF8F3", 0.6))


def _features(d: Drawing, who: Person) -> None:
    """Draw brows, eyes, nose, mouth: a few quiet strokes."""
    skin = who.skin
    ink = mix("#2A1C16", skin, 0.12)
    line = shade(skin, -0.34)
    brow = mix(who.hair, "#2A1C16", 0.45)
    for side in (-1, 1):
        d.glow(side * 56, 40, 34, 24, mix("#C4553A", skin, 0.3), 0.32)
        rise = 4 if who.man else 9
        d.line(f"M{side * 64} {-30}C{side * 52} {-38 - rise} {side * 38} {-39 - rise} {side * 24} "
               f"{-33 - rise / 3}", brow, 7 if who.man else 5)  # fmt: skip
        d.ellipse(side * 42, -4, 7.2, 8.4, ink)
        d.ellipse(side * 42 - 2.4, -7, 2.2, 2.4, "#FFFFFF", fill_opacity=0.85)
        d.line(f"M{side * 57} {-8}C{side * 50} {-17} {side * 36} {-17} {side * 28} {-8}", ink,
               4.2 if not who.man else 3)  # fmt: skip
        if who.elder:
            d.line(
                f"M{side * 66} 4C{side * 72} 8 {side * 76} 12 {side * 78} 18M{side * 44} 50"
                f"C{side * 50} 58 {side * 52} 66 {side * 50} 76",
                line,
                2,
                stroke_opacity=0.5,
            )
    d.line("M2 -8C6 12 14 24 12 32C10 40 0 42 -8 39", line, 3.6)
    lips = mix("#A33D32", skin, 0.25 if not who.man else 0.55)
    d.path("M-30 70C-18 66 -8 64 0 68C8 64 18 66 30 70C18 90 -18 90 -30 70Z", lips)
    d.path("M-26 71C-10 76 10 76 26 71C14 80 -14 80 -26 71Z",
           "#FFF8F0" if not who.beard else shade(lips, -0.2), fill_opacity=0.9)  # fmt: skip
    d.line("M-33 68C-32 70 -30 71 -28 71M33 68C32 70 30 71 28 71", line, 3)
    if who.glasses:
        for side in (-1, 1):
            d.path(ellipse_path(side * 43, -3, 33, 30), "#FFFFFF", fill_opacity=0.14,
                   stroke="#3A2A20", stroke_width=4.5)  # fmt: skip
        d.line("M-10 -6C-4 -11 4 -11 10 -6M-76 -8L-96 -14M76 -8L96 -14", "#3A2A20", 4)


def draw_person(
    d: Drawing, x: float, y: float, scale: float, who: Person, *, end: float = 470.0
) -> None:
    """Draw ``who`` with the middle of the head at (x, y); the body is cut at ``end``."""
    skin = who.skin
    with d.group(transform=f"translate({n(x)} {n(y)}) scale({scale:.4f})"):
        hair_back(d, who)
        _body(d, who, end)
        for side in (-1, 1):
            d.ellipse(side * 98, 4, 17, 26, shade(skin, -0.05 if side < 0 else -0.16))
        face = _face(who.man)
        d.path(face, skin)
        with d.group(clip_path=d.clip(face)):
            d.path("M34 -150C70 -60 66 60 10 140L140 140L140 -150Z", shade(skin, -0.16),
                   fill_opacity=0.34)  # fmt: skip
            d.glow(-50, -40, 70, 90, shade(skin, 0.4), 0.28)
            if who.beard:
                d.path("M-104 10C-84 30 -78 54 -52 58C-30 44 30 44 52 58C78 54 84 30 104 10"
                       "L104 150L-104 150Z", who.hair, fill_opacity=0.9)  # fmt: skip
        _features(d, who)
        hair_front(d, who)
        if who.earrings:
            for side in (-1, 1):
                d.path(ellipse_path(side * 104, 46, 10, 17), stroke="#C9A26B", stroke_width=5)
        if who.flower:
            blossom(d, 92, -86, 42, "#D98C76")
            leaf(d, 112, -60, 50, 22, 40, "#5E7361")

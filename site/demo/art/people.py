"""Drawn people: heads and shoulders in flat shapes with few features, lit from the left.

Units: the head is 200 wide and 262 high around (0, 0); shoulders end at y = 460.
"""

import random
from dataclasses import dataclass

from .botanicals import blossom, leaf
from .canvas import Drawing, ellipse_path, n, points
from .colour import lightness, mix, shade

SKINS = ("#EBC3A4", "#E3B28F", "#CF9770", "#B87D56", "#9A6442", "#7A4B32", "#5B3726")
HAIRS = ("#241C1A", "#3A2620", "#54352A", "#7A4C32", "#9A6A3E", "#8C8781", "#D2CCC3")
CLOTHES = ("#A8481F", "#5E7361", "#E9DDCB", "#2F3D35", "#C98F6B", "#8E3B2A", "#D8B98C", "#6C7F8A",
           "#7B5A6B", "#F4EEE3")  # fmt: skip
LONG = ("waves", "straight", "bun", "braid", "curls", "bob", "afro", "scarf", "pony", "side")
SHORT = ("crop", "quiff", "waves_short", "bald", "curls_short", "grey_side")
GARMENTS = ("crew", "vee", "collar", "blazer", "shawl", "apron")


@dataclass(frozen=True)
class Person:
    """What somebody looks like; ``man`` chooses brows, jaw and neck, not clothes."""

    skin: str
    hair: str
    style: str
    garment: str
    cloth: str
    man: bool
    beard: bool
    glasses: bool
    earrings: bool
    flower: bool
    elder: bool


def person_for(seed: str, kind: str = "") -> Person:
    """Return the person of ``seed``; ``kind`` "m" or "f" keeps to short or to long hair."""
    rng = random.Random(f"raiz {seed}")
    man = kind == "m" or (kind != "f" and rng.random() < 0.36)
    skin = rng.choice(SKINS)
    elder = rng.random() < 0.2
    hair = rng.choice(HAIRS[5:] if elder else HAIRS[: 3 if lightness(skin) < 0.62 else 5])
    return Person(
        skin=skin,
        hair=hair,
        style=rng.choice(SHORT if man else LONG),
        garment=rng.choice(GARMENTS if not man else ("crew", "collar", "blazer", "apron", "crew")),
        cloth=rng.choice([c for c in CLOTHES if abs(lightness(c) - lightness(skin)) > 0.1]),
        man=man,
        beard=man and rng.random() < 0.5,
        glasses=rng.random() < 0.26,
        earrings=not man and rng.random() < 0.7,
        flower=not man and rng.random() < 0.22,
        elder=elder,
    )


def _face(man: bool) -> str:
    jaw = 74 if man else 62
    return (
        f"M-98 -30C-100 -96 -58 -132 0 -132C58 -132 100 -96 98 -30C97 22 92 52 {jaw} 88"
        f"C46 118 24 130 0 130C-24 130 -46 118 -{jaw} 88C-92 52 -97 22 -98 -30Z"
    )


def _hair_back(d: Drawing, who: Person) -> None:
    """Draw the hair that falls behind neck and shoulders."""
    hair, dark = who.hair, shade(who.hair, -0.2)
    shapes = {
        "waves": "M-118 -40C-134 -160 -60 -186 0 -186C66 -186 134 -156 120 -36"
        "C112 30 150 70 138 140C130 196 160 220 140 268C96 300 -96 300 -142 264C-160 216 -128 190 -140 138"
        "C-152 70 -112 30 -118 -40Z",
        "straight": "M-114 -40C-128 -158 -62 -182 0 -182C62 -182 128 -158 114 -40L126 250"
        "C80 272 -80 272 -126 250Z",
        "braid": "M-112 -40C-124 -156 -60 -180 0 -180C60 -180 124 -156 112 -40"
        "C112 40 126 60 118 96C112 120 92 110 84 60L-84 60C-92 100 -108 90 -108 40Z",
        "bob": "M-118 -40C-130 -158 -64 -184 0 -184C64 -184 132 -158 120 -40C116 20 128 70 116 120"
        "C80 142 -80 142 -118 120C-128 70 -114 20 -118 -40Z",
        "side": "M-114 -40C-126 -160 -58 -184 4 -184C70 -184 126 -156 116 -40C112 40 176 90 170 190"
        "C166 262 120 300 70 296C60 200 60 120 40 60L-100 60Z",
        "bun": "M-106 -40C-118 -152 -58 -172 0 -172C58 -172 118 -152 106 -40L96 40L-96 40Z",
        "pony": "M-108 -40C-122 -156 -60 -178 0 -178C60 -178 120 -156 108 -40L100 40L-96 40Z",
        "scarf": "M-110 -40C-122 -150 -60 -176 0 -176C60 -176 122 -150 110 -40L100 60L-100 60Z",
    }
    if who.style in ("bun", "scarf"):
        d.ellipse(8, -196, 62, 56, hair if who.style == "bun" else who.cloth)
        d.path("M-40 -196C-20 -226 40 -230 58 -196", stroke=shade(hair, 0.2), stroke_width=4,
               stroke_opacity=0.5)  # fmt: skip
    if who.style == "pony":
        d.path("M60 -140C150 -150 178 -60 160 40C156 100 176 150 150 196C120 160 120 100 116 40"
               "C112 -30 100 -80 60 -100Z", dark)  # fmt: skip
    if who.style in ("afro", "curls"):
        rng = random.Random(9)
        big = who.style == "afro"
        ring = "".join(
            ellipse_path(x + rng.uniform(-8, 8), y + rng.uniform(-8, 8), r, r)
            for x, y, r in (
                (-116, -60, 62), (-96, -130, 66), (-40, -172, 70), (34, -176, 70), (98, -134, 66),
                (120, -60, 62), (-122, 10, 54), (126, 12, 54), (0, -110, 120),
                *(((-128, 80, 52), (132, 84, 52), (-120, 140, 46), (124, 144, 46), (-84, 60, 60),
                   (88, 60, 60)) if not big else ((-104, 50, 40), (108, 52, 40))),
            )
        )  # fmt: skip
        d.path(ring, dark)
        return
    if who.style in shapes:
        d.path(shapes[who.style], dark)


def _hair_front(d: Drawing, who: Person) -> None:
    """Draw the hair over forehead and temples, with a few lines of light."""
    hair, light = who.hair, shade(who.hair, 0.22)
    parted = (
        "M-106 20C-124 -110 -78 -166 -2 -168C78 -168 126 -112 106 20C100 -20 96 -52 78 -78"
        "C40 -84 6 -98 -14 -126C-30 -92 -62 -74 -84 -64C-96 -40 -102 -14 -106 20Z"
    )
    shapes = {
        "waves": parted,
        "straight": "M-106 60C-122 -110 -76 -164 0 -166C76 -166 122 -110 106 60"
        "C104 -10 92 -60 60 -92C30 -104 12 -112 0 -128C-12 -112 -30 -104 -60 -92C-92 -60 -104 -10 -106 60Z",
        "bun": "M-102 -20C-112 -120 -64 -160 0 -162C64 -160 112 -120 102 -20C92 -70 62 -104 0 -108"
        "C-62 -104 -92 -70 -102 -20Z",
        "braid": parted,
        "pony": "M-103 -16C-114 -122 -64 -164 2 -164C68 -162 112 -120 103 -16C96 -60 78 -92 40 -106"
        "C0 -90 -60 -84 -84 -56C-94 -44 -100 -32 -103 -16Z",
        "bob": "M-108 60C-124 -108 -76 -166 0 -166C76 -166 124 -108 110 60C112 10 100 -40 88 -64"
        "C30 -58 -30 -62 -86 -74C-98 -36 -104 10 -108 60Z",
        "side": "M-104 10C-122 -112 -70 -168 6 -168C82 -166 124 -110 110 40C104 -10 96 -44 82 -66"
        "C20 -64 -40 -84 -62 -116C-72 -74 -92 -52 -104 10Z",
        "curls": "",
        "afro": "",
        "crop": "M-101 -14C-112 -120 -66 -160 0 -162C66 -160 112 -120 101 -14C97 -44 90 -70 76 -88"
        "C40 -100 -40 -100 -76 -88C-90 -70 -97 -44 -101 -14Z",
        "quiff": "M-101 -6C-112 -96 -88 -150 -30 -164C30 -186 104 -160 108 -96"
        "C106 -60 104 -30 101 -6C96 -40 90 -62 78 -80C30 -74 -20 -92 -52 -112C-70 -92 -94 -60 -101 -6Z",
        "waves_short": "M-102 0C-124 -60 -110 -140 -58 -156C-20 -190 40 -184 66 -158"
        "C116 -142 122 -60 102 0C98 -34 92 -56 80 -72C56 -66 40 -92 10 -82"
        "C-16 -96 -40 -70 -78 -80C-92 -56 -98 -34 -102 0Z",
        "grey_side": "M-100 0C-112 -116 -66 -158 6 -160C74 -158 110 -112 100 0C96 -40 88 -66 72 -86"
        "C20 -84 -40 -96 -58 -116C-72 -84 -92 -60 -100 0Z",
    }
    style = who.style
    if style == "bald":
        d.path(
            "M-99 -10C-103 -40 -100 -60 -92 -76C-94 -50 -93 -30 -92 -6Z"
            "M99 -10C103 -40 100 -60 92 -76C94 -50 93 -30 92 -6Z",
            hair,
            fill_opacity=0.6,
        )
        return
    if style in ("curls", "afro", "curls_short"):
        spots = ((-84, -92, 34), (-50, -118, 38), (-6, -128, 40), (40, -122, 38), (80, -96, 34),
                 (-100, -48, 24), (100, -48, 24))  # fmt: skip
        d.path("".join(ellipse_path(x, y, r, r) for x, y, r in spots), hair)
        rings = "".join(f"M{n(x - r * 0.5)} {n(y)}C{n(x - r * 0.5)} {n(y - r * 0.6)} "
                        f"{n(x + r * 0.3)} {n(y - r * 0.7)} {n(x + r * 0.5)} {n(y - r * 0.2)}"
                        for x, y, r in spots)  # fmt: skip
        d.line(rings, light, 3, stroke_opacity=0.5)
        return
    if style == "scarf":
        d.path("M-104 -6C-122 -120 -66 -168 0 -168C66 -168 122 -120 104 -6C96 -56 60 -92 0 -94"
               "C-60 -92 -96 -56 -104 -6Z", who.cloth)  # fmt: skip
        for k in range(3):
            d.path(f"M-98 {-40 - 20 * k}C-70 {-110 - 14 * k} 50 {-124 - 14 * k} 98 {-40 - 20 * k}",
                   stroke=shade(who.cloth, 0.3), stroke_width=3, stroke_opacity=0.6)  # fmt: skip
        return
    d.path(shapes[style], hair)
    if style in ("waves", "straight", "braid", "bob", "side", "pony", "bun"):
        d.line("M-92 -50C-92 -104 -58 -142 -16 -148M-98 -30C-100 -90 -74 -130 -44 -144", light, 4,
               stroke_opacity=0.5)  # fmt: skip
    else:
        d.line("M-80 -108C-60 -138 -20 -150 20 -148", light, 4, stroke_opacity=0.45)
    if style == "braid":
        for k in range(6):
            d.ellipse(
                112 - 2 * k, 80 + 36 * k, 27 - 1.5 * k, 32, hair if k % 2 else shade(hair, 0.05)
            )
            d.line(f"M{92 - 2 * k} {70 + 36 * k}C{106 - 2 * k} {92 + 36 * k} {124 - 2 * k} "
                   f"{88 + 36 * k} {132 - 2 * k} {68 + 36 * k}", shade(hair, -0.35), 2.4,
                   stroke_opacity=0.6)  # fmt: skip
        d.ellipse(100, 296, 12, 14, who.cloth)


def _body(d: Drawing, who: Person) -> None:
    """Draw neck, shoulders and clothes."""
    skin, cloth = who.skin, who.cloth
    wide = 252 if who.man else 222
    neck = 56 if who.man else 46
    torso = (
        f"M-{wide} 470C-{wide} 330 -{wide - 24} 270 -{wide - 90} 244C-110 226 -70 216 -{neck} 196"
        f"L{neck} 196C70 216 110 226 {wide - 90} 244C{wide - 24} 270 {wide} 330 {wide} 470Z"
    )
    d.path(torso, skin)
    d.path(f"M-{neck} 80L-{neck} 214C-40 250 40 250 {neck} 214L{neck} 80Z", skin)
    d.path(f"M-{neck} 112C-30 150 40 152 {neck} 96L{neck} 150C30 172 -20 168 -{neck} 136Z",
           shade(skin, -0.18), fill_opacity=0.75)  # fmt: skip
    clip = d.clip(torso.replace("M-", "M-", 1))
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
            d.path(f"M-300 480L-300 200L-{neck + 14} 200C-60 262 -30 290 0 290C30 290 60 262 "
                   f"{neck + 14} 200L300 200L300 480Z", under)  # fmt: skip
        d.path(f"M-300 480L-300 190L-{neck + 14} 200{edge} {neck + 14} 200L300 190L300 480Z",
               under if who.garment == "apron" else cloth)  # fmt: skip
        d.path("M60 480C110 400 150 320 150 190L300 190L300 480Z", "#1A120C", fill_opacity=0.1)
        if who.garment == "collar":
            for side in (-1, 1):
                d.path(points([(side * (neck + 12), 188), (side * 8, 306), (side * 64, 330),
                               (side * 92, 214)]), shade(cloth, 0.16))  # fmt: skip
            d.line("M0 306L0 480", shade(cloth, -0.3), 3)
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
            d.path(points([(-96, 330), (96, 330), (120, 480), (-120, 480)]), cloth)
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


def draw_person(d: Drawing, x: float, y: float, scale: float, who: Person) -> None:
    """Draw ``who`` with the middle of the head at (x, y)."""
    skin = who.skin
    with d.group(transform=f"translate({n(x)} {n(y)}) scale({scale:.4f})"):
        _hair_back(d, who)
        _body(d, who)
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
        _hair_front(d, who)
        if who.earrings:
            for side in (-1, 1):
                d.path(ellipse_path(side * 104, 46, 10, 17), stroke="#C9A26B", stroke_width=5)
        if who.flower:
            blossom(d, 92, -86, 42, "#D98C76")
            leaf(d, 112, -60, 50, 22, 40, "#5E7361")

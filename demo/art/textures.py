"""Swatches: what a product holds, seen from near in its own colour."""

import random
from math import cos, pi, sin
from zlib import crc32

from .botanicals import blob, curve, leaf, petals, sprig
from .canvas import Drawing, ellipse_path, n
from .colour import lightness, mix, shade
from .jars import swirl
from .makeup import flat_ground, swipe
from .strokes import powder, smear
from .weaves import cloth, gift


def paint(d: Drawing, shape: str, colour: str, tint: str, name: str) -> None:
    """Draw the swatch of ``shape`` on a table in ``tint``."""
    rng = random.Random(crc32(f"{shape} {name}".encode()))
    if shape.startswith("textile"):
        cloth(d, shape, colour)
        return
    if shape == "box_set":
        gift(d, colour)
        return
    flat_ground(d, tint)
    if shape in ("pump", "tube", "jar"):
        cream = mix(colour, "#FFF6EA", 0.5) if lightness(colour) < 0.72 else colour
        smear(d, cream, rng)
    elif shape == "stick":
        smear(d, colour, rng, ridges=13)
    elif shape in ("dropper", "spray", "bottle"):
        drops(d, colour, tint, rng, fine=shape == "spray")
    elif shape == "nail":
        lacquer(d, colour, rng)
    elif shape in ("palette", "compact"):
        powder(d, colour, rng, many=shape == "palette")
    elif shape == "pencil":
        for i, (length, wide) in enumerate(((760, 150), (700, 84), (640, 40), (560, 16))):
            swipe(d, 600 - 20 * i, 420 + 250 * i - 18 * i * i, length, wide, -9,
                  shade(colour, 0.05 * i), seed=i + 2)  # fmt: skip
    elif shape == "sachet":
        herbs(d, colour, rng)
    elif shape == "soap":
        lather(d, colour, rng)
    else:
        balm(d, colour, shape)


def drop(d: Drawing, outline: str, box: tuple[float, float, float], colour: str) -> None:
    """Draw one drop of liquid: dark towards the light, bright where the light leaves it."""
    x, y, r = box
    with d.behind():
        d.soft(outline, shade(mix(colour, "#3A2418", 0.4), -0.35), max(3.0, r * 0.07),
               fill_opacity=0.4, transform=f"translate({n(r * 0.1)} {n(r * 0.13)})")  # fmt: skip
    d.path(outline, d.linear(
        [(0, shade(colour, -0.24)), (0.38, shade(colour, 0.02)), (0.8, shade(colour, 0.34)),
         (1, shade(colour, 0.18))], line=(0.15, 0.05, 0.85, 1)))  # fmt: skip
    with d.group(clip_path=d.clip(outline)):
        d.glow(x + r * 0.35, y + r * 0.42, r * 0.8, r * 0.6, shade(colour, 0.72), 0.85)
        d.path(outline, stroke=shade(colour, -0.45), stroke_width=n(max(1.5, r * 0.05)),
               stroke_opacity=0.5)  # fmt: skip
    d.soft(
        f"M{n(x - r * 0.62)} {n(y - r * 0.08)}C{n(x - r * 0.58)} {n(y - r * 0.42)} "
        f"{n(x - r * 0.3)} {n(y - r * 0.64)} {n(x + r * 0.02)} {n(y - r * 0.62)}",
        "none", max(1.0, r * 0.022), stroke="#FFFFFF", stroke_width=n(max(2.0, r * 0.1)),
        stroke_opacity=0.92, stroke_linecap="round",
    )  # fmt: skip
    if r > 40:
        d.ellipse(x + r * 0.28, y - r * 0.5, r * 0.06, r * 0.05, "#FFFFFF", fill_opacity=0.9)


def drops(d: Drawing, colour: str, tint: str, rng: random.Random, *, fine: bool) -> None:
    """Draw drops on the table: a pool and beads, or for a mist many fine ones."""
    big = [(470, 640, 250, 0.92), (860, 1010, 160, 0.95), (290, 1110, 118, 0.9),
           (900, 420, 92, 0.96), (640, 1270, 70, 0.95), (1010, 700, 46, 1.0)]  # fmt: skip
    if fine:
        big = [(430, 560, 118, 0.95), (780, 860, 140, 0.94), (330, 1060, 84, 0.95),
               (900, 420, 64, 1.0), (700, 1240, 56, 1.0)]  # fmt: skip
    taken: list[tuple[float, float, float]] = [(x, y, r) for x, y, r, _ in big]
    small = []
    for _ in range(900 if fine else 160):
        r = rng.choice((7, 9, 12, 16, 24, 34)) * (0.8 if fine else 1)
        x, y = rng.uniform(70, 1130), rng.uniform(90, 1410)
        if all((x - a) ** 2 + (y - b) ** 2 > (r + c + 12) ** 2 for a, b, c in taken):
            taken.append((x, y, r))
            small.append((x, y, r))
        if len(small) >= (64 if fine else 18):
            break
    for x, y, r, flat in big:
        drop(
            d, blob(rng, x, y, r, r * flat, 0.09 if r > 100 else 0.04, 8), (x, y, r * 0.95), colour
        )
    for x, y, r in small:
        d.ellipse(x + r * 0.2, y + r * 0.26, r, r * 0.95, "#3A2418", fill_opacity=0.16)
        d.ellipse(x, y, r, r * 0.96, d.linear(
            [(0, shade(colour, -0.22)), (0.45, shade(colour, 0.1)), (1, shade(colour, 0.5))],
            line=(0.1, 0, 0.9, 1)))  # fmt: skip
        d.ellipse(x - r * 0.34, y - r * 0.38, r * 0.24, r * 0.18, "#FFFFFF", fill_opacity=0.9)


def lacquer(d: Drawing, colour: str, rng: random.Random) -> None:
    """Draw poured lacquer: one glossy ribbon that thins out, and two drops."""
    shape = (
        "M470 -60C520 150 400 300 380 470C350 690 560 720 640 880C720 1040 640 1180 560 1190"
        "C470 1200 430 1110 470 1010C520 890 330 860 270 640C220 460 330 220 280 -60Z"
    )
    d.soft(shape, shade(mix(colour, "#3A2418", 0.5), -0.4), 18, fill_opacity=0.42,
           transform="translate(24 28)")  # fmt: skip
    d.path(
        shape,
        d.linear(
            [(0, shade(colour, 0.12)), (0.4, colour), (1, shade(colour, -0.24))],
            line=(0, 0, 1, 0.6),
        ),
    )
    with d.group(clip_path=d.clip(shape)):
        d.soft(shape, "none", 12, stroke=shade(colour, -0.5), stroke_width=34, stroke_opacity=0.5)
        for path, wide, opacity in (
            ("M320 -60C360 170 270 380 300 560C320 690 400 770 480 850", 20, 0.85),
            ("M356 -60C390 170 310 360 330 520", 7, 0.5),
            ("M520 1030C490 1090 500 1140 540 1150", 15, 0.8),
            ("M600 900C640 980 640 1060 610 1110", 8, 0.3),
        ):
            d.soft(path, "none", 3, stroke="#FFFFFF", stroke_width=wide, stroke_opacity=opacity,
                   stroke_linecap="round")  # fmt: skip
    for x, y, r in ((840, 610, 128), (900, 1080, 74), (300, 1260, 52), (760, 300, 34)):
        outline = blob(rng, x, y, r, r * 0.95, 0.04, 8)
        drop(d, outline, (x, y, r), shade(colour, -0.06))


def herbs(d: Drawing, colour: str, rng: random.Random) -> None:
    """Draw loose dried leaves and petals, in the colour and its neighbours."""
    tones = [colour, shade(colour, -0.14), shade(colour, 0.16), mix(colour, "#8A7348", 0.5),
             mix(colour, "#C9A46A", 0.55)]  # fmt: skip
    for i in range(120):
        a, r = rng.uniform(0, 2 * pi), 520 * rng.random() ** 0.62
        x, y = 600 + r * 0.92 * cos(a), 770 + r * 1.05 * sin(a)
        long = rng.uniform(70, 150)
        turn = rng.uniform(0, 360)
        d.glow(x + 10, y + 14, long * 0.7, long * 0.42, "#3A2418", 0.2)
        leaf(d, x, y, long, long * rng.uniform(0.3, 0.48), turn, rng.choice(tones),
             bend=rng.uniform(-0.16, 0.16), veins=4, line=1.8)  # fmt: skip
        if i % 9 == 4:
            petals(d, x, y, 6, 44, 24, mix(colour, "#F3D9A8", 0.75), squash=0.8, turn=turn)
            d.ellipse(x, y, 10, 9, "#C98F1E")
    sprig(d, 300, 1250, 620, -52, shade(colour, 0.04), pairs=7, size=0.24, slim=0.4, veins=4,
          line=5)  # fmt: skip


def lather(d: Drawing, colour: str, rng: random.Random) -> None:
    """Draw lather: a bank of bubbles, large ones in front."""
    pale = mix(colour, "#FFFFFF", 0.72)
    bank = blob(rng, 600, 800, 500, 520, 0.12, 11)
    with d.behind():
        d.soft(bank, "#3A2418", 26, fill_opacity=0.24, transform="translate(26 34)")
        d.soft(bank, shade(pale, 0.2), 22)
    rows = []
    for _ in range(620):
        a, k = rng.uniform(0, 2 * pi), rng.random() ** 0.55
        rows.append((600 + 500 * k * cos(a), 800 + 520 * k * sin(a),
                     rng.choice((10, 12, 14, 16, 20, 24, 30, 40, 58))))  # fmt: skip
    rows.sort(key=lambda row: row[2])
    skin = d.radial([(0, "#FFFFFF", 0.1), (0.62, pale, 0.3), (0.86, shade(colour, 0.3), 0.55),
                     (0.95, "#FFFFFF", 0.9), (1, shade(colour, 0.1), 0.55)],
                    centre=(0.56, 0.58), radius=0.56)  # fmt: skip
    for x, y, r in rows:
        d.ellipse(x, y, r, r, skin)
        d.ellipse(x - r * 0.38, y - r * 0.42, r * 0.2, r * 0.13, "#FFFFFF", fill_opacity=0.9)
        d.path(
            curve(
                (x + r * 0.1, y + r * 0.74),
                (x + r * 0.4, y + r * 0.7),
                (x + r * 0.66, y + r * 0.44),
                (x + r * 0.72, y + r * 0.1),
            ),
            stroke="#FFFFFF",
            stroke_width=n(max(1.2, r * 0.06)),
            stroke_opacity=0.6,
        )


def balm(d: Drawing, colour: str, shape: str) -> None:
    """Draw the open tin or the burning candle from above, the colour filling the picture."""
    soft = mix(colour, "#FFF0D8", 0.22)
    d.glow(640, 820, 640, 640, "#3A2418", 0.5)
    rim = [(0, "#F2F0EB"), (0.4, "#B9B7B2"), (0.6, "#E9E7E2"), (1, "#7F7D78")]
    if shape == "candle":
        rim = [(0, "#FFFFFF"), (0.4, "#DDD8CF"), (0.6, "#F7F4EE"), (1, "#B5AEA2")]
    d.ellipse(600, 760, 520, 520, d.linear(rim, line=(0, 0, 1, 1)))
    d.ellipse(600, 760, 488, 488, shade(colour, -0.34))
    if shape == "candle":
        d.ellipse(606, 768, 480, 480, d.radial(
            [(0, shade(mix(colour, "#FFE0A0", 0.6), 0.3)), (0.34, mix(colour, "#FFDFAE", 0.42)),
             (0.42, mix(colour, "#FFE9CF", 0.14)), (1, shade(colour, -0.1))]))  # fmt: skip
        d.path(ellipse_path(604, 766, 206, 200), stroke="#FFFFFF", stroke_width=5,
               stroke_opacity=0.5)  # fmt: skip
        d.soft("M440 690C470 610 540 580 610 576", "none", 4, stroke="#FFFFFF", stroke_width=14,
               stroke_opacity=0.7, stroke_linecap="round")  # fmt: skip
        d.line("M604 770L612 716", "#2A1E18", 13)
        flame = "M610 736C560 726 566 640 606 530C660 640 664 722 610 736Z"
        d.glow(608, 640, 260, 260, "#FFD08A", 0.75)
        d.path(flame, d.linear([(0, "#FFE9A8"), (0.5, "#FFF8E2"), (1, "#FFC468")],
                               line=(0, 0, 0, 1)))  # fmt: skip
        return
    with d.group(clip_path=d.clip(ellipse_path(606, 768, 480, 480))):
        swirl(d, 606, 768, 484, 484, soft)

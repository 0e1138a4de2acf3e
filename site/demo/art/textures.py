"""Swatches: what a product holds, seen from near in its own colour."""

import random
from math import cos, pi, sin
from zlib import crc32

from .botanicals import bezier, blob, curve, leaf, petals, sprig
from .canvas import Drawing, ellipse_path, n, points
from .colour import lightness, mix, shade
from .jars import swirl
from .makeup import flat_ground, shades, swipe
from .weaves import cloth, gift

Point = tuple[float, float]


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


def _across(spine: list[Point], offset: float, t: float) -> Point:
    """Return the point at ``t`` of a stroke, ``offset`` across it; the stroke narrows late."""
    (x, y), way = bezier(spine, min(1.0, t))
    wide = 0.8 + 0.24 * sin(pi * min(1.0, t * 1.5 + 0.12)) - 0.34 * max(0.0, t - 0.45) ** 1.3
    a = way * pi / 180 + pi / 2
    return x + offset * wide * cos(a), y + offset * wide * sin(a)


def _lane(spine: list[Point], offset: float, t0: float, t1: float) -> str:
    """Return a line along the stroke at ``offset`` across it."""
    return points([_across(spine, offset, t0 + (t1 - t0) * i / 30) for i in range(31)], close=False)


def smear(d: Drawing, colour: str, rng: random.Random, *, ridges: int = 8) -> None:
    """Draw cream drawn out with a spatula: ridges along the stroke, torn where it ends."""
    spine = [(190.0, 1010.0), (300.0, 470.0), (660.0, 330.0), (1085.0, 640.0)]
    half, lanes = 215.0, 120
    tears = [(rng.uniform(9, 30), rng.uniform(0, 6.28)) for _ in range(3)]

    def ends(v: float) -> tuple[float, float]:
        torn = sum(0.018 * sin(f * v + p) for f, p in tears)
        return 0.15 * (1 - max(0.0, 1 - v * v) ** 0.5), 0.95 - 0.16 * v * v + torn

    across = [-0.995 + 1.99 * i / 60 for i in range(61)]
    left = [_across(spine, v * half, ends(v)[0]) for v in reversed(across)]
    top = [_across(spine, -half, ends(-0.995)[0] + i / 30 * (ends(-0.995)[1] - ends(-0.995)[0]))
           for i in range(31)]  # fmt: skip
    right = [_across(spine, v * half, ends(v)[1]) for v in across]
    low = [_across(spine, half, ends(0.995)[1] + i / 30 * (ends(0.995)[0] - ends(0.995)[1]))
           for i in range(31)]  # fmt: skip
    outline = points([*left, *top, *right, *low])
    for dx, dy, spread, opacity in ((30, 36, 24, 0.26), (9, 13, 8, 0.34)):
        d.soft(outline, shade(mix(colour, "#3A2418", 0.6), -0.4), spread, fill_opacity=opacity,
               transform=f"translate({dx} {dy})")  # fmt: skip
    d.path(outline, shade(colour, -0.1))
    waves = [(rng.uniform(0.85, 1.2) * ridges * k, rng.uniform(0, 6.28), w)
             for k, w in ((0.4, 0.3), (1.0, 0.36), (2.4, 0.26), (5.1, 0.16))]  # fmt: skip
    for i in range(lanes):
        v = -1 + 2 * (i + 0.5) / lanes
        slope = -0.75 * v - 0.55 * v**7 + sum(w * sin(f * v + p) for f, p, w in waves)
        level = max(-0.34, min(0.6, slope * (0.48 if slope > 0 else 0.3)))
        t0, t1 = ends(v)
        x0, y0 = _across(spine, v * half, t0)
        x1, y1 = _across(spine, v * half, t1)
        # Where the stroke bends away from the light its ridges lose their contrast.
        tone = d.linear([(0, shade(colour, level + 0.06 if level < 0.5 else level)),
                         (0.55, shade(colour, level)), (1, shade(colour, level * 0.55 - 0.07))],
                        line=(x0, y0, x1, y1), user=True)  # fmt: skip
        d.path(_lane(spine, v * half, t0 + rng.uniform(0, 0.005), t1 - rng.uniform(0, 0.02)),
               stroke=tone, stroke_width=n(2 * half / lanes * 1.8), stroke_linecap="round")  # fmt: skip
    for v, opacity, wide, t0, t1 in (
        (-0.8, 0.6, 8, 0.12, 0.6),
        (-0.5, 0.4, 5, 0.1, 0.8),
        (-0.14, 0.3, 4, 0.06, 0.5),
        (0.3, 0.3, 4, 0.1, 0.62),
    ):
        d.soft(_lane(spine, v * half, t0, t1), "none", 3, stroke="#FFFFFF", stroke_width=wide,
               stroke_opacity=opacity, stroke_linecap="round")  # fmt: skip
    # The rim that the spatula pushed up where it set down.
    heap = points([_across(spine, v * half * 0.96, ends(v)[0] + 0.012) for v in across[4:-6]],
                  close=False)  # fmt: skip
    d.soft(heap, "none", 7, stroke=shade(colour, 0.2), stroke_width=34, stroke_linecap="round")
    heap = points([_across(spine, v * half * 0.9, ends(v)[0] + 0.012) for v in across[8:-26]],
                  close=False)  # fmt: skip
    d.soft(heap, "none", 4, stroke=shade(colour, 0.6), stroke_width=11, stroke_linecap="round")
    _dab(d, 560, 1180, 96, colour)
    _dab(d, 860, 1090, 50, colour)
    _dab(d, 760, 1290, 30, colour)


def _dab(d: Drawing, x: float, y: float, r: float, colour: str) -> None:
    """Draw a small heap of cream whose peak leans over."""
    d.glow(x + r * 0.3, y + r * 0.36, r * 1.5, r * 1.1, "#3A2418", 0.4)
    d.ellipse(x, y, r, r * 0.86, d.radial(
        [(0, shade(colour, 0.42)), (0.45, shade(colour, 0.08)), (1, shade(colour, -0.2))],
        centre=(0.34, 0.28), radius=0.8))  # fmt: skip
    for k, level in ((0.72, -0.12), (0.66, 0.22), (0.4, -0.08), (0.34, 0.34)):
        ring = (
            f"M{n(x - r * k)} {n(y + r * 0.06)}C{n(x - r * k)} {n(y - r * k * 0.72)} "
            f"{n(x + r * k * 0.6)} {n(y - r * k * 0.95)} {n(x + r * k * 0.86)} {n(y - r * k * 0.2)}"
        )
        d.soft(ring, "none", r * 0.045, stroke=shade(colour, level), stroke_width=n(r * 0.1),
               stroke_linecap="round")  # fmt: skip


def drop(d: Drawing, outline: str, box: tuple[float, float, float], colour: str) -> None:
    """Draw one drop of liquid: dark towards the light, bright where the light leaves it."""
    x, y, r = box
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


def powder(d: Drawing, colour: str, rng: random.Random, *, many: bool) -> None:
    """Draw pressed powder: swept by a finger, with crumbs and dust around."""
    tones = shades(colour, 6)[1:6] if many else [colour]
    rows = len(tones)
    for row, tone in enumerate(tones):
        cy = 750 if rows == 1 else 260 + 245 * row
        tall = 360 if rows == 1 else 120
        specks: dict[int, list[str]] = {}
        for _ in range(5200 // rows):
            u, v = rng.random(), rng.gauss(0, 0.36)
            x = 190 + 820 * u**0.9 + rng.gauss(0, 24)
            y = cy + v * tall * (0.75 + 0.4 * sin(u * pi)) - 60 * (u - 0.5)
            r = rng.choice((1.6, 2.2, 3, 4.4, 7)) * (1.25 if rows == 1 else 0.9)
            key = rng.randrange(6)
            specks.setdefault(key, []).append(
                f"M{n(x - r)} {n(y)}L{n(x)} {n(y - r * 0.8)}L{n(x + r)} {n(y)}L{n(x)} {n(y + r * 0.8)}Z"
            )
        body = blob(rng, 590, cy, 400, tall * 0.52, 0.08, 12)
        d.soft(body, "#3A2418", 16, fill_opacity=0.22, transform="translate(14 18)")
        d.soft(body, tone, 13)
        for lane in range(14):
            v = cy - tall * 0.4 + tall * 0.8 * lane / 13
            d.soft(f"M{n(230 + rng.uniform(0, 60))} {n(v + 26)}Q600 {n(v - 8)} "
                   f"{n(960 - rng.uniform(0, 70))} {n(v - 30)}", "none", 4,
                   stroke=shade(tone, rng.uniform(-0.12, 0.16)), stroke_width=n(tall * 0.06),
                   stroke_opacity=0.5)  # fmt: skip
        for key, paths in sorted(specks.items()):
            d.path("".join(paths), shade(tone, -0.2 + 0.09 * key),
                   fill_opacity=0.8 if key else 0.5)  # fmt: skip
        for _ in range(9 if rows == 1 else 3):
            x, y = rng.uniform(180, 1020), cy + rng.choice((-1, 1)) * tall * rng.uniform(0.5, 0.85)
            r = rng.uniform(12, 34)
            crumb = [(x + r * rng.uniform(0.7, 1.1) * cos(a), y + r * rng.uniform(0.6, 1) * sin(a))
                     for a in (0.2, 1.1, 2.2, 3.3, 4.2, 5.3)]  # fmt: skip
            d.soft(points(crumb), "#3A2418", 4, fill_opacity=0.3, transform="translate(6 8)")
            d.path(points(crumb), shade(tone, -0.14))
            d.path(points([crumb[2], crumb[3], crumb[4], crumb[5], (x, y)]), shade(tone, 0.16))


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
        d.path(curve((x + r * 0.1, y + r * 0.74), (x + r * 0.4, y + r * 0.7),
                     (x + r * 0.66, y + r * 0.44), (x + r * 0.72, y + r * 0.1)),
               stroke="#FFFFFF", stroke_width=n(max(1.2, r * 0.06)), stroke_opacity=0.6)  # fmt: skip


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

"""Swatches drawn out on the table: cream by a spatula, powder by a finger."""

import random
from math import cos, pi, sin

from .botanicals import Point, bezier, blob
from .canvas import Drawing, n, points
from .colour import mix, shade
from .makeup import shades


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
    with d.behind():
        _fall(d, outline, colour)
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
        d.path(
            _lane(spine, v * half, t0 + rng.uniform(0, 0.005), t1 - rng.uniform(0, 0.02)),
            stroke=tone,
            stroke_width=n(2 * half / lanes * 1.8),
            stroke_linecap="round",
        )
    for v, opacity, wide, t0, t1 in (
        (-0.8, 0.6, 8, 0.12, 0.6),
        (-0.5, 0.4, 5, 0.1, 0.8),
        (-0.14, 0.3, 4, 0.06, 0.5),
        (0.3, 0.3, 4, 0.1, 0.62),
    ):
        with d.above():
            d.soft(_lane(spine, v * half, t0, t1), "none", 3, stroke="#FFFFFF", stroke_width=wide,
                   stroke_opacity=opacity, stroke_linecap="round")  # fmt: skip
    # The rim that the spatula pushed up where it set down.
    for share, rim, spread, level, wide in ((0.96, across[4:-6], 7, 0.2, 34),
                                            (0.9, across[8:-26], 4, 0.6, 11)):  # fmt: skip
        heap = [_across(spine, v * half * share, ends(v)[0] + 0.012) for v in rim]
        with d.above():
            d.soft(points(heap, close=False), "none", spread, stroke=shade(colour, level),
                   stroke_width=wide, stroke_linecap="round")  # fmt: skip
    _dab(d, 560, 1180, 96, colour)
    _dab(d, 860, 1090, 50, colour)
    _dab(d, 760, 1290, 30, colour)


def _fall(d: Drawing, outline: str, colour: str) -> None:
    """Draw the shadow of a stroke on the table."""
    dark = shade(mix(colour, "#3A2418", 0.6), -0.4)
    for dx, dy, spread, opacity in ((30, 36, 24, 0.26), (9, 13, 8, 0.34)):
        d.soft(outline, dark, spread, fill_opacity=opacity, transform=f"translate({dx} {dy})")


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
                points([(x - r, y), (x, y - r * 0.8), (x + r, y), (x, y + r * 0.8)])
            )
        body = blob(rng, 590, cy, 400, tall * 0.52, 0.08, 12)
        with d.behind():
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

"""Leaves, stems and flowers: flat shapes in two tones with a line for the vein.

Angles are degrees, 0 to the right and −90 upwards, as in SVG.
"""

import random
from collections.abc import Callable, Sequence
from math import atan2, cos, degrees, pi, radians, sin

from .canvas import Drawing, ellipse_path, n
from .colour import mix, shade

Point = tuple[float, float]


def turned(x: float, y: float, angle: float) -> Callable[[float, float], Point]:
    """Return a map from (along, across) at ``angle`` through (x, y) to the sheet."""
    ca, sa = cos(radians(angle)), sin(radians(angle))
    return lambda u, v: (x + u * ca - v * sa, y + u * sa + v * ca)


def curve(*pts: Point) -> str:
    """Return ``M p0 C p1 p2 p3 [C …]`` through the given control points."""
    text = f"M{n(pts[0][0])} {n(pts[0][1])}"
    for i in range(1, len(pts) - 2, 3):
        text += "C" + " ".join(f"{n(x)} {n(y)}" for x, y in pts[i : i + 3])
    return text


def blade(
    x: float, y: float, length: float, width: float, angle: float, bend: float = 0.0,
    belly: float = 0.32,
) -> tuple[str, str, str]:  # fmt: skip
    """Return outline, upper half and midrib of a leaf that grows from (x, y).

    ``width`` is its greatest width, ``bend`` how far the midrib bows (share of the length),
    ``belly`` where along the leaf it is widest.
    """
    at = turned(x, y, angle)
    w = width * 0.68
    sag = bend * length
    tip = at(length, sag * 0.35)
    up = (at(length * belly * 0.55, -w * 0.95 + sag * 0.5), at(length * (belly + 0.34), -w + sag))
    down = (at(length * (belly + 0.34), w + sag), at(length * belly * 0.55, w * 0.95 + sag * 0.5))
    rib = (at(length * 0.33, sag * 0.75), at(length * 0.66, sag))
    start = at(0, 0)
    outline = curve(start, *up, tip, *down, start) + "Z"
    half = curve(start, *up, tip, rib[1], rib[0], start) + "Z"
    return outline, half, curve(start, *rib, tip)


def leaf(
    d: Drawing,
    x: float,
    y: float,
    length: float,
    width: float,
    angle: float,
    fill: str,
    *,
    bend: float = 0.08,
    belly: float = 0.32,
    vein: str | None = None,
    veins: int = 0,
    line: float = 1.6,
) -> None:
    """Draw a leaf, its upper half lighter, with ``veins`` pairs of side veins."""
    outline, half, rib = blade(x, y, length, width, angle, bend, belly)
    d.path(outline, fill)
    d.path(half, shade(fill, 0.11))
    vein = vein or shade(fill, 0.34)
    if veins:
        at = turned(x, y, angle)
        sag = bend * length
        sides = []
        for i in range(veins):
            t = 0.16 + 0.66 * i / veins
            off = sag * 4 * t * (1 - t) * 0.8
            reach = width * 0.36 * (sin(pi * min(1.0, t * 0.95 + 0.08))) ** 0.8
            for side in (-1, 1):
                a, b = at(t * length, off), at((t + 0.13) * length, off + side * reach)
                c = at((t + 0.09) * length, off + side * reach * 0.5)
                sides.append(f"M{n(a[0])} {n(a[1])}Q{n(c[0])} {n(c[1])} {n(b[0])} {n(b[1])}")
        d.line("".join(sides), vein, line * 0.7, stroke_opacity=0.7)
    d.line(rib, vein, line)


def bezier(p: Sequence[Point], t: float) -> tuple[Point, float]:
    """Return the point of a cubic at ``t`` and its direction in degrees."""
    u = 1 - t
    x, y = (
        u**3 * p[0][i] + 3 * u * u * t * p[1][i] + 3 * u * t * t * p[2][i] + t**3 * p[3][i]
        for i in (0, 1)
    )
    dx, dy = (
        3 * u * u * (p[1][i] - p[0][i])
        + 6 * u * t * (p[2][i] - p[1][i])
        + 3 * t * t * (p[3][i] - p[2][i])
        for i in (0, 1)
    )
    return (x, y), degrees(atan2(dy, dx))


def stem_points(x: float, y: float, height: float, angle: float, sway: float) -> list[Point]:
    """Return the four control points of a stem; ``sway`` bows it (share of its height)."""
    at = turned(x, y, angle)
    return [
        (x, y),
        at(height * 0.35, sway * height * 0.7),
        at(height * 0.7, sway * height),
        at(height, sway * height * 0.4),
    ]


def sprig(
    d: Drawing,
    x: float,
    y: float,
    height: float,
    angle: float,
    fill: str,
    *,
    sway: float = 0.1,
    pairs: int = 6,
    size: float = 0.34,
    slim: float = 0.36,
    spread: float = 52.0,
    start: float = 0.18,
    stem: str | None = None,
    veins: int = 0,
    line: float = 3.0,
    alternate: bool = True,
) -> None:
    """Draw a twig with ``pairs`` of leaves that shorten towards the tip."""
    spine = stem_points(x, y, height, angle, sway)
    d.line(curve(*spine), stem or shade(fill, -0.22), line)
    for i in range(pairs):
        t = start + (0.97 - start) * i / pairs
        long = height * size * (1 - 0.55 * i / pairs)
        for side in (-1, 1):
            here = t + (0.4 * (0.97 - start) / pairs if alternate and side > 0 else 0)
            (px, py), way = bezier(spine, min(0.98, here))
            tone = fill if (i + side) % 3 else shade(fill, -0.07)
            leaf(d, px, py, long, long * slim, way + side * spread * (1 - 0.35 * i / pairs),
                 tone, bend=-side * 0.1, veins=veins, line=line * 0.45)  # fmt: skip
    (px, py), way = bezier(spine, 1.0)
    leaf(d, px, py, height * size * 0.52, height * size * 0.52 * slim, way, fill, line=line * 0.45)


def foliage_shadow(d: Drawing, rng: random.Random, colour: str) -> None:
    """Draw the blurred shadow of a branch outside the picture on the wall."""
    side = rng.choice((-1, 1))
    x = 600 + side * (rng.uniform(640, 720))
    y = rng.uniform(-120, 120)
    paths = []
    for k in range(3):
        spine = stem_points(
            x, y + k * rng.uniform(90, 150), rng.uniform(620, 860),
            90 + side * rng.uniform(18, 62), side * rng.uniform(-0.08, 0.16),
        )  # fmt: skip
        for i in range(7):
            (px, py), way = bezier(spine, 0.12 + 0.88 * i / 7)
            long = rng.uniform(190, 260) * (1 - 0.05 * i)
            for turn in (-1, 1):
                outline, _, _ = blade(
                    px, py, long, long * 0.3, way + turn * rng.uniform(34, 60), 0.08 * turn
                )
                paths.append(outline)
    d.soft("".join(paths), colour, 15, fill_opacity=0.15)


def petals(
    d: Drawing, x: float, y: float, count: int, length: float, width: float, fill: str,
    *, squash: float = 1.0, turn: float = 0.0, line: str | None = None,
) -> None:  # fmt: skip
    """Draw a ring of petals; ``squash`` flattens the flower as seen from the side."""
    shapes = []
    for i in range(count):
        outline, _, _ = blade(0, 0, length, width, turn + 360 * i / count, 0.0, 0.5)
        shapes.append(
            f'<path d="{outline}" fill="{fill if i % 2 else shade(fill, -0.045)}" '
            f'stroke="{line or shade(fill, -0.16)}" stroke-width="1.2"/>'
        )
    d.add(f'<g transform="translate({n(x)} {n(y)}) scale(1 {squash:.3g})">{"".join(shapes)}</g>')


def chamomile(d: Drawing, x: float, y: float, size: float, *, squash: float = 1.0) -> None:
    """Draw one chamomile flower: white petals around a high yellow heart."""
    petals(d, x, y, 15, size, size * 0.27, "#FBF7EC", squash=squash, line="#DCD2BE")
    d.ellipse(x, y - size * 0.06, size * 0.33, size * 0.33 * (0.35 + 0.65 * squash), "#C98F1E")
    d.ellipse(x - size * 0.05, y - size * 0.12, size * 0.24, size * 0.22 * (0.35 + 0.65 * squash),
              "#E2AE3C")  # fmt: skip
    dots = [
        ellipse_path(x + size * 0.2 * cos(a * 2.4) * (a / 14) ** 0.5,
                     y - size * 0.09 + size * 0.19 * sin(a * 2.4) * (a / 14) ** 0.5 * squash,
                     size * 0.018, size * 0.018)
        for a in range(1, 15)
    ]  # fmt: skip
    d.path("".join(dots), "#A86F12", fill_opacity=0.7)


def blossom(d: Drawing, x: float, y: float, size: float, fill: str) -> None:
    """Draw an open five-petal flower."""
    for ring, (count, length) in enumerate(((5, 1.0), (5, 0.62))):
        petals(d, x, y, count, size * length, size * length * 0.82,
               shade(fill, 0.14 * ring), turn=-90 + 36 * ring)  # fmt: skip
    heart = mix(fill, "#E2AE3C", 0.8)
    d.ellipse(x, y, size * 0.16, size * 0.16, shade(heart, -0.2))
    reach = size * 0.28
    rays = "".join(
        f"M{n(x)} {n(y)}L{n(x + reach * cos(a * pi / 6))} {n(y + reach * sin(a * pi / 6))}"
        for a in range(12)
    )
    d.line(rays, heart, size * 0.025)
    d.path(
        "".join(
            ellipse_path(x + size * 0.28 * cos(a * pi / 6), y + size * 0.28 * sin(a * pi / 6),
                         size * 0.028, size * 0.028)
            for a in range(12)
        ),
        shade(heart, 0.2),
    )  # fmt: skip


def pod(
    d: Drawing, x: float, y: float, length: float, width: float, angle: float, fill: str,
    *, ribs: int = 4,
) -> None:  # fmt: skip
    """Draw a ribbed fruit such as a cacao pod that hangs from (x, y)."""
    at = turned(x, y, angle)
    w = width * 0.66
    outline = curve(
        at(0, 0), at(length * 0.08, -w), at(length * 0.7, -w * 1.05), at(length, 0),
        at(length * 0.7, w * 1.05), at(length * 0.08, w), at(0, 0),
    ) + "Z"  # fmt: skip
    d.path(outline, fill)
    clip = d.clip(outline)
    with d.group(clip_path=clip):
        shadow = curve(at(0, 0), at(length * 0.1, w * 0.1), at(length * 0.8, w * 0.2),
                       at(length, 0), at(length, w * 2), at(length * 0.3, w * 2), at(0, w),
                       )  # fmt: skip
        d.path(shadow + "Z", shade(fill, -0.16))
        for i in range(ribs):
            v = -0.8 + 1.6 * (i + 0.5) / ribs
            rib = curve(at(0, 0), at(length * 0.12, w * v), at(length * 0.72, w * v * 1.05),
                        at(length, 0))  # fmt: skip
            d.line(rib, shade(fill, 0.22 if v < 0.1 else -0.28), width * 0.03)
    d.line(curve(at(-length * 0.1, 0), at(-length * 0.06, 0), at(-length * 0.03, 0), at(0, 0)),
           "#6B4A2F", width * 0.1)  # fmt: skip


def scatter(
    d: Drawing, rng: random.Random, box: tuple[float, float, float, float], count: int,
    size: float, colours: Sequence[str], squash: float = 0.6,
) -> None:  # fmt: skip
    """Draw seeds or beans lying within ``box`` = (x, y, width, height)."""
    for _ in range(count):
        x, y = box[0] + rng.random() * box[2], box[1] + rng.random() * box[3]
        rx = size * rng.uniform(0.75, 1.15)
        turn = rng.uniform(-60, 60)
        fill = rng.choice(list(colours))
        with d.group(transform=f"translate({n(x)} {n(y)}) rotate({n(turn)})"):
            d.ellipse(rx * 0.14, rx * 0.26, rx * 1.05, rx * squash, "#3A2418", fill_opacity=0.2)
            d.ellipse(0, 0, rx, rx * squash, fill)
            d.ellipse(-rx * 0.25, -rx * squash * 0.35, rx * 0.45, rx * squash * 0.3,
                      shade(fill, 0.3), fill_opacity=0.6)  # fmt: skip


def blob(
    rng: random.Random, cx: float, cy: float, rx: float, ry: float, wobble: float = 0.1,
    count: int = 9,
) -> str:  # fmt: skip
    """Return a closed soft shape around (cx, cy), uneven by ``wobble``."""
    ring = []
    for i in range(count):
        a = 2 * pi * i / count
        k = 1 + rng.uniform(-wobble, wobble)
        ring.append((cx + rx * k * cos(a), cy + ry * k * sin(a)))
    return smooth(ring)


def smooth(ring: Sequence[Point]) -> str:
    """Return a closed curve through the points (Catmull–Rom as cubics)."""
    count = len(ring)
    text = f"M{n(ring[0][0])} {n(ring[0][1])}"
    for i in range(count):
        a, b, c, e = (ring[(i + k) % count] for k in (-1, 0, 1, 2))
        text += (
            f"C{n(b[0] + (c[0] - a[0]) / 6)} {n(b[1] + (c[1] - a[1]) / 6)} "
            f"{n(c[0] - (e[0] - b[0]) / 6)} {n(c[1] - (e[1] - b[1]) / 6)} {n(c[0])} {n(c[1])}"
        )
    return text + "Z"

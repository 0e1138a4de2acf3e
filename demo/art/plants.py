"""The plants the house works with, standing or lying beside a product, or alone in a scene.

Each function draws at ``(x, y)``, where the plant meets the ground, ``h`` units high.
"""

import random
from collections.abc import Callable
from math import cos, pi, radians, sin

from .botanicals import (
    bezier,
    blossom,
    chamomile,
    curve,
    leaf,
    petals,
    pod,
    sprig,
    stem_points,
    turned,
)  # fmt: skip
from .canvas import Drawing, ellipse_path, n, points
from .colour import shade

GREEN = "#5E7361"
MOSS = "#7C8A5C"
DEEP = "#3F5546"
SAGE = "#9DAE94"
OLIVE = "#8A8A55"
RUST = "#A8481F"
SEED = "#C2401C"
COCOA = "#7A4630"


def spiny_pod(d: Drawing, x: float, y: float, size: float, angle: float, fill: str,
              *, split: bool = False) -> None:  # fmt: skip
    """Draw an achiote capsule: a heart covered with soft bristles; open it shows its seeds."""
    at = turned(x, y, angle)
    s = size
    bristles = []
    for i in range(34):
        a = -150 + 300 * i / 33
        cx, cy = s * 0.52, 0.0
        r0, r1 = s * 0.4, s * (0.56 + 0.06 * (i % 2))
        p, q = (at(cx + r * cos(radians(a)), cy + r * 0.86 * sin(radians(a))) for r in (r0, r1))
        bristles.append(f"M{n(p[0])} {n(p[1])}L{n(q[0])} {n(q[1])}")
    d.line("".join(bristles), shade(fill, -0.12), s * 0.022)
    body = curve(at(0, 0), at(s * 0.02, -s * 0.46), at(s * 0.6, -s * 0.62), at(s * 1.06, 0),
                 at(s * 0.6, s * 0.62), at(s * 0.02, s * 0.46), at(0, 0)) + "Z"  # fmt: skip
    d.path(body, fill)
    upper = curve(at(0, 0), at(s * 0.02, -s * 0.46), at(s * 0.6, -s * 0.62), at(s * 1.06, 0),
                  at(s * 0.7, -s * 0.1), at(s * 0.3, -s * 0.06), at(0, 0)) + "Z"  # fmt: skip
    d.path(upper, shade(fill, 0.13))
    if split:
        gap = curve(at(s * 0.12, 0), at(s * 0.24, -s * 0.3), at(s * 0.66, -s * 0.36),
                    at(s * 0.98, 0), at(s * 0.66, s * 0.36), at(s * 0.24, s * 0.3),
                    at(s * 0.12, 0)) + "Z"  # fmt: skip
        d.path(gap, "#F0D9C0")
        for row in (-1, 1):
            for i in range(6):
                px, py = at(s * (0.25 + 0.115 * i), row * s * 0.105 * (1.3 - abs(i - 2.5) * 0.16))
                d.ellipse(px, py, s * 0.062, s * 0.055, SEED)
                d.ellipse(px - s * 0.015, py - s * 0.018, s * 0.022, s * 0.017, "#F08A5C")
    else:
        d.line(curve(at(0, 0), at(s * 0.3, s * 0.04), at(s * 0.7, s * 0.04), at(s * 1.04, 0)),
               shade(fill, -0.26), s * 0.025)  # fmt: skip
        dots = "".join(
            ellipse_path(*at(s * (0.2 + 0.12 * (i % 6)), s * 0.24 * ((i * 7 % 5) / 2 - 1)),
                         s * 0.014, s * 0.014) for i in range(24)
        )  # fmt: skip
        d.path(dots, shade(fill, -0.24), fill_opacity=0.8)


def achiote(d: Drawing, x: float, y: float, h: float) -> None:
    """Draw a branch of achiote: heart-shaped leaves, bristly capsules, one of them open."""
    spine = stem_points(x, y, h * 0.78, -80, -0.1)
    d.line(curve(*spine), "#6B4A36", h * 0.012)
    for t, side, long in ((0.15, -1, 0.34), (0.28, 1, 0.38), (0.44, -1, 0.36), (0.58, 1, 0.3)):
        (px, py), way = bezier(spine, t)
        leaf(d, px, py, h * long, h * long * 0.62, way + side * 62, GREEN if side < 0 else MOSS,
             bend=side * 0.06, belly=0.2, veins=5, line=h * 0.004)  # fmt: skip
    (px, py), way = bezier(spine, 0.97)
    leaf(d, px, py, h * 0.26, h * 0.15, way - 42, DEEP, belly=0.2, veins=4, line=h * 0.004)
    for turn, size, split in ((-74, 0.17, False), (62, 0.17, False), (30, 0.19, False),
                              (-34, 0.19, False), (-2, 0.24, True)):  # fmt: skip
        at = turned(px, py, way + turn)
        tip = at(h * 0.07, 0)
        d.line(f"M{n(px)} {n(py)}L{n(tip[0])} {n(tip[1])}", "#6B4A36", h * 0.008)
        spiny_pod(d, *tip, h * size, way + turn, RUST if turn % 4 else "#B9552B", split=split)


def cacao(d: Drawing, x: float, y: float, h: float) -> None:
    """Draw a cacao branch: long drooping leaves and two ribbed pods."""
    spine = stem_points(x, y, h * 0.8, -84, 0.12)
    d.line(curve(*spine), "#6B4A36", h * 0.02)
    for t, turn, long in ((0.98, -40, 0.5), (0.98, 26, 0.46), (0.8, -86, 0.52), (0.74, 74, 0.5),
                          (0.5, -112, 0.44), (0.46, 100, 0.4)):  # fmt: skip
        (px, py), way = bezier(spine, t)
        leaf(d, px, py, h * long, h * long * 0.3, way + turn, GREEN if turn < 0 else MOSS,
             bend=0.14 if turn > 0 else -0.14, veins=8, line=h * 0.004)  # fmt: skip
    (px, py), _ = bezier(spine, 0.62)
    pod(d, px + h * 0.03, py + h * 0.06, h * 0.4, h * 0.19, 72, "#B86A2E")
    (px, py), _ = bezier(spine, 0.4)
    pod(d, px - h * 0.04, py + h * 0.04, h * 0.36, h * 0.17, 108, "#8E3B2A")


def agave(d: Drawing, x: float, y: float, h: float) -> None:
    """Draw an agave rosette: fleshy blades with a dark thorn each."""
    ring = ((-172, 0.66), (-8, 0.66), (-156, 0.78), (-24, 0.78), (-138, 0.86), (-42, 0.86),
            (-120, 0.95), (-60, 0.95), (-104, 1.0), (-76, 1.0), (-90, 1.04))  # fmt: skip
    for i, (angle, share) in enumerate(ring):
        long = h * share
        tone = ("#6F8B7C", "#86A08F", "#5E7D70")[i % 3]
        leaf(d, x + cos(radians(angle)) * h * 0.04, y - h * 0.02, long, long * 0.2, angle, tone,
             bend=0.06 if angle > -90 else -0.06, belly=0.3, line=h * 0.005)  # fmt: skip
        at = turned(x + cos(radians(angle)) * h * 0.04, y - h * 0.02, angle)
        sway = long * (0.021 if angle > -90 else -0.021)
        a, b = at(long * 0.985, sway), at(long * 1.035, sway)
        d.line(f"M{n(a[0])} {n(a[1])}L{n(b[0])} {n(b[1])}", "#4A3226", h * 0.009)


def nopal(d: Drawing, x: float, y: float, h: float) -> None:
    """Draw a prickly pear: pads upon pads, thorns in rows, red fruit on the rims."""

    def pad(px: float, py: float, long: float, angle: float, tone: str) -> Callable:
        at = turned(px, py, angle)
        w = long * 0.4
        shape = curve(at(0, 0), at(long * 0.1, -w * 0.9), at(long * 0.5, -w * 1.25),
                      at(long * 0.9, -w * 0.6), at(long * 1.06, -w * 0.2), at(long * 1.06, w * 0.2),
                      at(long * 0.9, w * 0.6), at(long * 0.5, w * 1.25), at(long * 0.1, w * 0.9),
                      at(0, 0)) + "Z"  # fmt: skip
        d.path(shape, tone)
        with d.group(clip_path=d.clip(shape)):
            dim = curve(
                at(0, w * 0.1),
                at(long * 0.3, w * 0.5),
                at(long * 0.8, w * 0.5),
                at(long * 1.1, 0),
                at(long * 1.1, w * 2),
                at(0, w * 2),
                at(0, w * 0.1),
            )
            d.path(dim + "Z", shade(tone, -0.12))
        marks = []
        for i in range(4):
            for k in range(-1, 2):
                a = at(long * (0.24 + 0.19 * i), w * 0.42 * k + (w * 0.14 if i % 2 else 0))
                for lean in (-0.5, 0.1, 0.6):
                    marks.append(f"M{n(a[0])} {n(a[1])}L{n(a[0] + long * 0.03 * lean)} "
                                 f"{n(a[1] - long * 0.045)}")  # fmt: skip
        d.line("".join(marks), shade(tone, 0.62), long * 0.007)
        return at

    _, base = 0, pad(x, y, h * 0.44, -88, "#6E8A63")
    left = base(h * 0.4, -h * 0.1)
    right = base(h * 0.38, h * 0.12)
    one = pad(*left, h * 0.36, -122, "#7E9A70")
    two = pad(*right, h * 0.38, -58, "#5F7C58")
    tip = two(h * 0.35, -h * 0.06)
    three = pad(*tip, h * 0.27, -100, "#86A278")
    for at, long, turns in ((one, h * 0.36, (-0.3, 0.0, 0.3)), (three, h * 0.27, (-0.2, 0.2)),
                            (two, h * 0.38, (0.34,))):  # fmt: skip
        for v in turns:
            px, py = at(long * (1.04 - abs(v) * 0.3), long * v)
            d.ellipse(px, py - h * 0.03, h * 0.03, h * 0.046, "#A63A3A")
            d.ellipse(px - h * 0.01, py - h * 0.04, h * 0.009, h * 0.022, "#D77B6F")
            petals(d, px, py - h * 0.075, 5, h * 0.026, h * 0.02, "#E2AE3C", squash=0.6, turn=18)


def chamomile_bunch(d: Drawing, x: float, y: float, h: float) -> None:
    """Draw chamomile in flower: thin forked stems, feathery leaves, open and young heads."""
    rng = random.Random(11)
    heads = []
    for lean, tall in ((-112, 0.76), (-101, 0.95), (-90, 0.84), (-80, 1.0), (-68, 0.8), (-96, 0.6)):
        spine = stem_points(x, y, h * tall * 0.92, lean, rng.uniform(-0.1, 0.1))
        d.line(curve(*spine), "#75855B", h * 0.008)
        for i in range(5):
            (px, py), way = bezier(spine, 0.2 + 0.13 * i)
            at = turned(px, py, way + (-1) ** i * 48)
            feather = []
            long = h * 0.11
            for k in range(5):
                a = at(long * k / 5, 0)
                for side in (-1, 1):
                    b = at(long * (k / 5 + 0.2), side * long * 0.22)
                    feather.append(f"M{n(a[0])} {n(a[1])}L{n(b[0])} {n(b[1])}")
            e = at(long, 0)
            d.line(f"M{n(px)} {n(py)}L{n(e[0])} {n(e[1])}" + "".join(feather), "#7F9066", h * 0.004)
        heads.append((bezier(spine, 1.0)[0], tall))
    for (px, py), tall in heads:
        chamomile(d, px, py, h * 0.095 * (0.8 + 0.4 * tall), squash=0.62 + 0.3 * tall)


def lavender(d: Drawing, x: float, y: float, h: float) -> None:
    """Draw lavender: upright spikes of small violet flowers."""
    for lean, tall in ((-108, 0.82), (-99, 0.96), (-90, 1.0), (-82, 0.9), (-71, 0.8)):
        spine = stem_points(x, y, h * tall, lean, 0.05 if lean > -90 else -0.05)
        d.line(curve(*spine), "#7E8C70", h * 0.008)
        for i in range(3):
            (px, py), way = bezier(spine, 0.1 + 0.13 * i)
            for side in (-1, 1):
                leaf(d, px, py, h * 0.16, h * 0.022, way + side * 24, SAGE, line=h * 0.002)
        for i in range(10):
            (px, py), way = bezier(spine, 0.62 + 0.038 * i)
            for side in (-1, 0, 1):
                leaf(
                    d,
                    px,
                    py,
                    h * (0.06 - 0.003 * i),
                    h * 0.03,
                    way + side * 52,
                    ("#8579A6", "#A096BD", "#6F6494")[(i + side) % 3],
                    line=h * 0.0016,
                )


def rose(d: Drawing, x: float, y: float, h: float) -> None:
    """Draw a dog rose: arching twig, open pink flowers, hips."""
    sprig(d, x, y, h * 0.95, -82, GREEN, sway=-0.12, pairs=6, size=0.22, slim=0.5, veins=4,
          stem="#6B5A3E", line=h * 0.008)  # fmt: skip
    spine = stem_points(x, y, h * 0.95, -82, -0.12)
    for t, dx, dy, size in ((0.97, 0, -0.02, 0.15), (0.62, 0.12, -0.08, 0.13),
                            (0.36, -0.16, -0.05, 0.11)):  # fmt: skip
        (px, py), _ = bezier(spine, t)
        d.line(f"M{n(px)} {n(py)}L{n(px + dx * h)} {n(py + dy * h)}", "#6B5A3E", h * 0.006)
        blossom(d, px + dx * h, py + dy * h, h * size, "#D79A93")


def coffee(d: Drawing, x: float, y: float, h: float) -> None:
    """Draw a coffee branch: glossy paired leaves, cherries in clusters."""
    sprig(d, x, y, h * 0.95, -86, DEEP, sway=0.1, pairs=5, size=0.34, slim=0.4, veins=6,
          stem="#6B4A36", line=h * 0.01, alternate=False, spread=66)  # fmt: skip
    spine = stem_points(x, y, h * 0.95, -86, 0.1)
    for i in range(4):
        (px, py), _ = bezier(spine, 0.2 + 0.17 * i)
        for k, (dx, dy) in enumerate(
            ((-0.035, 0.0), (0.035, 0.004), (-0.012, -0.03), (0.02, 0.034))
        ):
            cx, cy, r = px + dx * h, py + dy * h, h * 0.03
            fill = ("#A3302B", "#C2543A", "#8B2A2A", "#B9872F")[(i + k) % 4]
            d.ellipse(cx, cy, r, r * 1.1, fill)
            d.ellipse(cx - r * 0.3, cy - r * 0.4, r * 0.3, r * 0.25, "#FFFFFF", fill_opacity=0.5)


def eucalyptus(d: Drawing, x: float, y: float, h: float) -> None:
    """Draw eucalyptus: round silver leaves along two stems."""
    for lean, tall, sway in ((-100, 0.9, -0.1), (-76, 1.0, 0.1)):
        sprig(d, x, y, h * tall, lean, SAGE, sway=sway, pairs=8, size=0.19, slim=0.82,
              stem="#8A7358", line=h * 0.007, spread=64, start=0.16)  # fmt: skip


def cotton(d: Drawing, x: float, y: float, h: float) -> None:
    """Draw cotton: dry stems with open bolls."""
    for lean, tall in ((-104, 0.78), (-88, 1.0), (-72, 0.84)):
        spine = stem_points(x, y, h * tall, lean, 0.06)
        d.line(curve(*spine), "#7A5B42", h * 0.009)
        for t, size in ((0.55, 0.7), (1.0, 1.0)):
            (px, py), way = bezier(spine, t)
            px += h * 0.05 * (1 - t) * (1 if lean > -90 else -1)
            r = h * 0.062 * size
            for a in range(5):
                leaf(d, px, py + r * 0.3, r * 1.9, r * 0.7, way + 90 + 45 * (a - 2) + 90, "#8A6748",
                     line=1)  # fmt: skip
            for dx, dy in ((-0.7, -0.1), (0.7, -0.1), (-0.35, -0.75), (0.4, -0.75), (0, 0.15)):
                d.ellipse(px + dx * r, py + dy * r, r * 0.78, r * 0.74, d.radial(
                    [(0, "#FFFFFF"), (0.7, "#F4EFE6"), (1, "#D9D0C2")], centre=(0.38, 0.32),
                    radius=0.75))  # fmt: skip


def citrus(d: Drawing, x: float, y: float, h: float) -> None:
    """Draw an orange branch with one fruit cut in half."""
    sprig(d, x, y, h * 0.85, -80, GREEN, sway=0.14, pairs=5, size=0.3, slim=0.42, veins=5,
          stem="#6B5A3E", line=h * 0.01)  # fmt: skip
    for cx, cy, r in ((x + h * 0.2, y - h * 0.5, h * 0.12), (x - h * 0.14, y - h * 0.34, h * 0.11)):
        d.ellipse(cx, cy, r, r, d.radial([(0, "#F3B45C"), (0.6, "#DE8A2E"), (1, "#B5631B")],
                                         centre=(0.35, 0.32), radius=0.75))  # fmt: skip
    cx, cy, r = x + h * 0.14, y - h * 0.1, h * 0.13
    d.ellipse(cx, cy, r, r, "#DE8A2E")
    d.ellipse(cx, cy, r * 0.92, r * 0.92, "#F8E7C4")
    for i in range(9):
        a = 2 * pi * i / 9
        tip = (cx + r * 0.1 * cos(a), cy + r * 0.1 * sin(a))
        pa = [(cx + r * 0.8 * cos(a + w), cy + r * 0.8 * sin(a + w)) for w in (-0.27, 0, 0.27)]
        d.path(points([tip, *pa]), "#EFA244", stroke="#EFA244", stroke_width=n(r * 0.08),
               stroke_linejoin="round")  # fmt: skip


PLANTS: dict[str, Callable[[Drawing, float, float, float], None]] = {
    "achiote": achiote,
    "cacao": cacao,
    "agave": agave,
    "nopal": nopal,
    "chamomile": chamomile_bunch,
    "lavender": lavender,
    "rose": rose,
    "coffee": coffee,
    "citrus": citrus,
    "eucalyptus": eucalyptus,
    "cotton": cotton,
}

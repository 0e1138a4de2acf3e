"""Skin from near, with what one puts on it: how a texture looks in use."""

import random
from collections.abc import Callable
from math import cos, pi, sin

from .canvas import Drawing, ellipse_path, n
from .colour import mix, shade
from .strokes import powder, smear
from .textures import drops

#: A close-up: the skin's colour, what lies on it, and the colour of that.
_CLOSE_UPS = {
    "story_skin_cream": ("#8A5636", "cream", "#F3E3CC"),
    "story_skin_oil": ("#D9A47E", "oil", "#C98A3A"),
    "story_skin_tint": ("#BF8559", "tint", "#A9683F"),
    "story_skin_blush": ("#E6BA9B", "blush", "#C2566A"),
}

KEYS: tuple[str, ...] = tuple(_CLOSE_UPS)


def close_up(key: str) -> Callable[[Drawing], None]:
    """Return the painter of one close-up, full-bleed at any proportion."""
    skin, what, colour = _CLOSE_UPS[key]

    def paint(d: Drawing) -> None:
        rng = random.Random(key)
        # Swatches are drawn for a sheet of 1200 × 1500, whose middle is not a scene's.
        x, y, w, h = d.view
        d.view = (x - 130, y - 100, w, h)
        ground(d, skin, rng)
        if what == "cream":
            smear(d, colour, rng)
        elif what == "tint":
            smear(d, mix(colour, skin, 0.25), rng, ridges=5)
        elif what == "oil":
            drops(d, mix(colour, skin, 0.45), skin, rng, fine=False)
        else:
            powder(d, colour, rng, many=False)

    return paint


def ground(d: Drawing, skin: str, rng: random.Random) -> None:
    """Cover the drawing with skin that bends away from the light at the upper left: its tone,
    the red below it, and the fine net of lines that one sees from near.
    """
    x, y, w, h = d.view
    with d.behind():
        d.rect(x, y, w, h, d.linear(
            [(0, shade(skin, 0.24)), (0.38, shade(skin, 0.08)), (0.72, shade(skin, -0.07)),
             (1, shade(mix(skin, "#7A3B22", 0.28), -0.2))], line=(0.05, 0, 0.95, 1)))  # fmt: skip
        d.glow(x + w * 0.3, y + h * 0.24, w * 0.46, h * 0.3, "#FFFFFF", 0.2)
        d.glow(x + w * 0.74, y + h * 0.7, w * 0.42, h * 0.34, "#B4472F", 0.14)
        d.glow(x + w * 0.2, y + h * 0.95, w * 0.4, h * 0.2, "#B4472F", 0.1)
    dark, light = shade(mix(skin, "#5A2A18", 0.4), -0.12), shade(skin, 0.3)
    _net(d, rng, dark, light)
    pores = "".join(
        ellipse_path(x + rng.random() * w, y + rng.random() * h, size, size * 0.8)
        for size in (rng.uniform(1.2, 2.6) for _ in range(900))
    )
    d.path(pores, dark, fill_opacity=0.16)
    for _ in range(7):
        cx, cy, r = x + rng.random() * w, y + rng.random() * h, rng.uniform(4, 9)
        d.soft(ellipse_path(cx, cy, r, r * 0.9), dark, 1.6, fill_opacity=0.3)


def _net(d: Drawing, rng: random.Random, dark: str, light: str) -> None:
    """Draw skin's short furrows in two directions, each with its lit edge."""
    x, y, w, h = d.view
    for angle in (0.55, -0.62):
        furrows = []
        for _ in range(620):
            cx, cy = x + rng.random() * w, y + rng.random() * h
            long, a = rng.uniform(14, 52), angle + rng.gauss(0, 0.16)
            dx, dy = long * cos(a) / 2, long * sin(a) / 2
            bow = rng.uniform(-3, 3)
            furrows.append(
                f"M{n(cx - dx)} {n(cy - dy)}Q{n(cx + bow * sin(pi / 2 - a))} "
                f"{n(cy + bow)} {n(cx + dx)} {n(cy + dy)}"
            )
        d.line("".join(furrows), dark, 1.2, stroke_opacity=0.13)
        d.line("".join(furrows), light, 1.0, stroke_opacity=0.16, transform="translate(-1.4 -1.6)")

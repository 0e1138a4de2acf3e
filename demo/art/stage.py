"""Where products stand: wall and floor in the tint, light from the left, soft shadows."""

import random
from zlib import crc32

from .botanicals import foliage_shadow
from .canvas import Drawing, checked, ellipse_path
from .colour import mix, shade
from .lathe import Lathe, Material, tilt
from .materials import matte

#: Where wall meets floor, and where products stand, in units of the 1200 × 1500 picture.
HORIZON = 1070.0
BASE = 1236.0
CENTRE = 600.0


def sheet(size: tuple[int, int], *, zoom: float = 1.0, middle: float = 750.0) -> Drawing:
    """Return a drawing whose view holds the whole 1200 × 1500 picture at any proportion.

    ``zoom`` brings the camera nearer; ``middle`` is the height that it looks at. Raises
    ``ValueError`` for a size below one pixel.
    """
    width, height = checked(size)
    scale = min(width / 1200, height / 1500) * zoom
    view_w, view_h = width / scale, height / scale
    return Drawing(size, (CENTRE - view_w / 2, middle - view_h / 2, view_w, view_h))


def room(d: Drawing, tint: str, seed: str, *, leaves: bool = True) -> None:
    """Draw wall, floor and window light; ``seed`` chooses how the leaf shadow falls."""
    with d.behind():
        _room(d, tint, seed, leaves)


def wall(d: Drawing, tint: str, seed: str) -> None:
    """Draw the wall alone, for what hangs on it."""
    with d.behind():
        _wall(d, tint, seed, leaves=True)


def _wall(d: Drawing, tint: str, seed: str, leaves: bool) -> None:
    x, y, w, h = d.view
    light = d.radial(
        [(0, shade(tint, 0.42)), (0.45, shade(tint, 0.14)), (1, shade(tint, -0.07))],
        centre=(x + w * 0.22, 260),
        radius=max(w, h) * 0.95,
        user=True,
    )
    d.rect(x, y, w, h, light)
    if leaves:
        foliage_shadow(d, random.Random(crc32(seed.encode())), mix(shade(tint, -0.4), tint, 0.35))


def _room(d: Drawing, tint: str, seed: str, leaves: bool) -> None:
    x, y, w, h = d.view
    _wall(d, tint, seed, leaves)
    floor = d.linear(
        [
            (0, shade(tint, -0.13)),
            (0.06, shade(tint, -0.085)),
            (0.5, shade(tint, -0.045)),
            (1, shade(tint, 0.05)),
        ],
        line=(0, HORIZON, 0, y + h),
        user=True,
    )
    d.rect(x, HORIZON, w, y + h - HORIZON, floor)
    seam = shade(tint, -0.13)
    d.rect(
        x, HORIZON - 16, w, 16,
        d.linear([(0, seam, 0), (0.6, seam, 0.25), (1, seam, 1)], line=(0, 0, 0, 1)),
    )  # fmt: skip
    d.glow(x + w * 0.16, HORIZON + 190, w * 0.55, 210, "#FFFFFF", 0.26)


def cast(
    d: Drawing,
    cx: float,
    y: float,
    half: float,
    height: float,
    tint: str,
    *,
    depth: float | None = None,
    through: str | None = None,
) -> None:
    """Draw the shadow of a thing ``2 × half`` wide and ``height`` high that stands at ``y``.

    ``depth`` is the half depth of its foot on the picture (a round foot by default);
    ``through`` is the colour of light that passes a glass body.
    """
    foot = tilt(y) * half if depth is None else depth
    dark = mix(shade(tint, -0.62), "#3A2418", 0.35)
    length = min(520.0, height * 0.62)
    with d.group(transform=f"rotate(-7 {cx:.1f} {y:.1f})"):
        d.glow(cx + half * 0.4 + length * 0.42, y + foot * 0.2, half * 0.8 + length * 0.62,
               foot * 1.5 + 34, dark, 0.3)  # fmt: skip
        d.glow(cx + half * 0.35 + length * 0.16, y + foot * 0.3, half + length * 0.3,
               foot * 1.3 + 20, dark, 0.34)  # fmt: skip
        if through:
            d.glow(cx + half + length * 0.18, y + foot * 0.1, half * 0.5 + length * 0.26,
                   foot + 14, shade(through, 0.18), 0.55)  # fmt: skip
    d.glow(cx - half * 0.1, y + foot * 0.55, half * 1.22, foot * 1.25 + 14, dark, 0.42)
    d.soft(ellipse_path(cx + half * 0.03, y + foot * 0.42, half * 0.99, foot * 0.78), dark, 6,
           fill_opacity=0.75)  # fmt: skip


def podium(d: Drawing, tint: str, *, half: float = 380.0, height: float = 120.0) -> float:
    """Draw a low plaster podium; return the height at which things stand on it."""
    top = BASE + 44 - height
    body = Lathe(CENTRE, [(top, half), (BASE + 44, half)])
    stone: Material = matte(shade(tint, 0.16))
    cast(d, CENTRE, BASE + 44, half, height * 2.4, tint)
    body.paint(d, stone, round_bottom=0.62)
    y, r = body.outline[0]
    ry = tilt(y) * r
    lit = d.linear([(0, shade(tint, 0.5)), (0.5, shade(tint, 0.3)), (1, shade(tint, 0.06))])
    d.ellipse(CENTRE, y, r, ry, lit)
    d.path(body.arc(y), stroke=shade(tint, 0.6), stroke_width=2, stroke_opacity=0.5)
    return top + ry * 0.12

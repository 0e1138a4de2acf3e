"""Bodies of revolution: bottles, jars, caps, lids, seen by a camera that looks slightly down.

A body is painted in thin strips, each with the material's gradient across its own width, so
that edges, highlight and reflected light follow shoulders and necks; slopes that face the light
are brighter. What stands lower in the picture is seen from higher: `tilt`.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from .canvas import Drawing, n, points
from .colour import shade

#: A profile step: ``(y, r)`` for a line, ``(y1, r1, y2, r2, y, r)`` for a curve.
Step = tuple[float, float] | tuple[float, float, float, float, float, float]


@dataclass(frozen=True)
class Material:
    """How a surface answers the light.

    ``stops`` run across the body from the lit left edge (0) to the right edge (1); ``relief``
    is how much a slope that faces up gains in lightness.
    """

    stops: tuple[tuple[float, str], ...]
    relief: float = 0.3

    def at(self, level: float) -> list[tuple[float, str]]:
        """Return the stops of a strip whose slope is ``level`` (−1 down … 1 up)."""
        if not level:
            return list(self.stops)
        return [(offset, shade(colour, level * self.relief)) for offset, colour in self.stops]


def tilt(y: float) -> float:
    """Return the height ÷ width of a level circle at height ``y`` of the picture."""
    return 0.03 + 0.085 * min(1.0, max(0.0, (y - 300) / 950))


@dataclass
class Lathe:
    """A body of revolution around the upright axis ``cx``."""

    cx: float
    steps: Sequence[Step]
    outline: list[tuple[float, float]] = field(init=False)

    def __post_init__(self) -> None:
        outline: list[tuple[float, float]] = []
        for step in self.steps:
            if len(step) == 2:
                outline.append((step[0], step[1]))
                continue
            y0, r0 = outline[-1]
            y1, r1, y2, r2, y3, r3 = step
            for i in range(1, 25):
                t = i / 24
                a, b, c, e = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
                outline.append((a * y0 + b * y1 + c * y2 + e * y3,
                                a * r0 + b * r1 + c * r2 + e * r3))  # fmt: skip
        self.outline = outline

    @property
    def top(self) -> float:
        """Height of the upper end."""
        return self.outline[0][0]

    @property
    def bottom(self) -> float:
        """Height of the lower end (the axis, not the near rim)."""
        return self.outline[-1][0]

    def radius(self, y: float) -> float:
        """Return the radius at height ``y``, the end's radius beyond the ends."""
        index = bisect_right(self.outline, (y, float("inf")))
        if index == 0:
            return self.outline[0][1]
        if index == len(self.outline):
            return self.outline[-1][1]
        (y0, r0), (y1, r1) = self.outline[index - 1], self.outline[index]
        return r1 if y1 == y0 else r0 + (r1 - r0) * (y - y0) / (y1 - y0)

    def silhouette(self, *, round_bottom: float = 0.8) -> str:
        """Return the outline as a path; ``round_bottom`` squares the near rim's corners."""
        cx = self.cx
        y0, r0 = self.outline[0]
        y1, r1 = self.outline[-1]
        rise, sag = tilt(y0) * r0, tilt(y1) * r1
        right = "".join(f"L{n(cx + r)} {n(y)}" for y, r in self.outline)
        left = "".join(f"L{n(cx - r)} {n(y)}" for y, r in reversed(self.outline))
        k = round_bottom
        return (
            f"M{n(cx)} {n(y0 - rise)}"
            f"C{n(cx + r0 * 0.55)} {n(y0 - rise)} {n(cx + r0)} {n(y0 - rise * 0.55)} "
            f"{n(cx + r0)} {n(y0)}{right}"
            f"C{n(cx + r1)} {n(y1 + sag * k)} {n(cx + r1 * k)} {n(y1 + sag)} {n(cx)} {n(y1 + sag)}"
            f"C{n(cx - r1 * k)} {n(y1 + sag)} {n(cx - r1)} {n(y1 + sag * k)} {n(cx - r1)} {n(y1)}"
            f"{left}C{n(cx - r0)} {n(y0 - rise * 0.55)} {n(cx - r0 * 0.55)} {n(y0 - rise)} "
            f"{n(cx)} {n(y0 - rise)}Z"
        )

    def band(self, y0: float, y1: float, *, grow: float = 0.0) -> str:
        """Return the visible front between two heights, as for a wrapped label."""
        cx = self.cx
        inner = [y for y, _ in self.outline if y0 < y < y1]
        heights = [y0, *inner, y1]
        right = "".join(f"L{n(cx + self.radius(y) + grow)} {n(y)}" for y in heights)
        left = "".join(f"L{n(cx - self.radius(y) - grow)} {n(y)}" for y in reversed(heights[:-1]))
        r0, r1 = self.radius(y0) + grow, self.radius(y1) + grow
        s0, s1 = tilt(y0) * r0, tilt(y1) * r1
        return (
            f"M{n(cx - r0)} {n(y0)}"
            f"C{n(cx - r0 * 0.9)} {n(y0 + s0 * 0.75)} {n(cx - r0 * 0.5)} {n(y0 + s0)} "
            f"{n(cx)} {n(y0 + s0)}C{n(cx + r0 * 0.5)} {n(y0 + s0)} {n(cx + r0 * 0.9)} "
            f"{n(y0 + s0 * 0.75)} {n(cx + r0)} {n(y0)}{right}"
            f"C{n(cx + r1 * 0.9)} {n(y1 + s1 * 0.75)} {n(cx + r1 * 0.5)} {n(y1 + s1)} "
            f"{n(cx)} {n(y1 + s1)}C{n(cx - r1 * 0.5)} {n(y1 + s1)} {n(cx - r1 * 0.9)} "
            f"{n(y1 + s1 * 0.75)} {n(cx - r1)} {n(y1)}{left}Z"
        )

    def arc(self, y: float, *, reach: float = 1.0) -> str:
        """Return the near half of the circle at ``y``, to ``reach`` of its width."""
        r = self.radius(y)
        sag = tilt(y) * r
        drop = sag * (1 - max(0.0, 1 - reach * reach) ** 0.5)
        x = r * reach
        if reach > 0.85:
            return (
                f"M{n(self.cx - x)} {n(y + sag - drop)}"
                f"C{n(self.cx - x * 0.9)} {n(y + sag * 0.75)} {n(self.cx - x * 0.5)} {n(y + sag)} "
                f"{n(self.cx)} {n(y + sag)}C{n(self.cx + x * 0.5)} {n(y + sag)} "
                f"{n(self.cx + x * 0.9)} {n(y + sag * 0.75)} {n(self.cx + x)} {n(y + sag - drop)}"
            )
        return (
            f"M{n(self.cx - x)} {n(y + sag - drop)}"
            f"Q{n(self.cx)} {n(y + sag + drop)} {n(self.cx + x)} {n(y + sag - drop)}"
        )

    def paint(
        self, d: Drawing, material: Material, *, opacity: float = 1.0, round_bottom: float = 0.8
    ) -> None:
        """Draw the body in ``material``."""
        sag = tilt(self.bottom) * self.outline[-1][1]
        rise = tilt(self.top) * self.outline[0][1]
        strips: list[tuple[float, float, float, float]] = [
            (self.top - rise - 1, self.top, self.outline[0][1], 0.0)
        ]
        for (y0, r0), (y1, r1) in zip(self.outline, self.outline[1:], strict=False):
            if y1 <= y0:
                continue
            if abs(r1 - r0) < 0.01:
                strips.append((y0, y1, r0, 0.0))
                continue
            slope = (r1 - r0) / ((r1 - r0) ** 2 + (y1 - y0) ** 2) ** 0.5
            level = round(slope * 12) / 12
            count = max(1, round((y1 - y0) / 4))
            for i in range(count):
                t0, t1 = i / count, (i + 1) / count
                # The wider end, so that the strip reaches the outline; the clip trims it.
                wide = r0 + (r1 - r0) * (t1 if r1 > r0 else t0)
                strips.append((y0 + (y1 - y0) * t0, y0 + (y1 - y0) * t1, wide, level))
        strips.append((self.bottom, self.bottom + sag + 2, self.outline[-1][1], 0.0))
        clip = d.clip(self.silhouette(round_bottom=round_bottom))
        with d.group(clip_path=clip, **({"opacity": n(opacity)} if opacity < 1 else {})):
            for y0, y1, r, level in strips:
                r += 1
                fill = d.linear(material.at(level))
                d.rect(self.cx - r, y0, 2 * r, y1 - y0 + 1.5, fill)

    def streak(
        self,
        d: Drawing,
        at: float,
        width: float,
        y0: float,
        y1: float,
        *,
        colour: str = "#FFFFFF",
        opacity: float = 0.5,
        fade: tuple[float, float] = (0.12, 0.2),
    ) -> None:
        """Draw a light reflected along the body.

        ``at`` is its place across the front (−1 left edge … 1 right edge), ``width`` its share
        of the radius; it fades out over ``fade`` of its length at either end. Three nested
        bands make a soft edge without a filter.
        """
        heights = [y0 + (y1 - y0) * i / 40 for i in range(41)]
        for share, part in ((1.0, 0.3), (0.68, 0.42), (0.36, 0.55)):
            half = width * share / 2
            edge = [(self.cx + self.radius(y) * (at - half), y) for y in heights]
            edge += [(self.cx + self.radius(y) * (at + half), y) for y in reversed(heights)]
            fill = d.linear(
                [
                    (0, colour, 0),
                    (fade[0], colour, opacity * part),
                    (1 - fade[1], colour, opacity * part),
                    (1, colour, 0),
                ],
                line=(0, y0, 0, y1),
                user=True,
            )
            d.path(points(edge), fill)

    def face(self, d: Drawing, material: Material, *, lift: float = 0.12) -> None:
        """Draw the level top of the body, a little lighter than its side."""
        y, r = self.outline[0]
        stops = [(offset, shade(colour, lift)) for offset, colour in material.stops]
        d.ellipse(self.cx, y, r, tilt(y) * r, d.linear(stops))

    def ring(self, d: Drawing, y: float, colour: str, width: float, opacity: float = 1.0) -> None:
        """Draw the near half of a circle around the body, such as a seam or a printed rule."""
        d.path(self.arc(y), stroke=colour, stroke_width=n(width), stroke_opacity=f"{opacity:.3g}")

"""A sheet to draw on: SVG markup collected in layers, gradients and filters kept once."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import resvg_py
from PIL import Image

FONT_DIR = Path(__file__).parent / "fonts"
FONT_FILES = tuple(str(path) for path in sorted(FONT_DIR.glob("*.ttf")))

Stop = tuple[float, str] | tuple[float, str, float]
_REFERENCE = re.compile(r"#(d\d+)")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def n(value: float) -> str:
    """Write a coordinate: two decimals at most, so that equal drawings are equal bytes."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def points(pairs: list[tuple[float, float]], *, close: bool = True) -> str:
    """Return a path of straight lines through ``pairs``."""
    body = "L".join(f"{n(x)} {n(y)}" for x, y in pairs)
    return f"M{body}{'Z' if close else ''}"


def ellipse_path(cx: float, cy: float, rx: float, ry: float) -> str:
    """Return an ellipse as four cubic curves (no arcs, so that `bounds` can read it)."""
    k = 0.5523
    return (
        f"M{n(cx - rx)} {n(cy)}"
        f"C{n(cx - rx)} {n(cy - ry * k)} {n(cx - rx * k)} {n(cy - ry)} {n(cx)} {n(cy - ry)}"
        f"C{n(cx + rx * k)} {n(cy - ry)} {n(cx + rx)} {n(cy - ry * k)} {n(cx + rx)} {n(cy)}"
        f"C{n(cx + rx)} {n(cy + ry * k)} {n(cx + rx * k)} {n(cy + ry)} {n(cx)} {n(cy + ry)}"
        f"C{n(cx - rx * k)} {n(cy + ry)} {n(cx - rx)} {n(cy + ry * k)} {n(cx - rx)} {n(cy)}Z"
    )


def round_rect(x: float, y: float, w: float, h: float, r: float) -> str:
    """Return a rectangle with rounded corners as a path of lines and curves."""
    r = min(r, w / 2, h / 2)
    c = r * 0.4477
    return (
        f"M{n(x + r)} {n(y)}L{n(x + w - r)} {n(y)}"
        f"C{n(x + w - c)} {n(y)} {n(x + w)} {n(y + c)} {n(x + w)} {n(y + r)}"
        f"L{n(x + w)} {n(y + h - r)}"
        f"C{n(x + w)} {n(y + h - c)} {n(x + w - c)} {n(y + h)} {n(x + w - r)} {n(y + h)}"
        f"L{n(x + r)} {n(y + h)}"
        f"C{n(x + c)} {n(y + h)} {n(x)} {n(y + h - c)} {n(x)} {n(y + h - r)}"
        f"L{n(x)} {n(y + r)}C{n(x)} {n(y + c)} {n(x + c)} {n(y)} {n(x + r)} {n(y)}Z"
    )


def bounds(path: str) -> tuple[float, float, float, float]:
    """Return ``(x, y, width, height)`` around a path of absolute M, L, C, Q commands."""
    numbers = [float(text) for text in _NUMBER.findall(path)]
    xs, ys = numbers[0::2], numbers[1::2]
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)


def checked(size: tuple[int, int]) -> tuple[int, int]:
    """Return ``size``; raises ``ValueError`` where a side is below one pixel."""
    if size[0] < 1 or size[1] < 1:
        raise ValueError(f"not a picture size: {size}")
    return size


class Drawing:
    """Markup of one picture.

    Coordinates are user units of ``view`` = (x, y, width, height); `raster` and `photo` scale
    it to ``size`` pixels.
    """

    def __init__(self, size: tuple[int, int], view: tuple[float, float, float, float]) -> None:
        self.size = size
        self.view = view
        self._defs: dict[str, str] = {}
        self._body: list[str] = []
        self._back: list[str] = []
        self._veil: list[str] = []

    def define(self, markup: str) -> str:
        """Keep a definition whose id is written ``{id}`` in ``markup``; return the id."""
        if markup not in self._defs:
            self._defs[markup] = f"d{len(self._defs)}"
        return self._defs[markup]

    def linear(
        self,
        stops: list[Stop],
        *,
        line: tuple[float, float, float, float] = (0, 0, 1, 0),
        user: bool = False,
    ) -> str:
        """Return a fill: a gradient along ``line``, in parts of the shape or user units."""
        x1, y1, x2, y2 = (n(v) if user else f"{v:.4g}" for v in line)
        units = ' gradientUnits="userSpaceOnUse"' if user else ""
        return self._paint(
            f'<linearGradient id="{{id}}" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"{units}>'
            f"{_stops(stops)}</linearGradient>"
        )

    def radial(
        self,
        stops: list[Stop],
        *,
        centre: tuple[float, float] = (0.5, 0.5),
        radius: float = 0.5,
        focus: tuple[float, float] | None = None,
        user: bool = False,
        transform: str = "",
    ) -> str:
        """Return a fill: a gradient from ``centre`` outwards."""
        fx, fy = focus or centre
        units = ' gradientUnits="userSpaceOnUse"' if user else ""
        turn = f' gradientTransform="{transform}"' if transform else ""
        return self._paint(
            f'<radialGradient id="{{id}}" cx="{centre[0]:.5g}" cy="{centre[1]:.5g}" '
            f'r="{radius:.5g}" fx="{fx:.5g}" fy="{fy:.5g}"{units}{turn}>{_stops(stops)}'
            "</radialGradient>"
        )

    def _paint(self, markup: str) -> str:
        return f"url(#{self.define(markup)})"

    def clip(self, path: str) -> str:
        """Return a reference to a clipping path."""
        return self._paint(f'<clipPath id="{{id}}"><path d="{path}"/></clipPath>')

    def mask(self, markup: str) -> str:
        """Return a reference to a luminance mask: white shows, black hides."""
        x, y, w, h = self.view
        return self._paint(
            f'<mask id="{{id}}" maskUnits="userSpaceOnUse" x="{n(x)}" y="{n(y)}" '
            f'width="{n(w)}" height="{n(h)}">{markup}</mask>'
        )

    def add(self, markup: str) -> None:
        """Draw ready-made markup on top of what is there."""
        self._body.append(markup)

    def path(self, d: str, fill: str = "none", **attributes: object) -> None:
        """Draw a path; ``stroke_width=2`` is written ``stroke-width="2"``."""
        self.add(f'<path d="{d}" fill="{fill}"{_attributes(attributes)}/>')

    def line(self, d: str, stroke: str, width: float, **attributes: object) -> None:
        """Draw an open line with round ends."""
        self.path(
            d,
            stroke=stroke,
            stroke_width=n(width),
            stroke_linecap="round",
            stroke_linejoin="round",
            **attributes,
        )

    def ellipse(
        self, cx: float, cy: float, rx: float, ry: float, fill: str, **attributes: object
    ) -> None:
        """Draw an ellipse."""
        self.add(
            f'<ellipse cx="{n(cx)}" cy="{n(cy)}" rx="{n(rx)}" ry="{n(ry)}" '
            f'fill="{fill}"{_attributes(attributes)}/>'
        )

    def rect(self, x: float, y: float, w: float, h: float, fill: str, **attributes: object) -> None:
        """Draw a rectangle."""
        self.add(
            f'<rect x="{n(x)}" y="{n(y)}" width="{n(w)}" height="{n(h)}" '
            f'fill="{fill}"{_attributes(attributes)}/>'
        )

    def soft(self, d: str, fill: str, spread: float, **attributes: object) -> None:
        """Draw a path blurred by ``spread`` (standard deviation, user units).

        The filter region hugs the path: a blur costs time by the area that it covers.
        """
        x, y, w, h = bounds(d)
        reach = spread * 3
        ident = self.define(
            f'<filter id="{{id}}" filterUnits="userSpaceOnUse" x="{n(x - reach)}" '
            f'y="{n(y - reach)}" width="{n(w + 2 * reach)}" height="{n(h + 2 * reach)}" '
            f'color-interpolation-filters="sRGB"><feGaussianBlur stdDeviation="{n(spread)}"/>'
            "</filter>"
        )
        self.add(f'<g filter="url(#{ident})">')
        self.path(d, fill, **attributes)
        self.add("</g>")

    def glow(self, cx: float, cy: float, rx: float, ry: float, colour: str, opacity: float) -> None:
        """Draw a soft spot of light or shade; a gradient, so it costs no filter."""
        falloff = [
            (0, 1.0), (0.25, 0.86), (0.45, 0.6), (0.62, 0.35), (0.78, 0.15), (0.9, 0.045), (1, 0),
        ]  # fmt: skip
        fill = self.radial([(offset, colour, opacity * share) for offset, share in falloff])
        self.ellipse(cx, cy, rx, ry, fill)

    @contextmanager
    def group(self, **attributes: object) -> Iterator[None]:
        """Draw what follows inside a group (``clip_path``, ``opacity``, ``transform`` …)."""
        self.add(f"<g{_attributes(attributes)}>")
        yield
        self.add("</g>")

    @contextmanager
    def behind(self) -> Iterator[None]:
        """Draw what follows on the backdrop, below everything else.

        `photo` rasterises the backdrop at a third of the size: walls, floors and blurred shadows
        have nothing sharp in them, and large gradients are what costs time.
        """
        front, self._body = self._body, self._back
        yield
        self._back, self._body = self._body, front

    @contextmanager
    def above(self) -> Iterator[None]:
        """Draw what follows over everything else, as coarsely as `behind`: folds, soft shine."""
        front, self._body = self._body, self._veil
        yield
        self._veil, self._body = self._body, front

    def _document(self, parts: list[str], size: tuple[int, int]) -> str:
        body = "".join(parts)
        used = set(_REFERENCE.findall(body))
        # What a pattern or mask refers to was defined before it: one walk backwards finds all.
        kept = []
        for markup, key in reversed(self._defs.items()):
            if key in used:
                used.update(_REFERENCE.findall(markup))
                kept.append(markup.replace("{id}", key))
        defs = "".join(reversed(kept))
        view = " ".join(n(value) for value in self.view)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{size[0]}" '
            f'height="{size[1]}" viewBox="{view}" preserveAspectRatio="xMidYMid slice">'
            f"<defs>{defs}</defs>{body}</svg>"
        )

    def cutout(self) -> Image.Image:
        """Return the drawing on nothing, to be laid over others."""
        parts = [*self._back, *self._body, *self._veil]
        with Image.open(BytesIO(rasterise(self._document(parts, self.size)))) as layer:
            return layer.convert("RGBA")

    def photo(self) -> bytes:
        """Return the drawing as JPEG: a fifth of the PNG for these soft gradients."""
        coarse = (max(1, self.size[0] // 3), max(1, self.size[1] // 3))
        picture = Image.new("RGB", self.size, "#FFFFFF")
        for parts, size in (
            (self._back, coarse), (self._body, self.size), (self._veil, coarse),
        ):  # fmt: skip
            if not parts:
                continue
            with Image.open(BytesIO(rasterise(self._document(parts, size)))) as layer:
                whole = layer.convert("RGBA")
                if size != self.size:
                    whole = whole.resize(self.size, Image.Resampling.BICUBIC)
                picture.paste(whole, (0, 0), whole)
        return _jpeg(picture)


def _jpeg(picture: Image.Image) -> bytes:
    """Return a JPEG; what is as busy as cloth gets a lower quality rather than a heavy file."""
    for quality in (91, 84, 76, 66, 56):
        out = BytesIO()
        picture.save(out, "JPEG", quality=quality, subsampling=0, optimize=True, progressive=True)
        if out.tell() <= 240_000 * max(1.0, picture.width * picture.height / 2_000_000):
            break
    return out.getvalue()


def rasterise(svg: str) -> bytes:
    """Return an SVG document as PNG, lettered with the fonts beside this module only."""
    return bytes(
        resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=list(FONT_FILES))
    )


def _stops(stops: list[Stop]) -> str:
    parts = []
    for stop in stops:
        opacity = f' stop-opacity="{stop[2]:.3g}"' if len(stop) == 3 else ""
        parts.append(f'<stop offset="{stop[0]:.4g}" stop-color="{stop[1]}"{opacity}/>')
    return "".join(parts)


def _attributes(attributes: dict[str, object]) -> str:
    return "".join(
        f' {name.replace("_", "-")}="{value}"' for name, value in attributes.items() if value != ""
    )

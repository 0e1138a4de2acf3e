"""Words on labels: measured, wrapped, fitted, and bent around the body that they stand on."""

from functools import lru_cache
from html import escape

from PIL import ImageFont

from .canvas import FONT_DIR, Drawing, n
from .lathe import Lathe

SERIF = "Fraunces"
ITALIC = "Fraunces Italic"
SANS = "Instrument Sans"
_FILES = {
    SERIF: "Fraunces-Regular.ttf",
    ITALIC: "Fraunces-Italic.ttf",
    SANS: "InstrumentSans-Medium.ttf",
}


@lru_cache(maxsize=8)
def _face(font: str) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(
        str(FONT_DIR / _FILES[font]), 200, layout_engine=ImageFont.Layout.BASIC
    )


@lru_cache(maxsize=4096)
def width_of(text: str, font: str, size: float, tracking: float = 0.0) -> float:
    """Return the set width of ``text``; ``tracking`` is in ems, added after each letter."""
    return _face(font).getlength(text) * size / 200 + tracking * size * max(0, len(text) - 1)


def _wrap(words: list[str], count: int, font: str, tracking: float) -> tuple[str, ...]:
    """Return ``words`` in at most ``count`` lines whose longest is as short as can be."""
    best: tuple[float, tuple[str, ...]] | None = None

    def place(rest: list[str], left: int, done: tuple[str, ...]) -> None:
        nonlocal best
        if left == 1 or len(rest) == 1:
            lines = (*done, " ".join(rest))
            longest = max(width_of(line, font, 100, tracking) for line in lines)
            if best is None or longest < best[0] - 0.01:
                best = (longest, lines)
            return
        for cut in range(1, len(rest) + 1):
            if cut == len(rest):
                place(rest, 1, done)
            else:
                place(rest[cut:], left - 1, (*done, " ".join(rest[:cut])))

    place(words, count, ())
    assert best is not None
    return best[1]


@lru_cache(maxsize=1024)
def fit(
    text: str,
    *,
    font: str = SERIF,
    width: float,
    height: float,
    largest: float,
    leading: float = 1.14,
    tracking: float = 0.0,
    lines: int = 3,
) -> tuple[float, tuple[str, ...]]:
    """Return the font size and lines that set ``text`` largest in ``width`` × ``height``.

    Fewer lines win where they cost less than a tenth of the size. At most twelve words are
    considered; what is beyond them is dropped, as a label has no room for a sentence.
    """
    words = text.split()[:12] or [""]
    best = (0.0, (text,))
    for count in range(1, min(lines, len(words)) + 1):
        block = _wrap(words, count, font, tracking)
        longest = max(width_of(line, font, 100, tracking) for line in block) or 1.0
        size = min(largest, width * 100 / longest, height / (len(block) * leading))
        if size > best[0] * 1.1:
            best = (size, block)
    return best


def _style(font: str, size: float, fill: str, tracking: float, opacity: float) -> str:
    family = SERIF if font == ITALIC else font
    slant = ' font-style="italic"' if font == ITALIC else ""
    spacing = f' letter-spacing="{n(tracking * size)}"' if tracking else ""
    faint = f' fill-opacity="{opacity:.3g}"' if opacity < 1 else ""
    return (
        f'font-family="{family}" font-size="{n(size)}" fill="{fill}" text-anchor="middle"'
        f"{slant}{spacing}{faint}"
    )


def write(
    d: Drawing,
    text: str,
    x: float,
    y: float,
    size: float,
    *,
    font: str = SERIF,
    fill: str,
    tracking: float = 0.0,
    opacity: float = 1.0,
    anchor: str = "middle",
) -> None:
    """Set one line on a level baseline."""
    style = _style(font, size, fill, tracking, opacity).replace("middle", anchor)
    # Letter-spacing also follows the last letter: half of it would shift a centred line.
    shift = tracking * size / 2 if anchor == "middle" else 0.0
    d.add(f'<text x="{n(x + shift)}" y="{n(y)}" {style}>{escape(text)}</text>')


def write_round(
    d: Drawing,
    body: Lathe,
    text: str,
    y: float,
    size: float,
    *,
    font: str = SERIF,
    fill: str,
    tracking: float = 0.0,
    opacity: float = 1.0,
) -> None:
    """Set one line around the front of ``body``, its baseline on the circle at ``y``."""
    width = width_of(text, font, size, tracking)
    reach = min(0.98, (width / 2 + size) / max(1.0, body.radius(y)))
    ident = d.define(f'<path id="{{id}}" d="{body.arc(y, reach=reach)}"/>')
    style = _style(font, size, fill, tracking, opacity)
    d.add(
        f'<text {style}><textPath href="#{ident}" startOffset="50%">{escape(text)}</textPath>'
        "</text>"
    )

"""Colour arithmetic of the drawings: hex in, hex out, mixing in OKLab.

OKLab keeps hue and perceived lightness steady while a colour is lightened or darkened; mixing
in sRGB turns terracotta shadows grey and yellow shadows green.
"""

from functools import lru_cache

PAPER = "#FBF8F3"
INK = "#1E2721"
CLAY = "#A8481F"
LEAF = "#5E7361"
BLUSH = "#EFDFD3"
SAND = "#E9E2D6"
WHITE = "#FFFFFF"
BLACK = "#000000"


def _rgb(colour: str) -> tuple[float, float, float]:
    """Return the channels of ``#RGB`` or ``#RRGGBB`` as 0–1.

    Raises ``ValueError`` for anything else.
    """
    digits = colour.strip().lstrip("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    if len(digits) != 6:
        raise ValueError(f"not a hex colour: {colour!r}")
    red, green, blue = (int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4))
    return red, green, blue


def _hex(channels: tuple[float, ...]) -> str:
    return "#" + "".join(f"{round(min(1.0, max(0.0, c)) * 255):02X}" for c in channels)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _gamma(channel: float) -> float:
    channel = max(0.0, channel)
    return channel * 12.92 if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055


@lru_cache(maxsize=4096)
def oklab(colour: str) -> tuple[float, float, float]:
    """Return ``(L, a, b)`` of a hex colour, L from 0 to 1."""
    r, g, b = (_linear(c) for c in _rgb(colour))
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    medium = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def _from_oklab(lightness: float, a: float, b: float) -> str:
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return _hex(
        (
            _gamma(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
            _gamma(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
            _gamma(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short),
        )
    )


@lru_cache(maxsize=16384)
def mix(first: str, second: str, share: float) -> str:
    """Return ``first`` with ``share`` (0–1) of ``second`` in it."""
    one, two = oklab(first), oklab(second)
    share = min(1.0, max(0.0, share))
    return _from_oklab(*(x + (y - x) * share for x, y in zip(one, two, strict=True)))


@lru_cache(maxsize=16384)
def shade(colour: str, amount: float) -> str:
    """Move lightness by ``amount`` (−1 black … 1 white), keeping hue and most of the chroma.

    Shadows keep more chroma than highlights, as pigments do.
    """
    lightness, a, b = oklab(colour)
    if amount < 0:
        factor = 1 + amount
        return _from_oklab(lightness * factor, a * factor**0.55, b * factor**0.55)
    keep = (1 - amount) ** 0.9
    return _from_oklab(lightness + (1 - lightness) * amount, a * keep, b * keep)


def lightness(colour: str) -> float:
    """Return perceived lightness, 0–1."""
    return oklab(colour)[0]


def chroma(colour: str) -> float:
    """Return how colourful a colour is: 0 grey, some 0.25 at most on a screen."""
    _, a, b = oklab(colour)
    return (a * a + b * b) ** 0.5


def on(colour: str) -> str:
    """Return the lettering colour that reads on ``colour``: ink or paper."""
    return INK if lightness(colour) > 0.62 else PAPER

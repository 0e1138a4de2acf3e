"""How well two colours can be told apart (WCAG 2.2, relative luminance)."""

import re
from dataclasses import dataclass

from django.utils import formats
from django.utils.translation import gettext_lazy as _

TEXT_RATIO = 4.5
LARGE_RATIO = 3.0

HEX = re.compile(r"^#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})\Z")


def channels(colour: str) -> tuple[int, int, int]:
    """``#A8481F`` or ``#fff`` → red, green, blue, 0–255. Raises ValueError for anything else."""
    if not HEX.match(colour):
        raise ValueError(f"not a colour: {colour!r}")
    digits = colour[1:]
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    return tuple(int(digits[start : start + 2], 16) for start in (0, 2, 4))


def luminance(colour: str) -> float:
    """Relative luminance, 0 (black) to 1 (white)."""

    def linear(channel: int) -> float:
        share = channel / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(channel) for channel in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_ratio(one: str, other: str) -> float:
    """The contrast of two colours, from 1 (the same) to 21 (black on white)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@dataclass(frozen=True)
class Verdict:
    """One pair of the brand's colours: its ratio, what it needs, and whether it has it."""

    label: str
    ink: str
    ground: str
    ink_name: str
    ground_name: str
    ratio: float
    needed: float

    @property
    def passes(self) -> bool:
        return self.ratio >= self.needed

    @property
    def shown(self) -> str:
        """The ratio with two decimals, as the reader writes numbers, cut and not
        rounded: 4.499 must not read 4.50."""
        return formats.number_format(int(self.ratio * 100) / 100, 2)

    @property
    def needed_shown(self) -> str:
        return formats.number_format(self.needed, 1)


def brand_verdicts(colours: dict[str, str]) -> list[Verdict]:
    """Every pair that the shop really sets one on the other.

    ``colours`` has paper, ink, accent, on_accent, leaf, on_leaf, blush and sand. Pairs with a
    colour that cannot be read are left out.
    """
    pairs = [
        (_("Text on paper"), "ink", "paper", TEXT_RATIO),
        (_("Text on blush"), "ink", "blush", TEXT_RATIO),
        (_("Text on sand"), "ink", "sand", TEXT_RATIO),
        (_("Links (accent) on paper"), "accent", "paper", TEXT_RATIO),
        (_("Button text on accent"), "on_accent", "accent", TEXT_RATIO),
        (_("Leaf on paper"), "leaf", "paper", TEXT_RATIO),
        (_("Text on leaf"), "on_leaf", "leaf", TEXT_RATIO),
        (_("Buttons (accent) on blush"), "accent", "blush", LARGE_RATIO),
        (_("Buttons (accent) on sand"), "accent", "sand", LARGE_RATIO),
    ]
    verdicts = []
    for label, ink, ground, needed in pairs:
        try:
            ratio = contrast_ratio(colours[ink], colours[ground])
        except (KeyError, ValueError):
            continue
        verdicts.append(Verdict(label, colours[ink], colours[ground], ink, ground, ratio, needed))
    return verdicts

"""Text on a label's own colour: which ink it takes, and whether it can be read at all."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cms.content.contrast import HEX, TEXT_RATIO, contrast_ratio

# As in static/css/shop.css: .label--light and .label--dark.
INKS = {"light": "#ffffff", "dark": "#1e1e1e"}


def ink_on(colour: str) -> str:
    """``light`` or ``dark``, whichever reads better on the colour."""
    return max(INKS, key=lambda name: contrast_ratio(INKS[name], colour))


def validate_ground(colour: str) -> None:
    """Raises ValidationError unless one of the inks can be read on the colour."""
    if not HEX.match(colour) or len(colour) != 7:
        raise ValidationError(_("Enter the color as # and six digits, such as #5E2A3C."))
    ratio = contrast_ratio(INKS[ink_on(colour)], colour)
    if ratio < TEXT_RATIO:
        raise ValidationError(
            _(
                "Neither white nor black text is readable on this color: the contrast is "
                "%(ratio)s:1 and must be %(needed)s:1. Choose a darker or a lighter one."
            )
            % {"ratio": f"{ratio:.1f}", "needed": TEXT_RATIO}
        )

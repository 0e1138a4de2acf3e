"""The typefaces that a brand can choose, and how a style sheet names them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Typeface(TextChoices):
    """The faces that ship with the shop, and two that every device has."""

    FRAUNCES = "fraunces", _("Fraunces: a soft serif")
    INSTRUMENT = "instrument", _("Instrument Sans: a plain sans")
    SYSTEM_SERIF = "system-serif", _("The device's serif")
    SYSTEM_SANS = "system-sans", _("The device's sans")


# Each with the stretched faces that stand in until it has loaded (tokens.css).
STACKS = {
    Typeface.FRAUNCES: (
        '"Fraunces", "Fraunces fallback", "Fraunces fallback Times", "Fraunces fallback DejaVu", '
        "serif"
    ),
    Typeface.INSTRUMENT: (
        '"Instrument Sans", "Instrument Sans fallback", "Instrument Sans fallback DejaVu", '
        "sans-serif"
    ),
    Typeface.SYSTEM_SERIF: 'ui-serif, Georgia, "Times New Roman", serif',
    Typeface.SYSTEM_SANS: "system-ui, sans-serif",
}

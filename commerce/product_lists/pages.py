"""The pages that list products: their titles, and the text below each title."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

# {name of the address: (title, lead)}
LISTS = {
    "new-products": (
        pgettext_lazy("a list of products", "New"),
        _("The latest arrivals in the shop."),
    ),
    "best-sellers": (
        _("Best sellers"),
        _("What our customers bought most in the last 30 days."),
    ),
    "rising": (
        pgettext_lazy("a list of products", "On the rise"),
        _("What sold more in the last 30 days than in the 30 before."),
    ),
}

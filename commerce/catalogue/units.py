"""Units: what can be put in a cart (a variant, or a product without variants)."""

from dataclasses import dataclass, field
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from commerce.copy.options import OptionSummary
from commerce.listings.group_prices import is_regular, struck_through
from commerce.listings.models import FEW_LEFT
from commerce.pricing.per_unit import Content

# The most that a line of the cart can hold.
MOST_AT_ONCE = 99


@dataclass
class Unit:
    """Something that can be put in a cart: a variant, or a product without variants.

    ``amount`` is in the market's currency, as its price tags say it; ``left`` is None where
    stock is not counted.
    """

    pk: int
    sku: str
    amount: Decimal
    compare_at: Decimal | None
    left: int | None
    # {attribute id: option}
    options: dict[int, OptionSummary] = field(default_factory=dict)
    # How much is in a pack, where somebody said so.
    content: Content | None = None
    # What everybody pays, where ``amount`` is the price of a customer group.
    everybody: Decimal | None = None

    @property
    def struck_through(self) -> Decimal | None:
        return struck_through(self.amount, self.compare_at, self.everybody)

    @property
    def is_regular(self) -> bool:
        return is_regular(self.amount, self.compare_at, self.everybody)

    @property
    def available(self) -> bool:
        return self.left is None or self.left > 0

    @property
    def most(self) -> int:
        """What the page offers to put in the cart at once: all of the last few. Above them the
        cart says how many there are: a page that counted each sale could not be kept."""
        if self.stock_state == "in":
            return MOST_AT_ONCE
        return self.left or 0

    @property
    def stock_state(self) -> str:
        if not self.available:
            return "out"
        return "low" if self.left is not None and self.left <= FEW_LEFT else "in"

    @property
    def stock_text(self) -> str:
        if self.stock_state == "in":
            return _("In stock")
        if self.stock_state == "out":
            return _("Sold out")
        return ngettext("Only %(count)d left", "Only %(count)d left", self.left) % {
            "count": self.left
        }

"""Kinds of charges: what an order may cost besides its goods is one class each (delivery, a fee,
gift wrapping), and an app adds its own.

    # in AppConfig.ready()
    register_charge(GiftWrapping())

A registered kind is in the total of every checkout that it applies to: in the summary, on the
review, in the order (Oscar's ``Surcharge`` rows), its mails, the order desk and on paper.
Balance, credit and gift cards are no charges: they pay. ``docs/extending.md`` has an example.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from commerce.delivery.options import DeliveryOption
from commerce.pricing.quote import DELIVERY, Charge
from commerce.pricing.tax import Destination, TaxTable
from markets.money import round_price

from .so_far import CartSoFar


@dataclass(frozen=True, kw_only=True)
class OrderSoFar(CartSoFar):
    """What charges hang on: an order as far as the shopper has come with it."""

    destination: Destination
    taxes: TaxTable
    delivery: DeliveryOption
    # The gateway's code; "" while none is chosen.
    payment: str = ""
    # What was chosen besides, by the choice's name (``commerce.orders.choices``).
    choices: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def chosen(self, name: str) -> Mapping[str, Any]:
        """What the shopper chose, as that choice keeps it; empty where they were not asked."""
        return self.choices.get(name, {})


class ChargeKind:
    """When it is charged, what it costs, and what it is called."""

    # What orders remember it by: at most 128 characters, never changed.
    code: str
    # What shoppers and staff read, each in their language.
    name: str | Promise
    # Which of the market's rates it bears (``Market.tax_rates``, ``pricing.TaxRate``).
    tax_class = "standard"
    # True where ``price`` looks at ``order.payment``. An order keeps its price when another way to
    # pay it is chosen, so then it is placed anew for that (``orders.methods``, which knows the fee
    # of cash on delivery by itself).
    depends_on_payment = False

    def price(self, order: OrderSoFar) -> Decimal | None:
        """What it costs this order in the market's currency, with tax where the market's prices
        have it; it is rounded as prices there are. None where it is not charged, 0 where it is
        free and should be told so.

        Asked again whenever the total is shown, and once more when the order is placed: what
        differs then is shown to the shopper before they order. At most one query, and the same
        answer for the same order and the same settings.
        """
        raise NotImplementedError

    def charge(self, order: OrderSoFar) -> Charge | None:
        """The charge with its tax: of ``price``, unless a kind knows better."""
        price = self.price(order)
        if price is None:
            return None
        return Charge(
            code=self.code,
            name=self.name,
            price=round_price(price, order.market.currency),
            rate=order.taxes.rate(self.tax_class),
        )


class Delivery(ChargeKind):
    """The delivery method that is chosen: the one charge that offers can make cheaper."""

    code, name = DELIVERY, _("Shipping")

    def charge(self, order):
        return order.delivery.charge


# In the order of their rows below the goods: delivery first.
_kinds: dict[str, ChargeKind] = {DELIVERY: Delivery()}


def register_charge(kind: ChargeKind) -> None:
    """Add a kind; it takes the place of one with the same code."""
    _kinds[kind.code] = kind


def unregister_charge(code: str) -> None:
    """Take a kind out again, as if its app were gone: for tests."""
    _kinds.pop(code, None)


def added_kinds() -> list[ChargeKind]:
    """Those that apps registered: all but the delivery."""
    return [kind for code, kind in _kinds.items() if code != DELIVERY]


def charges_for(order: OrderSoFar) -> list[Charge]:
    """What is added to the goods of this order, delivery first."""
    found = (kind.charge(order) for kind in _kinds.values())
    return [charge for charge in found if charge is not None]


def name_of(code: str, otherwise: str) -> str | Promise:
    """What a charge is called in the reader's language; ``otherwise`` where its app is gone."""
    kind = _kinds.get(code)
    return kind.name if kind else otherwise

"""Which ways of delivery there are for an address, and what they cost."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from commerce.pricing.quote import DELIVERY, Charge, Reduction
from commerce.pricing.tax import Destination
from markets.lookup import language_of, market_of
from markets.money import format_money, round_price

from .kinds import kind_of
from .models import DeliveryMethod, DeliveryMethodCopy


@dataclass(frozen=True)
class DeliveryOption:
    """A method as it is offered: its words in one language and its charge for these goods."""

    method: DeliveryMethod
    # Business days, at least and at most.
    days: tuple[int, int]
    name: str
    note: str
    charge: Charge
    price: Decimal
    edition: str

    @property
    def code(self) -> str:
        return self.method.code

    @property
    def price_text(self) -> str:
        if not self.price:
            return ""
        return format_money(self.price, market_of(self.edition).currency, self.edition)

    @property
    def days_text(self) -> str:
        low, high = self.days
        if low == high:
            return ngettext("%(high)d business day", "%(high)d business days", high) % {
                "high": high
            }
        return ngettext(
            "%(low)d to %(high)d business day", "%(low)d to %(high)d business days", high
        ) % {"low": low, "high": high}


def delivery_options(
    *,
    edition: str,
    destination: Destination,
    goods_shown: Decimal,
    reduction: Reduction | None = None,
) -> list[DeliveryOption]:
    """What can be chosen for goods of this worth at this address; empty: not delivered there.

    ``reduction``: what an offer takes off whichever is chosen.
    """
    market = market_of(edition)
    methods = {
        method: kind
        for method in DeliveryMethod.objects.filter(market=market.code, is_active=True)
        if method.reaches(destination.region)
        and (kind := kind_of(method.kind))
        and kind.reaches(method, destination)
    }
    words = DeliveryMethodCopy.objects.filter(method__in=list(methods)).select_related("locale")
    by_method: dict[int, DeliveryMethodCopy] = {}
    for row in words:
        best = by_method.get(row.method_id)
        if best is None or row.locale.language_code == language_of(edition):
            by_method[row.method_id] = row
    # Delivery bears the standard rate where prices include tax, and none where they do not.
    rate = market.tax_rates.get("standard", Decimal(0))
    options = []
    for method, kind in methods.items():
        charge = Charge(
            code=DELIVERY,
            name=_("Shipping"),
            price=round_price(
                kind.price(method, destination=destination, goods_shown=goods_shown),
                market.currency,
            ),
            free_from=method.free_from,
            rate=rate,
            reduction=reduction,
        )
        row = by_method.get(method.pk)
        options.append(
            DeliveryOption(
                method=method,
                days=kind.days(method, destination),
                name=row.name if row else method.code,
                note=row.note if row else "",
                charge=charge,
                price=charge.amount_for(goods_shown, decimals=market.price_decimals),
                edition=edition,
            )
        )
    return options


def free_delivery_from(market_code: str) -> Decimal | None:
    """The lowest sum of goods that is delivered for nothing to most of the market."""
    return (
        DeliveryMethod.objects.for_most()
        .filter(market=market_code, free_from__isnull=False)
        .order_by("free_from")
        .values_list("free_from", flat=True)
        .first()
    )

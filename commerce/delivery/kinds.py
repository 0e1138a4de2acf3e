"""Kinds of delivery methods: whom a method reaches, what it costs and how long it takes, one class
each; an app adds its own.

    # in AppConfig.ready()
    register_delivery_kind(PickUpInStore())

A kind is the rule. The methods are rows, which staff make in **Settings → Shipping methods**: one
for each market that offers it, with its kind, its words in every language, its price, its days and
its regions. ``docs/extending.md`` has an example.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from commerce.pricing.tax import Destination

if TYPE_CHECKING:
    from .models import DeliveryMethod

FLAT = "flat"


class DeliveryKind:
    """How methods of this kind are offered. Asked for each method, several times in a checkout, in
    the buying terms on product pages too: few queries, and no provider that may be away."""

    # What rows of the database name it: at most 20 characters, never changed.
    code: str
    # What staff choose it by.
    name: str | Promise

    def reaches(self, method: DeliveryMethod, destination: Destination) -> bool:
        """Whether ``method`` is offered at an address that its row's regions allow. An empty
        destination is somebody who has not said where they live: False where it depends."""
        return True

    def price(
        self, method: DeliveryMethod, *, destination: Destination, goods_shown: Decimal
    ) -> Decimal:
        """What it costs for goods of this worth, in the market's currency, with tax as in its
        prices. The row's *Free from* and offers come off it afterwards."""
        return method.price

    def days(self, method: DeliveryMethod, destination: Destination) -> tuple[int, int]:
        """How many business days it takes, at least and at most."""
        return method.days_min, method.days_max


class Flat(DeliveryKind):
    """As its row says, for everybody in its regions."""

    code, name = FLAT, _("One price")


_kinds: dict[str, DeliveryKind] = {FLAT: Flat()}


def register_delivery_kind(kind: DeliveryKind) -> None:
    """Add a kind; it takes the place of one with the same code."""
    _kinds[kind.code] = kind


def all_kinds() -> list[DeliveryKind]:
    return list(_kinds.values())


def kind_of(code: str) -> DeliveryKind | None:
    """None for a kind of an app that was taken out: its methods are not offered."""
    return _kinds.get(code)

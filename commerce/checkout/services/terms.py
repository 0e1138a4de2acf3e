"""The terms of an order: the input of ``placing.place_order``."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from commerce.checkout.limits import PlacedBy
from commerce.policies.models import CheckoutPolicy
from commerce.pricing.tax import Destination


@dataclass(frozen=True)
class Terms:
    """What the shopper agreed to: contact, address, shipping and payment method, total.

    ``address`` has the columns of Oscar's shipping address except names and country;
    ``choices`` are the answers to choices of apps, by name (``commerce.orders.choices``);
    ``expected_total`` is the total on the review page, in the market's currency; ``provenance``
    is what the request proves about where the shopper came from (``people.provenance``);
    ``placed_by`` is for the limit on unpaid orders; ``policy`` is the market's checkout policy if
    it has been read (None: it is read).
    """

    edition: str
    email: str
    first_name: str
    last_name: str
    phone: str
    address: dict[str, str]
    delivery: str
    payment_method: str
    expected_total: Decimal
    user: object | None = None
    notes: str = ""
    choices: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    provenance: dict = field(default_factory=dict)
    placed_by: PlacedBy = PlacedBy()
    policy: CheckoutPolicy | None = None

    @property
    def destination(self) -> Destination:
        return Destination(
            region=self.address.get("state", ""), postcode=self.address.get("postcode", "")
        )

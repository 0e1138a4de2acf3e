"""What a shopper agrees to when they order."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from commerce.checkout.limits import PlacedBy
from commerce.policies.models import CheckoutPolicy
from commerce.pricing.tax import Destination


@dataclass(frozen=True)
class Terms:
    """What the shopper agreed to: who, where to, how, and for how much.

    ``address`` has the columns of Oscar's shipping address but for names and country;
    ``choices`` what was chosen besides, by name (``commerce.orders.choices``);
    ``expected_total`` is the sum on the review page, in the market's currency; ``provenance``
    what the request proved about where the shopper came from (``people.provenance``);
    ``placed_by`` whose unpaid orders are counted; ``policy`` the market's, as the page that asks
    has read it (None: it is read).
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

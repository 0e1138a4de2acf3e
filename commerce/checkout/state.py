"""The state of a checkout: what the shopper entered, stored in the session."""

from django.utils.functional import cached_property
from oscar.core.loading import get_model

from commerce.pricing.tax import Destination

Order = get_model("order", "Order")

SESSION_KEY = "checkout"


class CheckoutState:
    """Reads and writes one session entry. Address and choices are separate for each market."""

    def __init__(self, request):
        self.session = request.session
        self._basket = request.basket
        self.market = request.market.code
        self._data = dict(self.session.get(SESSION_KEY, {}))

    def _save(self) -> None:
        self.session[SESSION_KEY] = self._data
        self.session.modified = True

    @property
    def is_guest(self) -> bool:
        return bool(self._data.get("guest"))

    def go_on_as_guest(self) -> None:
        self._data["guest"] = True
        self._save()

    def forget_guest(self) -> None:
        self._data.pop("guest", None)
        self._save()

    @property
    def contact(self) -> dict[str, str]:
        """Email, names, phone and delivery instructions."""
        return dict(self._data.get("contact", {}))

    @property
    def address(self) -> dict[str, str]:
        """The address columns for this market; empty until given."""
        return dict(self._data.get("addresses", {}).get(self.market, {}))

    @property
    def code_claim(self) -> dict | None:
        """The claim of the seller's code that the shopper typed (``people.provenance``)."""
        return self._data.get("code")

    def set_address(
        self, *, contact: dict[str, str], address: dict[str, str], code_claim: dict | None = None
    ) -> None:
        self._data["contact"] = contact
        self._data["code"] = code_claim
        self._data.setdefault("addresses", {})[self.market] = address
        self._save()

    @property
    def destination(self) -> Destination | None:
        address = self.address
        if not address:
            return None
        return Destination(region=address.get("state", ""), postcode=address.get("postcode", ""))

    @property
    def delivery(self) -> str:
        return self._data.get("delivery", {}).get(self.market, "")

    @property
    def payment(self) -> str:
        return self._data.get("payment", {}).get(self.market, "")

    def set_methods(self, *, delivery: str, payment: str) -> None:
        self._data.setdefault("delivery", {})[self.market] = delivery
        self._data.setdefault("payment", {})[self.market] = payment
        self._save()

    @property
    def choices(self) -> dict[str, dict]:
        """The answers to choices of apps, by name (``commerce.orders.choices``): of this order, or
        of the earlier order of the same cart. Some may not be offered any more
        (``checkout.charging.still_offered``)."""
        return dict(self._data.get("choices", {}).get(self.market, self.before.get("choices", {})))

    def set_choices(self, kept: dict[str, dict]) -> None:
        """Save a step's answers, by name of the choice; {} means answered with nothing chosen."""
        choices = {name: value for name, value in (self.choices | kept).items() if value}
        self._data.setdefault("choices", {})[self.market] = choices
        self._data.setdefault("answered", {})[self.market] = sorted({*self.answered, *kept})
        self._save()

    @property
    def answered(self) -> list[str]:
        """The names of the choices that were answered for this order."""
        return list(self._data.get("answered", {}).get(self.market, []))

    def clear_choices(self, order) -> None:
        """Clear the choices after placing this order; the address stays for the next one. If the
        cart stays, as its payment is open or was declined, they are shown again (``before``)."""
        self._data["before"] = {
            "basket": self._basket.pk,
            "order": order.pk,
            "market": self.market,
            "choices": self.choices,
            "delivery": self.delivery or self.before.get("delivery", ""),
            "payment": self.payment or self.before.get("payment", ""),
        }
        for name in ("choices", "answered", "delivery", "payment"):
            self._data.pop(name, None)
        self._save()

    @property
    def before(self) -> dict:
        """The choices, shipping and payment method with which this cart was ordered before; empty
        if it was not, and for other carts."""
        before = self._data.get("before", {})
        if not before or before["market"] != self.market:
            return {}
        same = before["basket"] == self._basket.pk or self._took_over_order
        return before if same else {}

    @cached_property
    def _took_over_order(self) -> bool:
        """Whether the earlier order was placed from a guest's cart that was merged into this one at
        sign-in (``cart.services.merge_baskets``). One query, for signed-in customers only."""
        if self._basket.owner_id is None:
            return False
        order = self._data["before"]["order"]
        return Order.objects.filter(pk=order, basket=self._basket.pk).exists()

"""A difference as the desk reads it: what they say, what we say, what it means."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from commerce.books.models import Difference
from commerce.books.ways import may_be_on_its_way
from commerce.gateways.of_order import payments_of
from commerce.gateways.registry import all_gateways, gateway_name
from commerce.orders.states import STATUSES
from markets.dates import staff_moment
from markets.money import staff_money
from people.models import shown_name_of

Kind = Difference.Kind

# What it means, and what settles it.
ADVICE = {
    Kind.UNKNOWN_PAYMENT: gettext_lazy(
        "No order here asked for this money. Where another shop or system uses the same account,"
        " note that. Otherwise refund it at the provider: the next comparison sees it."
    ),
    Kind.NOT_COUNTED: gettext_lazy(
        "The provider has the money and the order does not count it. Ask the provider again: the"
        " order is confirmed, or the money goes back if its items are gone."
    ),
    Kind.PAID_TWICE: gettext_lazy(
        "The customer was charged a second time. Refund this charge at the provider: the next"
        " comparison sees it."
    ),
    Kind.NOT_THERE: gettext_lazy(
        "The order counts as paid and the provider does not have the money. Hold the order back"
        " and ask the provider."
    ),
    Kind.OTHER_AMOUNT: gettext_lazy(
        "Both have it, with another amount or currency. Compare both, and refund or charge the"
        " rest."
    ),
    Kind.UNKNOWN_REFUND: gettext_lazy(
        "Someone issued this refund at the provider itself. Record it, and the order and the"
        " customer hear of it."
    ),
    Kind.REFUND_NOT_COUNTED: gettext_lazy(
        "The provider gave the money back, and here the refund failed or is still open. Ask"
        " again: it is not paid twice."
    ),
    Kind.REFUND_NOT_THERE: gettext_lazy(
        "The customer was told that the money went back, and the provider has no such refund."
        " Issue it at the provider, then note that here."
    ),
    Kind.DISPUTE: gettext_lazy(
        "The cardholder asked their bank for the money, and its order does not tell of it yet. Ask"
        " the provider again: the dispute is told on the order then, with the time to answer it."
    ),
}

BACK_OF_A_SECOND_CHARGE = gettext_lazy(
    "Someone gave money of a second charge back at the provider. The order never counted that"
    " charge: there is nothing to record. Refund the rest of it there, if any is left, and note it."
)

MAY_BE_ON_ITS_WAY = gettext_lazy(
    "The order has a refund of this amount that is on its way, and this may be it. It is sent again"
    " until the provider has answered; then the next comparison knows."
)


class DifferenceRow:
    """Loaded with ``RELATED``."""

    RELATED = ("payment__order__placement", "refund__payment", "settled_by")

    def __init__(self, difference: Difference):
        self.difference = difference

    @property
    def kind(self) -> str:
        return self.difference.get_kind_display()

    @property
    def advice(self) -> str:
        one = self.difference
        if one.kind == Kind.UNKNOWN_REFUND and one.is_besides:
            return str(BACK_OF_A_SECOND_CHARGE)
        if may_be_on_its_way(one):
            return str(MAY_BE_ON_ITS_WAY)
        return str(ADVICE[one.kind])

    @property
    def gateway(self) -> str:
        return gateway_name(self.difference.gateway)

    @property
    def theirs(self) -> str:
        one = self.difference
        return staff_money(one.amount, one.currency) if one.movement else _("Nothing")

    @property
    def ours(self) -> str:
        ours = self.difference.ours
        return staff_money(*ours) if ours else _("Nothing")

    @property
    def moved(self) -> str:
        return staff_moment(self.difference.moved_at)

    @property
    def first_seen(self) -> str:
        return staff_moment(self.difference.first_seen)

    @property
    def last_seen(self) -> str:
        return staff_moment(self.difference.last_seen)

    @property
    def settled(self) -> str:
        one = self.difference
        if one.is_open:
            return _("Open")
        by = shown_name_of(one.settled_by)
        said = [one.get_settled_how_display(), staff_moment(one.settled_at), by, one.note]
        return " · ".join(part for part in said if part)

    @property
    def order_number(self) -> str:
        return self.difference.order.number if self.difference.order else ""

    @property
    def order_url(self) -> str:
        number = self.order_number
        return reverse("order_desk:detail", args=[number]) if number else ""

    @property
    def order_state(self) -> str:
        order = self.difference.order
        status = str(STATUSES.get(order.status, order.status))
        return f"{status} · {payments_of(order).state_text}"

    @property
    def refund_url(self) -> str:
        """Where money of its order is given back, if that can settle it and there is any."""
        order = self.difference.order
        can_settle = self.difference.kind == Kind.OTHER_AMOUNT
        if not can_settle or order is None or not payments_of(order).refundable:
            return ""
        return reverse("order_desk:action", args=[order.number, "refund"])

    @property
    def provider_url(self) -> str:
        gateway, payment = all_gateways().get(self.difference.gateway), self.difference.payment
        return gateway.staff_url(payment) if gateway and payment else ""

    def export(self) -> dict:
        one = self.difference
        ours = one.ours or ("", "")
        return {
            "what": self.kind,
            "gateway": self.gateway,
            "reference": one.reference,
            "order": self.order_number,
            "theirs": one.amount if one.movement else "",
            "their_currency": one.currency,
            "ours": ours[0],
            "our_currency": ours[1],
            "moved": self.moved,
            "first_seen": self.first_seen,
            "settled": self.settled,
        }

"""Which transfer that waits a line of a statement may be. Suggests; a person confirms."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from commerce.gateways.models import Payment
from commerce.gateways.registry import all_gateways
from markets.folding import compact, words_of

from ..models import StatementLine

# A transfer for an order that expired longer ago is looked for by hand.
LATE = timedelta(days=60)
MOST_SHOWN = 5


class Sureness(StrEnum):
    SURE = "sure"
    LIKELY = "likely"
    POSSIBLE = "possible"
    # The number is there, and the money is another: told, and not to be confirmed.
    WRONG = "wrong"


LABELS = {
    Sureness.SURE: _("Number and amount agree"),
    Sureness.LIKELY: _("Amount and name agree"),
    Sureness.POSSIBLE: _("Amount agrees"),
    Sureness.WRONG: _("The number agrees, the money does not"),
}
ORDER = list(LABELS)


@dataclass(frozen=True)
class Suggestion:
    payment: Payment
    sureness: Sureness

    @property
    def label(self) -> str:
        return str(LABELS[self.sureness])


def waiting_transfers() -> list[Payment]:
    """Transfers that staff can say came, of orders that wait or whose time was up lately: the
    newest of each (``OrderPayments.receivable``), read with its order and who placed it."""
    codes = [
        code
        for code, gateway in all_gateways().items()
        if gateway.confirmed_by_staff and not gateway.paid_on_delivery
    ]
    transfers = Payment.objects.filter(
        gateway__in=codes,
        state__in=Payment.UNSETTLED,
        order__status__in=("pending", "expired"),
        order__date_placed__gt=timezone.now() - LATE,
    ).select_related("order__placement__person", "order__shipping_address")
    return list({one.order_id: one for one in transfers.order_by("pk")}.values())


def suggest(lines: list[StatementLine], transfers: list[Payment]) -> dict[int, list[Suggestion]]:
    """For each line (by primary key) the transfers that it may be, the surest first. A transfer is
    the sure one of one line at most: the second of two that name it was paid twice."""
    taken: set[int] = set()
    found = {}
    names = {payment.pk: _names_of(payment) for payment in transfers}
    numbers = {payment.pk: compact(payment.order.number) for payment in transfers}
    for line in lines:
        said = compact(line.text + line.payer)
        words = set(words_of(f"{line.text} {line.payer}"))
        own = []
        for payment in transfers:
            named = numbers[payment.pk] in said
            fits = (payment.amount, payment.currency) == (line.amount, line.currency)
            if named and fits and payment.pk not in taken:
                own.append(Suggestion(payment, Sureness.SURE))
            elif named:
                own.append(Suggestion(payment, Sureness.WRONG))
            elif fits and len(names[payment.pk] & words) >= 2:
                own.append(Suggestion(payment, Sureness.LIKELY))
            elif fits:
                own.append(Suggestion(payment, Sureness.POSSIBLE))
        own.sort(key=lambda one: ORDER.index(one.sureness))
        taken |= {one.payment.pk for one in own if one.sureness == Sureness.SURE}
        found[line.pk] = own[:MOST_SHOWN]
    return found


def _names_of(payment: Payment) -> set[str]:
    address, person = payment.order.shipping_address, payment.order.placement.person
    said = f"{person.first_name} {person.last_name}"
    if address:
        said += f" {address.first_name} {address.last_name}"
    return {word for word in words_of(said) if len(word) > 2}

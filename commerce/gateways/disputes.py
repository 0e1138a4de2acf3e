"""Disputes, as a provider tells of them now."""

from decimal import Decimal

from .base import DisputeAnswer, DisputeState
from .changing import change
from .models import Dispute, Payment
from .registry import get_gateway


def undecided(payment: Payment) -> set[str]:
    """The names of a payment's disputes that are not decided as far as we know."""
    rows = payment.disputes.filter(state__in=Dispute.OPEN_STATES)
    return set(rows.values_list("reference", flat=True))


def ask(payment: Payment, *, undecided: set[str]) -> list[DisputeAnswer]:
    """Every dispute of a payment, by its provider. Raises GatewayUnavailable."""
    return get_gateway(payment.gateway).disputes(payment, undecided=undecided)


def write_down(
    payment: Payment, answers: list[DisputeAnswer], *, undecided: set[str]
) -> list[Dispute]:
    """Keep what a provider told of a payment, whose order's row the caller holds. Returns the
    disputes whose state is news, oldest first. ``undecided``: those that were so when the provider
    was asked. Of these, what it tells no more is over; what we heard of meanwhile is not."""
    known = {row.reference: row for row in payment.disputes.all()}
    told = {answer.reference for answer in answers}
    news = [row for answer in answers if (row := _write(payment, known, answer))]
    for row in known.values():
        is_gone = row.reference in undecided and row.reference not in told
        if is_gone and row.state in Dispute.OPEN_STATES:
            change(row, state=DisputeState.WON, is_withdrawn=False)
            news.append(row)
    taken = payment.disputes.filter(is_withdrawn=True).values_list("amount", flat=True)
    change(payment, disputed=sum(taken, start=Decimal(0)))
    return sorted(news, key=lambda row: (row.opened_at, row.pk))


def _write(payment: Payment, known: dict[str, Dispute], answer: DisputeAnswer) -> Dispute | None:
    told = {
        "state": answer.state,
        "amount": answer.amount,
        "is_withdrawn": answer.is_withdrawn,
        "reason": answer.reason[:80],
        "answer_until": answer.answer_until,
    }
    # When it was opened is what was told first: some tell only when it last changed.
    if (row := known.get(answer.reference)) is None:
        return Dispute.objects.create(
            payment=payment, reference=answer.reference, opened_at=answer.opened_at, **told
        )
    before = row.state
    change(row, **told)
    return row if row.state != before else None

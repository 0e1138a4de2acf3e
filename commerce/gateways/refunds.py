"""Giving money back, so that it neither gets lost nor goes twice.

A refund is asked for in the transaction that decides it, together with the job that sends it
(``refund_sending``), under the order's row.
"""

from decimal import Decimal

from django.db import transaction

from background.outbox import queue

from .base import GatewayUnavailable, RefundRefused
from .changing import change
from .locking import payment_of_locked_order
from .models import Payment, Refund
from .of_order import payments_of
from .refund_sending import send_refund, settle_refund
from .tasks import send_refund as send_refund_job


class RefundedMeanwhile(RefundRefused):
    """More was given back since somebody looked."""


class RefundUnderWay(RefundRefused):
    """A refund of ours of that payment and amount is open: what was found may be it."""


@transaction.atomic
def ask_refunds(
    *,
    order,
    amount: Decimal,
    reason: str,
    by=None,
    cause: str = "",
    units: dict[int, int] | None = None,
    shipping: Decimal = Decimal(0),
    seen_refunded: Decimal | None = None,
) -> list[Refund]:
    """Decide that ``amount`` of what an order's payments brought goes back, in the order's
    currency, never more than came. The caller holds the order's row.

    The newest payment gives first, then those before it: a refund for each. ``seen_refunded`` is
    what had been given back when somebody decided: a second click, or a second clerk, is refused.
    ``units``: of which lines it is the money, and ``shipping``: how much of it is the shipping's,
    for the books (``Refund.units``).
    Raises RefundRefused (RefundedMeanwhile for that case).
    """
    payments = payments_of(order)
    if seen_refunded is not None and payments.went_back != seen_refunded:
        raise RefundedMeanwhile("refunded in between")
    if amount <= 0 or not payments.refundable:
        raise RefundRefused("nothing to give back")
    if amount > payments.refundable:
        raise RefundRefused("more than was paid")
    asked = []
    said = {"cause": cause, "units": units, "shipping": shipping}
    for payment in reversed(payments.all):
        share = min(amount, payment.refundable)
        if share > 0:
            asked.append(ask_refund(payment=payment, amount=share, reason=reason, by=by, **said))
            amount -= share
            said = {"cause": cause}
    return asked


@transaction.atomic
def ask_refund(
    *,
    payment: Payment,
    amount: Decimal,
    reason: str,
    by=None,
    cause: str = "",
    units: dict[int, int] | None = None,
    shipping: Decimal = Decimal(0),
) -> Refund:
    """Decide that ``amount`` goes back, in the payment's currency, never more than came. The
    caller holds the order's row.

    It counts as given back from here on, and a job sends it once the transaction commits. Raises
    RefundRefused.
    """
    current = _take_off(payment, amount)
    refund = Refund.objects.create(
        payment=current,
        amount=amount,
        reason=reason[:255],
        by=by,
        cause=cause,
        units=units or {},
        shipping=shipping,
    )
    queue(send_refund_job, refund_id=refund.pk)
    return refund


def _take_off(payment: Payment, amount: Decimal) -> Payment:
    """Count ``amount`` as given back of a payment. Returns it as it is now, its order locked."""
    current = payment_of_locked_order(payment.pk)
    if current.state != Payment.State.SUCCEEDED or amount <= 0:
        raise RefundRefused("nothing to give back")
    if amount > current.refundable:
        # More than came, or its bank has it already: it would go back twice.
        raise RefundRefused("disputed" if current.disputed else "more than was paid")
    change(current, refunded=current.refunded + amount)
    payment.refunded = current.refunded
    return current


@transaction.atomic
def write_down(*, payment: Payment, amount: Decimal, reference: str, reason: str, by) -> Refund:
    """Count what somebody gave back at the provider itself, whose name of it is ``reference``; the
    same one is counted once. Nothing is sent. Raises RefundRefused (RefundUnderWay where it may be
    one of ours)."""
    current = payment_of_locked_order(payment.pk)
    if is_under_way(current, amount):
        raise RefundUnderWay("a refund of this amount is on its way")
    current = _take_off(payment, amount)
    if current.refunds.filter(provider_reference=reference).exists():
        raise RefundRefused("it is written down already")
    refund = Refund.objects.create(payment=current, amount=amount, reason=reason[:255], by=by)
    return settle_refund(refund, Refund.State.DONE, reference=reference)


def is_under_way(payment: Payment, amount: Decimal) -> bool:
    """Whether a refund of so much was asked for, and the provider's answer is still to come."""
    return any(one.is_open for one in payment.refunds.filter(amount=amount))


def ask_again(refund: Refund) -> bool:
    """Send a refund that is open or was refused once more, with its own key: what the provider has
    done is not done twice. False where it does not answer now. Raises RefundRefused."""
    with transaction.atomic():
        payment_of_locked_order(refund.payment_id)
        refund.refresh_from_db()
        if refund.state == Refund.State.REFUSED:
            _take_off(refund.payment, refund.amount)
            refund.state, refund.settled_at, refund.failure = Refund.State.ASKED, None, ""
            refund.save(update_fields=["state", "settled_at", "failure"])
            queue(send_refund_job, refund_id=refund.pk)
    return send_while_they_wait([refund])


def send_while_they_wait(asked: list[Refund]) -> bool:
    """Not only by the job: whoever decided it sees what the providers say. False where one does
    not answer now (the job asks until it does). Raises RefundRefused where one says no, once all
    were sent."""
    sent = [_send_now(refund) for refund in asked]
    refused = [one for one in sent if one is not None and one.state == Refund.State.REFUSED]
    if refused:
        raise RefundRefused("; ".join(one.failure for one in refused))
    return None not in sent


def _send_now(refund: Refund) -> Refund | None:
    try:
        return send_refund(refund)
    except GatewayUnavailable:
        return None

"""Asking providers and writing down what they say. Callers hold no lock while they wait."""

from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from .base import Answer, InvalidSignature, NextStep, Outcome, RefundRefused
from .models import GatewayEvent, Payment, Refund
from .registry import get_gateway

STATES = {
    Outcome.OPEN: Payment.State.PENDING,
    Outcome.SUCCEEDED: Payment.State.SUCCEEDED,
    Outcome.DUE: Payment.State.DUE,
    Outcome.DECLINED: Payment.State.FAILED,
    Outcome.CANCELLED: Payment.State.CANCELLED,
}
# Once money came, only a refund changes the payment.
SETTLED = {Payment.State.SUCCEEDED, Payment.State.REFUNDED}


class RefundedMeanwhile(RefundRefused):
    """More was given back since somebody looked."""


def record_answer(payment: Payment, answer: Answer) -> None:
    """Write down a provider's answer. The caller holds the order's row."""
    if payment.state in SETTLED:
        return
    payment.state = STATES[answer.outcome]
    payment.failure_code = answer.failure_code
    payment.provider_reference = answer.reference or payment.provider_reference
    payment.save(update_fields=["state", "failure_code", "provider_reference", "updated_at"])


def begin(payment: Payment, *, return_url: str) -> tuple[Answer, NextStep]:
    """Start or resume the payment at its gateway. Raises GatewayUnavailable."""
    return get_gateway(payment.gateway).begin(payment, return_url=return_url)


def look_up(payment: Payment) -> Answer:
    return get_gateway(payment.gateway).look_up(payment)


def cancel(payment: Payment) -> Answer:
    return get_gateway(payment.gateway).cancel(payment)


def refund(
    *,
    payment: Payment,
    amount: Decimal,
    reason: str,
    by=None,
    seen_refunded: Decimal | None = None,
) -> Refund:
    """Give money back, in the payment's currency, never more than came.

    The row is written first, so that a call that is cut off can be repeated with the same key.
    ``seen_refunded`` is what had been given back when somebody decided: a second click, or a
    second clerk, is refused. Raises RefundRefused (RefundedMeanwhile for that case).
    """
    with transaction.atomic():
        locked = Payment.objects.select_for_update().get(pk=payment.pk)
        if seen_refunded is not None and locked.refunded != seen_refunded:
            raise RefundedMeanwhile("refunded in between")
        if locked.state != Payment.State.SUCCEEDED or amount <= 0:
            raise RefundRefused("nothing to give back")
        if locked.refunded + amount > locked.amount:
            raise RefundRefused("more than was paid")
        locked.refunded += amount
        locked.save(update_fields=["refunded", "updated_at"])
        row = Refund.objects.create(payment=locked, amount=amount, reason=reason, by=by)
    try:
        reference = get_gateway(payment.gateway).refund(
            locked, amount=amount, idempotency_key=row.idempotency_key
        )
    except RefundRefused:
        with transaction.atomic():
            locked = Payment.objects.select_for_update().get(pk=payment.pk)
            locked.refunded -= amount
            locked.save(update_fields=["refunded", "updated_at"])
            row.delete()
        raise
    row.provider_reference = reference
    row.save(update_fields=["provider_reference"])
    if locked.refunded == locked.amount:
        Payment.objects.filter(pk=payment.pk).update(state=Payment.State.REFUNDED)
    payment.refresh_from_db()
    return row


def take_notification(*, gateway_code: str, body: bytes, headers) -> GatewayEvent | None:
    """Verify a provider's notification and take it once.

    Returns the event to handle (its ``reference`` names the payment), None where it was handled
    before. Raises InvalidSignature, also for a gateway that there is not.
    """
    try:
        gateway = get_gateway(gateway_code)
    except KeyError:
        raise InvalidSignature("no such gateway") from None
    notification = gateway.read_notification(body=body, headers=headers)
    event, _created = GatewayEvent.objects.get_or_create(
        gateway=gateway_code,
        event_id=notification.event_id,
        defaults={"payload": notification.payload, "reference": notification.reference},
    )
    return None if event.handled_at else event


def close_notification(event: GatewayEvent) -> None:
    """The payment was looked up: this event is done with."""
    event.handled_at = timezone.now()
    event.save(update_fields=["handled_at"])

"""Payments and their refunds are written under the row of their order."""

from oscar.core.loading import get_model

from background.locks import locked

from .models import Payment

Order = get_model("order", "Order")


def payment_of_locked_order(payment_id: int) -> Payment:
    """The payment as it is now; nobody else writes on it until the transaction ends."""
    locked(Order.objects.filter(payments=payment_id)).get()
    return Payment.objects.get(pk=payment_id)

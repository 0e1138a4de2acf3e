"""The form of a provider's in which a shopper pays: shown as often as its page is opened."""

from commerce.gateways.base import NextStep
from commerce.gateways.models import Payment
from commerce.gateways.of_order import payments_of

from .attempts import begin_payment


def form_of(*, order, return_url: str) -> NextStep | None:
    """The form in which the order's payment goes on, once it was begun (``start_payment``); None
    where there is none to show: it was not begun, is over, or its provider wants no form (any
    more). ``return_url`` as of ``start_payment``. Writes nothing. Raises GatewayUnavailable."""
    payment = payments_of(order).open
    if order.status != "pending" or payment is None or not payment.provider_reference:
        return None
    if payment.state == Payment.State.CANCELLED:
        return None
    _answer, step = begin_payment(payment, return_url=return_url)
    return step if step.kind == "form" else None

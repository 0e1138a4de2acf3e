"""The form of a provider's in which a shopper pays: shown as often as its page is opened."""

from commerce.gateways import services as gateways
from commerce.gateways.base import NextStep
from commerce.gateways.models import Payment
from commerce.gateways.of_order import payments_of

from .attempt_limit import TooManyAttempts, is_tried_too_often
from .attempts import way_back

BEGUN = (Payment.State.STARTING, Payment.State.PENDING)


def form_of(*, order, return_url: str, user=None) -> NextStep | None:
    """The form in which the order's payment goes on, once it was begun (``start_payment``).

    None where the order waits for no payment that was begun: it is over, or was declined and is
    begun anew from the order's page. A step that is ``done`` where the provider wants no form any
    more: perhaps it was paid in another tab. ``user``: who is signed in, if anybody: what is kept
    for whose order it is, is shown to nobody else. ``return_url`` as of ``start_payment``. Only
    reads. Raises TooManyAttempts, GatewayUnavailable.
    """
    payment = payments_of(order).open
    if order.status != "pending" or payment is None:
        return None
    if is_tried_too_often(payment):
        raise TooManyAttempts(order)
    if payment.state not in BEGUN or not payment.provider_reference:
        return None
    is_theirs = user is not None and user.pk is not None and user.pk == order.user_id
    customer = user if is_theirs else None
    return gateways.form(payment, return_url=way_back(payment, return_url), customer=customer)

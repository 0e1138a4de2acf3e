from django.utils.translation import gettext_lazy as _

from commerce.gateways.base import Answer, Gateway, NextStep, Outcome
from commerce.gateways.models import Payment


class CashOnDeliveryGateway(Gateway):
    """Paid to the courier: the order is confirmed at once, the money is due at the door."""

    code = "cash_on_delivery"
    default_name = _("Cash on delivery")
    confirmed_by_staff = True
    paid_on_delivery = True
    leaves_basket = True

    def begin(self, payment, *, return_url):
        return self.look_up(payment), NextStep(kind="done")

    def look_up(self, payment):
        if payment.state == Payment.State.SUCCEEDED:
            return Answer(Outcome.SUCCEEDED)
        return Answer(Outcome.DUE)

    def cancel(self, payment):
        return Answer(Outcome.CANCELLED)

    def refund(self, payment, *, amount, idempotency_key):
        return ""

"""What a way to pay adds to an order."""

from django.utils.translation import gettext_lazy as _

from commerce.charges.kinds import ChargeKind

from .models import PaymentMethod
from .registry import all_gateways


def may_have_fee(gateway_code: str) -> bool:
    """Whether the courier brings this gateway's money: only that may cost extra."""
    gateway = all_gateways().get(gateway_code)
    return gateway is not None and gateway.paid_on_delivery


class CashOnDeliveryFee(ChargeKind):
    """What the market asks where the courier brings the money (``PaymentMethod.fee``)."""

    code, name = "cash_on_delivery", _("Cash on delivery fee")

    def price(self, order):
        if not may_have_fee(order.payment):
            return None
        methods = PaymentMethod.objects.filter(market=order.market.code, gateway=order.payment)
        return methods.filter(fee__gt=0).values_list("fee", flat=True).first()

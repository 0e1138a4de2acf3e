from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from commerce.charges.kinds import ChargeKind

# By market, in its currency; with tax where its prices have it.
PRICES = {"co": Decimal(5000), "us": Decimal("3.50")}


class GiftWrappingCharge(ChargeKind):
    code, name = "gift_wrapping", _("Gift wrapping")

    def price(self, order):
        if not order.chosen("gift_wrapping").get("wrapped"):
            return None
        return PRICES.get(order.market.code)

"""An order as the desk reads it in a list: plain words, no query beyond the row's own."""

from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from commerce.addresses.formats import region_name
from commerce.gateways.of_order import payments_of
from commerce.gateways.registry import gateway_name
from commerce.orders.states import STATUSES
from markets.dates import staff_moment
from markets.lookup import get_market, language_of
from markets.money import staff_money
from markets.names import country_name

# Wagtail's own looks of a status tag: primary is what is settled, label what waits.
TONES = {
    "pending": "w-status--label",
    "confirmed": "w-status--primary",
    "preparing": "w-status--primary",
    "partly_shipped": "w-status--primary",
    "shipped": "w-status--primary",
    "delivered": "w-status--primary",
}

RELATED = ("placement__person", "shipping_address")


class OrderRow:
    """What the list shows and exports of one order (loaded with ``RELATED`` and ``payments``)."""

    def __init__(self, order):
        self.order = order
        self.payments = payments_of(order)
        self.market = get_market(order.placement.market)
        self.edition = self.market.edition(language_of(get_language() or ""))

    @property
    def placed(self) -> str:
        return staff_moment(self.order.date_placed, self.market.code)

    @property
    def customer(self) -> str:
        address = self.order.shipping_address
        name = f"{address.first_name} {address.last_name}".strip() if address else ""
        return name or str(self.order.placement.person)

    @property
    def email(self) -> str:
        return self.order.placement.email

    @property
    def country(self) -> str:
        return country_name(self.market)

    @property
    def total(self) -> str:
        return staff_money(self.order.total_incl_tax, self.order.currency, self.edition)

    @property
    def status(self) -> str:
        if self.order.status == "expired" and getattr(self.order, "was_replaced", False):
            return _("Replaced")
        return str(STATUSES.get(self.order.status, self.order.status))

    @property
    def tone(self) -> str:
        return TONES.get(self.order.status, "")

    @property
    def payment(self) -> str:
        return self.payments.state_text

    @property
    def method(self) -> str:
        return self.payments.method_text(gateway_name)

    @property
    def delivery(self) -> str:
        return self.order.placement.delivery_name

    @property
    def place(self) -> str:
        address = self.order.shipping_address
        if address is None:
            return ""
        region = region_name(address.country_id, address.state)
        return ", ".join(dict.fromkeys(part for part in (address.line4, region) if part))

    def export(self) -> dict:
        """One row of a spreadsheet; the order with its lines, discounts and charges. Amounts are
        numbers, the currency beside them. Discounts are those on goods; the delivery's is in its
        price."""
        order = self.order
        return {
            "number": order.number,
            "placed": timezone.localtime(
                order.date_placed, ZoneInfo(self.market.time_zone)
            ).strftime("%Y-%m-%d %H:%M"),
            "customer": self.customer,
            "email": self.email,
            "phone": order.placement.phone,
            "market": self.country,
            "total": order.total_incl_tax,
            "currency": order.currency,
            "status": self.status,
            "payment": self.payment,
            "method": self.method,
            # Less than the total where the rest of an order was canceled before it was paid.
            "paid_or_due": self.payments.amount,
            "refunded": self.payments.refunded,
            "delivery": self.delivery,
            "place": self.place,
            "lines": ", ".join(
                f"{line.quantity} × {line.partner_sku or line.title}" for line in order.lines.all()
            ),
            "units": sum(line.quantity for line in order.lines.all()),
            "discount": sum(
                given.amount for given in order.discounts.all() if not given.is_shipping_discount
            ),
            "delivery_price": order.shipping_incl_tax,
            "other_charges": order.surcharge_incl_tax,
            "tax": order.total_incl_tax - order.total_excl_tax,
        }

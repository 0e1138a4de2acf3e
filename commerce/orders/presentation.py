"""An order as customers read it: on its page, in mails, on paper."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from cms.content.plain_text import lines_of_html
from commerce.addresses.formats import address_lines, show_phone
from commerce.charges.rows import charge_rows
from commerce.gateways.models import Payment, Refund
from commerce.gateways.of_order import OrderPayments, is_paid_online, payments_of
from commerce.gateways.words import method_words
from markets.dates import format_day, format_moment
from markets.lookup import get_market, language_of
from markets.money import format_money

from .charges import charges_of
from .choices import describe_choices
from .journey import Journey
from .lines import own_amount, shown_lines
from .methods import other_methods
from .states import STATUSES

BADGES = {
    "pending": "warning",
    "delivered": "success",
    "expired": "danger",
    "cancelled": "danger",
}


class OrderView(Journey):
    """Plain values for templates, in one edition. Amounts are as frozen in the order.

    ``for_mail``: addresses are whole, and pictures are what programs for mail can show.
    """

    def __init__(self, order, *, edition: str, for_mail: bool = False):
        self.order = order
        self.edition = edition
        self.market = get_market(order.placement.market)
        self.for_mail = for_mail

    @property
    def number(self) -> str:
        return self.order.number

    @property
    def status(self) -> str:
        return self.order.status

    @property
    def status_text(self) -> str:
        return str(STATUSES.get(self.order.status, self.order.status))

    @property
    def is_past_thanks(self) -> bool:
        """Whether its page begins with the state: thanks are for an order just placed."""
        return self.order.status not in ("pending", "confirmed")

    @property
    def badge(self) -> str:
        """The look of the state: a kind of components/badge.html."""
        return BADGES.get(self.order.status, "")

    @property
    def url(self) -> str:
        return reverse("orders:detail", kwargs={"number": self.number})

    @property
    def first_name(self) -> str:
        address = self.order.shipping_address
        return address.first_name if address else ""

    @property
    def email(self) -> str:
        return self.order.placement.email

    @property
    def placed_on(self) -> str:
        return format_day(self.order.date_placed, self.edition)

    @property
    def held_until_text(self) -> str:
        until = self.order.placement.held_until
        return format_moment(until, self.edition) if until else ""

    def money(self, amount) -> str:
        return format_money(amount, self.order.currency, self.edition)

    @cached_property
    def goods(self) -> list:
        """The order's own lines, with their products. One query."""
        return list(self.order.lines.select_related("product").order_by("pk"))

    @cached_property
    def lines(self) -> list[dict]:
        return shown_lines(
            self.goods,
            placement=self.order.placement,
            edition=self.edition,
            money=self.money,
            included=self._included,
            never={line["line"]: line["quantity"] for line in self.never_sent},
            for_mail=self.for_mail,
        )

    @property
    def _included(self) -> bool:
        return self.market.prices_include_tax

    @cached_property
    def rows(self) -> list[dict]:
        order = self.order
        # Before what offers took off: that is told in rows of its own.
        goods = sum((own_amount(line, included=self._included) for line in self.goods), start=0)
        charges = [
            (charge.name, charge.incl_tax if self._included else charge.excl_tax)
            for charge in charges_of(order)
        ]
        rows = [
            {"label": self._subtotal, "amount": self.money(goods)},
            *self.discounts,
            *charge_rows(charges, money=self.money),
        ]
        tax = order.total_incl_tax - order.total_excl_tax
        if not self._included:
            rows.append({"label": _("Sales tax"), "amount": self.money(tax)})
        return rows

    @property
    def _subtotal(self) -> str:
        """With the group whose prices the order was placed at, where it was one's."""
        group = self.order.placement.customer_group
        return _("Subtotal (%(tier)s price)") % {"tier": group} if group else _("Subtotal")

    @cached_property
    def discounts(self) -> list[dict]:
        """What each offer gave, with the coupon's code; what was taken off the delivery is in
        its price already, so that row only tells."""
        rows = []
        for given in self.order.discounts.all():
            amount = self.money(-given.amount)
            if given.is_shipping_discount:
                amount = _("On shipping: %(amount)s") % {"amount": amount}
            code = f" ({given.voucher_code})" if given.voucher_code else ""
            rows.append({"label": f"{given.offer_name}{code}", "amount": amount})
        return rows

    @property
    def total(self) -> dict:
        order = self.order
        tax = order.total_incl_tax - order.total_excl_tax
        note = ""
        if self._included and tax:
            note = _("Including %(tax)s in taxes") % {
                "tax": format_money(tax, self.order.currency, self.edition, whole=True)
            }
        return {"label": _("Total"), "amount": self.money(order.total_incl_tax), "note": note}

    @property
    def address(self) -> list[str]:
        return address_lines(self.order.shipping_address)

    @property
    def phone(self) -> str:
        return show_phone(self.order.placement.phone, self.market.country)

    @property
    def wish(self) -> str:
        """What the customer asked the courier to know."""
        address = self.order.shipping_address
        return address.notes if address else ""

    @property
    def delivery_text(self) -> str:
        return self.order.placement.delivery_name

    @property
    def chosen(self) -> list[dict]:
        """What was chosen besides, as {label, text}: wrapping, a card's text."""
        return describe_choices(self.order.placement.choices, edition=self.edition)

    @cached_property
    def payments(self) -> OrderPayments:
        return payments_of(self.order)

    @cached_property
    def payment_words(self):
        """Of the method that the order is paid by now."""
        gateway = self.payments.current.gateway
        return method_words(self.market.code, gateway, language_of(self.edition))

    def _method_name(self, gateway: str) -> str:
        if gateway == self.payments.current.gateway:
            return self.payment_words.name
        return method_words(self.market.code, gateway, language_of(self.edition)).name

    @property
    def payment_text(self) -> str:
        return self.payments.method_text(self._method_name)

    @property
    def payment_state(self) -> str:
        return self.payments.state_text

    def refund_words(self, refund: Refund) -> dict:
        """How much goes back, and by which way to pay."""
        return {
            "amount_text": self.money(refund.amount),
            "method": self._method_name(refund.payment.gateway),
        }

    @property
    def refunds(self) -> list[dict]:
        """What was given back, oldest first: amount and day. Not what is still on its way."""
        return [
            {
                "amount_text": self.money(refund.amount),
                "when": format_day(refund.settled_at, self.edition),
            }
            for refund in self.payments.refunds
            if refund.state == Refund.State.DONE
        ]

    @property
    def instructions(self) -> str:
        """What is left to do to pay, as HTML written by the company; empty once paid."""
        if self.order.status in ("expired", "cancelled") or self.payments.is_settled:
            return ""
        return self.payment_words.instructions

    @property
    def instructions_text(self) -> str:
        """The same for a mail without HTML."""
        return lines_of_html(self.instructions)

    @property
    def can_be_paid(self) -> bool:
        """Whether a "pay now" button makes sense: pending, and not a matter of staff."""
        payment = self.payments.open
        return bool(self.order.status == "pending" and payment and is_paid_online(payment))

    @property
    def pay_url(self) -> str:
        return reverse("checkout:pay", kwargs={"number": self.number})

    @property
    def has_other_methods(self) -> bool:
        """Whether it can be paid another way, at its price."""
        return self.order.status == "pending" and bool(
            other_methods(self.order, edition=self.edition)
        )

    @property
    def other_method_url(self) -> str:
        return reverse("checkout:method", kwargs={"number": self.number})

    @property
    def to_pay(self) -> str:
        """What is asked for now of an order that waits for it; of any other, its total."""
        asked = self.payments.open if self.order.status == "pending" else None
        return self.money(asked.amount if asked else self.order.total_incl_tax)

    @property
    def owed(self) -> str:
        """What is neither paid nor due at the door."""
        return self.money(self.payments.owed)

    @property
    def is_part_paid(self) -> bool:
        """Whether a part came, and the rest is waited for."""
        return self.order.status == "pending" and self.payments.paid > 0

    @property
    def keeps_cart(self) -> bool:
        """Whether what was ordered is still in the cart, until it is paid."""
        return self.order.placement.pending_basket_id is not None

    @property
    def declined(self) -> bool:
        return self.order.status == "pending" and self.payments.state == Payment.State.FAILED

    @property
    def given_for_the_rest(self) -> str:
        """What goes back for what will not be sent; "" where nothing does, or where the provider
        said no."""
        closed = next((e for e in self.order.events.all() if e.kind == "rest_cancelled"), None)
        asked = closed.detail.get("refunds", ()) if closed else ()
        amounts = [
            refund.amount
            for refund in self.payments.refunds
            if refund.pk in asked and refund.state != Refund.State.REFUSED
        ]
        return self.money(sum(amounts)) if amounts else ""

    @property
    def due(self) -> str:
        """What is to be paid at the door, "" where nothing is."""
        due = self.payments.due
        return self.money(due) if due else ""

    @property
    def payment_amount(self) -> str:
        """The sum that belongs to the payment's state, where the total does not say it: what is to
        be paid at the door, or came there for an order that was closed without its rest."""
        amount = self.payments.amount
        is_another = amount != self.order.total_incl_tax
        return self.due or (self.money(amount) if is_another else "")

    def when(self, moment) -> str:
        """A moment as this reader's clock shows it."""
        return format_moment(moment, self.edition)

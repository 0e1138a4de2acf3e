"""Template context of an order: for the customer's page, mails and printed papers."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from cms.content.plain_text import lines_of_html
from commerce.addresses.formats import address_lines, show_phone
from commerce.charges.rows import charge_rows
from commerce.gateways.models import Payment, Refund
from commerce.gateways.of_order import OrderPayments, is_paid_online, payments_of
from commerce.gateways.registry import all_gateways
from commerce.gateways.words import method_words
from markets.dates import format_day, format_moment
from markets.lookup import get_market, language_of
from markets.money import format_money

from .attempt_limit import is_tried_too_often
from .charges import charges_of
from .choices import describe_choices
from .journey import Journey
from .lines import own_amount, shown_lines
from .methods import methods_left
from .states import STATUSES

BADGES = {
    "pending": "warning",
    "delivered": "success",
    "expired": "danger",
    "cancelled": "danger",
}


class OrderView(Journey):
    """An order's values for templates, in one edition. Amounts are those stored with the order.

    ``for_mail``: URLs are absolute, and pictures have formats that mail clients can show.
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
        """Whether the page begins with the order's state instead of thanks for the order."""
        return self.order.status not in ("pending", "confirmed")

    @property
    def badge(self) -> str:
        """The kind of components/badge.html for the state."""
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

    @property
    def waits_until_text(self) -> str:
        """Until when what the shopper began can be paid (a voucher), "" where nothing was begun."""
        payment = self.payments.open if self.order.status == "pending" else None
        return self.when(payment.waits_until) if payment and payment.waits_until else ""

    def money(self, amount) -> str:
        return format_money(amount, self.order.currency, self.edition)

    @cached_property
    def order_lines(self) -> list:
        """The order's own lines, with their products. One query."""
        return list(self.order.lines.select_related("product").order_by("pk"))

    @cached_property
    def lines(self) -> list[dict]:
        return shown_lines(
            self.order_lines,
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
        # Before discounts, which have rows of their own.
        goods = sum(
            (own_amount(line, included=self._included) for line in self.order_lines), start=0
        )
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
        """The subtotal's row, with the name of the customer group whose prices were used, if
        any."""
        group = self.order.placement.customer_group
        return _("Subtotal (%(tier)s price)") % {"tier": group} if group else _("Subtotal")

    @cached_property
    def discounts(self) -> list[dict]:
        """One row for each discount, with the coupon's code. A discount on shipping is included in
        the shipping price, so its row has no amount."""
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
        """The customer's delivery instructions."""
        address = self.order.shipping_address
        return address.notes if address else ""

    @property
    def delivery_text(self) -> str:
        return self.order.placement.delivery_name

    @property
    def chosen(self) -> list[dict]:
        """The choices of apps, as {label, text}: gift wrapping, a card's text."""
        return describe_choices(self.order.placement.choices, edition=self.edition)

    @cached_property
    def payments(self) -> OrderPayments:
        return payments_of(self.order)

    @cached_property
    def payment_words(self):
        """The texts of the current payment method."""
        gateway = self.payments.current.gateway
        return method_words(self.market.code, gateway, language_of(self.edition))

    def method_name(self, gateway: str) -> str:
        """The payment method's name for customers."""
        if gateway == self.payments.current.gateway:
            return self.payment_words.name
        return method_words(self.market.code, gateway, language_of(self.edition)).name

    @property
    def payment_text(self) -> str:
        return self.payments.method_text(self.method_name)

    @property
    def payment_state(self) -> str:
        return self.payments.state_text

    def refund_words(self, refund: Refund) -> dict:
        """A refund's amount and payment method."""
        return {
            "amount_text": self.money(refund.amount),
            "method": self.method_name(refund.payment.gateway),
        }

    @property
    def refunds(self) -> list[dict]:
        """Completed refunds, oldest first: amount and day. Without pending ones."""
        return [
            {
                "amount_text": self.money(refund.amount),
                "when": format_day(refund.settled_at, self.edition),
            }
            for refund in self.payments.refunds
            if refund.state == Refund.State.DONE
        ]

    @property
    def has_receipt(self) -> bool:
        """Whether any money came: then what is printed is a receipt."""
        return any(payment.has_come for payment in self.payments.all)

    @property
    def instructions(self) -> str:
        """The payment method's instructions as HTML, "" once paid."""
        if self.order.status in ("expired", "cancelled") or self.payments.is_settled:
            return ""
        return self.payment_words.instructions

    @property
    def instructions_text(self) -> str:
        """The payment method's instructions as plain text, for mails."""
        return lines_of_html(self.instructions)

    @property
    def can_be_paid(self) -> bool:
        """Whether the customer can pay now: the order is pending, and not paid by a method that
        staff record."""
        payment = self.payments.open
        return bool(self.order.status == "pending" and payment and is_paid_online(payment))

    @property
    def pay_url(self) -> str:
        return reverse("checkout:pay", kwargs={"number": self.number})

    @property
    def has_other_methods(self) -> bool:
        """Whether there is another payment method with the same total that may be chosen."""
        return self.order.status == "pending" and bool(
            methods_left(self.order, edition=self.edition)
        )

    @property
    def other_method_url(self) -> str:
        return reverse("checkout:method", kwargs={"number": self.number})

    @property
    def to_pay(self) -> str:
        """The amount to pay of an order that awaits payment; of any other order its total."""
        asked = self.payments.open if self.order.status == "pending" else None
        return self.money(asked.amount if asked else self.order.total_incl_tax)

    @property
    def owed(self) -> str:
        """The amount that is neither paid nor due on delivery."""
        return self.money(self.payments.owed)

    @property
    def is_part_paid(self) -> bool:
        """Whether a part was paid and the rest is awaited."""
        return self.order.status == "pending" and self.payments.paid > 0

    @property
    def keeps_cart(self) -> bool:
        """Whether the items are still in the cart until the order is paid."""
        return self.order.placement.pending_basket_id is not None

    @property
    def declined(self) -> bool:
        """Also where its provider, or we, stopped the payment after that."""
        if self.order.status != "pending" or self.is_tried_too_often:
            return False
        state = self.payments.state
        was_stopped = state == Payment.State.CANCELLED and self.payments.current.failure_code
        return state == Payment.State.FAILED or bool(was_stopped)

    @cached_property
    def is_tried_too_often(self) -> bool:
        """Whether no card may be tried for it any more, and it waits for one."""
        payment = self.payments.open if self.order.status == "pending" else None
        # Not asked about each order of a list: one that was begun once was not tried too often.
        was_tried = len(self.payments.all) > 1 or (payment is not None and payment.declines)
        return bool(payment and was_tried and is_tried_too_often(payment))

    @property
    def decline_text(self) -> str:
        """What can be done about a decline; "" where its provider says no more than that."""
        payment = self.payments.current
        gateway = all_gateways().get(payment.gateway)
        return gateway.decline_text(payment.failure_code) if gateway else ""

    @property
    def given_for_the_rest(self) -> str:
        """The refund for canceled units; "" if there is none, or the provider refused it."""
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
        """The amount due on delivery, "" if none."""
        due = self.payments.due
        return self.money(due) if due else ""

    @property
    def payment_amount(self) -> str:
        """The amount beside the payment's state if it differs from the total: due on delivery, or
        paid on delivery for an order of which units were canceled."""
        amount = self.payments.amount
        is_another = amount != self.order.total_incl_tax
        return self.due or (self.money(amount) if is_another else "")

    def when(self, moment) -> str:
        """A moment in the market's time zone, formatted."""
        return format_moment(moment, self.edition)

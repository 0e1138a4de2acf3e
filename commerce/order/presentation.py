"""An order as customers read it: on its page, in mails, on paper."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from oscar.core.loading import get_model

from cms.plain_text import lines_of_html
from commerce.checkout.addresses import address_lines
from commerce.checkout.events import label
from commerce.gateways.models import Payment, Refund
from commerce.gateways.words import method_words
from commerce.listings.models import Listing
from markets.dates import format_day, format_moment
from markets.lookup import get_market, language_of
from markets.money import format_money
from markets.storefront_urls import absolute

from .parcels import left_to_send

ProductAttributeValue = get_model("catalogue", "ProductAttributeValue")

STATUSES = {
    "pending": gettext_lazy("Awaiting payment"),
    "confirmed": gettext_lazy("Confirmed"),
    "preparing": gettext_lazy("Preparing"),
    "partly_shipped": gettext_lazy("Partially shipped"),
    "shipped": gettext_lazy("On its way"),
    "delivered": gettext_lazy("Delivered"),
    "expired": gettext_lazy("Not paid in time"),
    "cancelled": gettext_lazy("Canceled"),
}
# The way an order goes when all is well.
WAY = ["placed", "confirmed", "preparing", "shipped", "delivered"]

BADGES = {
    "pending": "warning",
    "delivered": "success",
    "expired": "danger",
    "cancelled": "danger",
}


def payment_state_text(payment) -> str:
    if payment.state == Payment.State.SUCCEEDED and payment.refunded:
        return _("Paid, partly refunded")
    return payment.get_state_display()


class OrderView:
    """Plain values for templates, in one variant. Amounts are as frozen in the order."""

    def __init__(self, order, *, variant: str, absolute: bool = False):
        self.order = order
        self.variant = variant
        self.market = get_market(order.placement.market)
        self.absolute = absolute

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
        return format_day(self.order.date_placed, self.variant)

    @property
    def held_until_text(self) -> str:
        until = self.order.placement.held_until
        return format_moment(until, self.variant) if until else ""

    def money(self, amount) -> str:
        return format_money(amount, self.order.currency, self.variant)

    @cached_property
    def lines(self) -> list[dict]:
        rows = list(self.order.lines.select_related("product").order_by("pk"))
        parents = {row.product.parent_id or row.product_id for row in rows if row.product}
        images = {
            listing.product_id: listing
            for listing in Listing.objects.in_market(
                self.order.placement.market, language_of(self.variant)
            ).filter(product_id__in=parents)
        }
        options: dict[int, set[int]] = {}
        for product, option in ProductAttributeValue.objects.filter(
            product_id__in=[row.product_id for row in rows], value_option__isnull=False
        ).values_list("product_id", "value_option_id"):
            options.setdefault(product, set()).add(option)
        lines = []
        for row in rows:
            listing = images.get((row.product.parent_id or row.product_id) if row.product else None)
            image = listing.picture(options.get(row.product_id, set())) if listing else None
            if image and self.absolute:
                image = {**image, "src": absolute(image["src"])}
            tag_price = row.line_price_incl_tax if self._included else row.line_price_excl_tax
            before = (
                row.line_price_before_discounts_incl_tax
                if self._included
                else row.line_price_before_discounts_excl_tax
            )
            lines.append(
                {
                    "title": row.title,
                    "sku": row.upc or row.partner_sku,
                    "options_text": "",
                    "quantity": row.quantity,
                    "amount": self.money(tag_price),
                    "was": self.money(before) if before != tag_price else "",
                    "image": image,
                }
            )
        return lines

    @property
    def _included(self) -> bool:
        return self.market.prices_include_tax

    @property
    def rows(self) -> list[dict]:
        order = self.order
        # Before what offers took off: that is told in rows of its own.
        goods = sum(
            (
                line.line_price_before_discounts_incl_tax
                if self._included
                else line.line_price_before_discounts_excl_tax
                for line in order.lines.all()
            ),
            start=0,
        )
        delivery = order.shipping_incl_tax if self._included else order.shipping_excl_tax
        rows = [
            {"label": _("Subtotal"), "amount": self.money(goods)},
            *self.discounts,
            {
                "label": _("Shipping"),
                "amount": self.money(delivery) if delivery else _("Free"),
            },
        ]
        tax = order.total_incl_tax - order.total_excl_tax
        if not self._included:
            rows.append({"label": _("Sales tax"), "amount": self.money(tax)})
        return rows

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
                "tax": format_money(tax, self.order.currency, self.variant, whole=True)
            }
        return {"label": _("Total"), "amount": self.money(order.total_incl_tax), "note": note}

    @property
    def address(self) -> list[str]:
        return address_lines(self.order.shipping_address)

    @property
    def delivery_text(self) -> str:
        return self.order.placement.delivery_name

    @cached_property
    def payment_words(self):
        return method_words(self.market.code, self.order.payment.gateway, language_of(self.variant))

    @property
    def payment_text(self) -> str:
        return self.payment_words.name

    @property
    def payment_state(self) -> str:
        return payment_state_text(self.order.payment)

    @property
    def refunds(self) -> list[dict]:
        """What was given back, oldest first: amount and day. Not what is still on its way."""
        return [
            {
                "amount_text": self.money(refund.amount),
                "when": format_day(refund.settled_at, self.variant),
            }
            for refund in sorted(self.order.payment.refunds.all(), key=lambda one: one.pk)
            if refund.state == Refund.State.DONE
        ]

    @property
    def instructions(self) -> str:
        """What is left to do to pay, as HTML written by the company; empty once paid."""
        settled = (Payment.State.SUCCEEDED, Payment.State.REFUNDED)
        if self.order.status in ("expired", "cancelled") or self.order.payment.state in settled:
            return ""
        return self.payment_words.instructions

    @property
    def instructions_text(self) -> str:
        """The same for a mail without HTML."""
        return lines_of_html(self.instructions)

    @property
    def can_be_paid(self) -> bool:
        """Whether a "pay now" button makes sense: pending, and not a matter of staff."""
        from commerce.gateways.registry import all_gateways

        gateway = all_gateways().get(self.order.payment.gateway)
        return bool(self.order.status == "pending" and gateway and not gateway.confirmed_by_staff)

    @property
    def pay_url(self) -> str:
        return reverse("checkout:pay", kwargs={"number": self.number})

    @property
    def declined(self) -> bool:
        return self.order.status == "pending" and self.order.payment.state == Payment.State.FAILED

    @cached_property
    def parcels(self) -> list[dict]:
        """What left so far, in the order it left, each with its lines and tracking."""
        rows = list(self.order.parcels.prefetch_related("lines__line"))
        several = len(rows) > 1 or bool(self.still_to_come)
        return [
            {
                "position": row.position,
                "name": _("Package %(number)d") % {"number": row.position} if several else "",
                "carrier": row.carrier,
                "number": row.number,
                "url": row.url,
                "state": _("Delivered on %(when)s") % {"when": self.when(row.delivered_at)}
                if row.delivered_at
                else _("Sent on %(when)s") % {"when": self.when(row.sent_at)},
                "is_delivered": row.delivered_at is not None,
                "lines": [
                    {"title": held.line.title, "quantity": held.quantity}
                    for held in row.lines.all()
                ],
            }
            for row in rows
        ]

    @cached_property
    def still_to_come(self) -> list[dict]:
        """What is in no parcel yet, once a first one left."""
        if self.order.status != "partly_shipped":
            return []
        left = left_to_send(self.order)
        return [
            {"title": line.title, "quantity": left[line.pk]}
            for line in self.order.lines.order_by("pk")
            if line.pk in left
        ]

    def when(self, moment) -> str:
        """A moment as this reader's clock shows it."""
        return format_moment(moment, self.variant)

    def _which_parcel(self, event) -> str:
        position = event.detail.get("parcel")
        named = {parcel["position"]: parcel["name"] for parcel in self.parcels} if position else {}
        return named.get(position, "")

    @cached_property
    def timeline(self) -> list[dict]:
        """What happened and what is still to come, for components/timeline.html."""
        events = [event for event in self.order.events.all() if event.is_public]
        shown = [
            {
                "label": label(event.kind),
                "time": format_moment(event.created_at, self.variant),
                "note": event.detail.get("note", "") or self._which_parcel(event),
                "state": "failed" if event.kind in FAILURES else "done",
            }
            for event in events
        ]
        if self.order.status in ("expired", "cancelled"):
            if self.order.status == "expired":
                shown.append({"label": label("expired"), "time": "", "state": "failed"})
            return shown
        if self.order.status == "pending":
            shown.append({"label": self.status_text, "time": "", "state": "current"})
        elif shown:
            shown[-1]["state"] = "done" if self.order.status == "delivered" else "current"
        happened = {event.kind for event in events}
        shown += [
            {"label": label(kind), "time": "", "state": "next"}
            for kind in WAY
            if kind not in happened
        ]
        return shown


FAILURES = {"payment_declined", "cancelled", "paid_too_late"}

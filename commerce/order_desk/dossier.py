"""Everything the desk sees of one order, as plain values for templates."""

from decimal import Decimal

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from oscar.core.loading import get_model

from commerce.gateways.registry import all_gateways, gateway_name
from commerce.orders import disputing
from commerce.orders.events import label
from commerce.orders.journey import FAILURES
from commerce.orders.presentation import OrderView
from markets.dates import staff_moment
from markets.lookup import get_market, language_of
from markets.names import edition_name
from people.models import shown_name_of

from .access import may_act
from .money import OrderMoney
from .rows import OrderRow

Order = get_model("order", "Order")
# What an event tells, in this order: PostgreSQL does not keep the order in which it was written.
TOLD = (
    *("carrier", "number", "url", "parcel", "gateway", "mail", "units", "was", "now"),
    *("error", "amount", "restocked", "code", "reason"),
)


# What went wrong that the customer does not read.
DISPUTE_EVENTS = set(disputing.EVENTS.values())
STAFF_FAILURES = {"refund_failed", "disputed", "dispute_lost"}


def load_order(number: str):
    """The order of this number with what its page reads, or None."""
    return (
        Order.objects.filter(number=number, placement__isnull=False)
        .select_related(
            "placement__person__user", "placement__customer_group", "shipping_address__country"
        )
        .prefetch_related(
            "events__by",
            "notes__user",
            "payments__refunds__by",
            "lines",
            "discounts",
            "surcharges",
            "parcels",
        )
        .first()
    )


class Dossier(OrderMoney, OrderView):
    """One order, written in the clerk's language and on the market's clock."""

    def __init__(self, order, *, user):
        market = get_market(order.placement.market)
        super().__init__(order, edition=market.edition(language_of(get_language() or "")))
        self.user = user
        self.row = OrderRow(order)
        self.row.order.was_replaced = any(event.kind == "replaced" for event in self._events)

    @cached_property
    def _events(self) -> list:
        return list(self.order.events.all())

    def when(self, moment) -> str:
        return staff_moment(moment, self.market.code)

    @property
    def url(self) -> str:
        return reverse("order_desk:detail", args=[self.number])

    @property
    def may_act(self) -> bool:
        return may_act(self.user)

    # --- What was ordered ---------------------------------------------------------------

    @cached_property
    def goods(self) -> list[dict]:
        """The lines with unit price and tax, beside what the customer sees of them."""
        included = self.market.prices_include_tax
        return [
            shown
            | {
                "unit": self.money(
                    row.unit_price_incl_tax if included else row.unit_price_excl_tax
                ),
                "tax": self.money(row.line_price_incl_tax - row.line_price_excl_tax),
                "rate": _rate(row.tax_code),
                "product_url": self._product_url(row),
            }
            for shown, row in zip(self.lines, self.order_lines, strict=True)
        ]

    def _product_url(self, row) -> str:
        if row.product_id is None or not self.user.has_perm("catalogue.change_product"):
            return ""
        return reverse("products:edit", args=[row.product.parent_id or row.product_id])

    @cached_property
    def units(self) -> int:
        return sum(shown["quantity"] for shown in self.lines)

    # --- Who and where ------------------------------------------------------------------

    @property
    def person_url(self) -> str:
        if not self.user.has_perm("people.view_person"):
            return ""
        return reverse("person:inspect", args=[self.order.placement.person_id])

    @property
    def customer_kind(self) -> str:
        return _("Guest") if self.order.user_id is None else _("Account")

    # --- How it came to be ---------------------------------------------------------------

    @property
    def facts(self) -> list[tuple[str, str]]:
        placement = self.order.placement
        days = placement.delivery_days
        facts = [
            (_("Placed"), self.when(self.order.date_placed)),
            (_("Market"), self.row.country),
            (_("Language and market"), edition_name(placement.edition)),
            (
                _("Shipping"),
                _("%(name)s, %(days)s business days") % {"name": self.delivery_text, "days": days}
                if days
                else self.delivery_text,
            ),
            *((row["label"], row["text"]) for row in self.chosen),
            (_("Held until"), self.when(placement.held_until)),
            (_("Confirmed"), self.when(placement.confirmed_at)),
        ]
        return [(name, value) for name, value in facts if value]

    # --- What happened ---------------------------------------------------------------------

    @cached_property
    def movements(self) -> list[dict]:
        rows = self.order.stock_movements.select_related("stockrecord__partner", "by").order_by(
            "pk"
        )
        return [
            {
                "when": self.when(row.created_at),
                "kind": row.get_kind_display(),
                "sku": row.stockrecord.partner_sku,
                "warehouse": row.stockrecord.partner.name,
                "in_stock": _signed(row.in_stock),
                "allocated": _signed(row.allocated),
                "reason": row.reason,
                "by": shown_name_of(row.by),
            }
            for row in rows
        ]

    @cached_property
    def history(self) -> list[dict]:
        """Every event, newest first, with what the customer never reads."""
        return [
            {
                "label": label(event.kind),
                "when": self.when(event.created_at),
                "by": shown_name_of(event.by),
                "detail": self._detail(event),
                "is_public": event.is_public,
                "failed": event.kind in FAILURES | STAFF_FAILURES,
            }
            for event in reversed(self._events)
        ]

    def _detail(self, event) -> str:
        detail = dict(event.detail)
        # Their own rows stand among the refunds.
        detail.pop("refund", None)
        detail.pop("refunds", None)
        if "amount" in detail:
            detail["amount"] = self.money(Decimal(detail["amount"]))
        if event.kind in DISPUTE_EVENTS:
            gateway = all_gateways().get(detail.get("gateway", ""))
            code = detail.get("code", "")
            detail["code"] = gateway.dispute_text(code) if gateway else code
        if "gateway" in detail:
            detail["gateway"] = gateway_name(detail["gateway"])
        if "parcel" in detail:
            detail["parcel"] = _("Package %(number)d") % {"number": detail["parcel"]}
        if "was" in detail:
            detail["was"] = _("before: %(value)s") % {"value": detail["was"] or "\u2013"}
        if "now" in detail:
            detail["now"] = _("now: %(value)s") % {"value": detail["now"] or "\u2013"}
        if "units" in detail:
            count = detail["units"]
            detail["units"] = ngettext("%(count)d unit", "%(count)d units", count) % {
                "count": count
            }
        if "restocked" in detail:
            detail["restocked"] = (
                _("in stock again") if detail["restocked"] else _("missing: stock as it was")
            )
        if "mail" in detail:
            detail["mail"] = mail_name(detail["mail"])
        told = sorted(detail, key=lambda name: TOLD.index(name) if name in TOLD else len(TOLD))
        return " · ".join(str(detail[name]) for name in told if detail[name])

    @cached_property
    def notes(self) -> list[dict]:
        notes = sorted(self.order.notes.all(), key=lambda note: note.pk, reverse=True)
        return [
            {
                "message": note.message,
                "when": self.when(note.date_created),
                "by": shown_name_of(note.user),
            }
            for note in notes
        ]


def mail_name(kind: str) -> str:
    """``Confirmation mail``, for a choice among mails."""
    names = {
        "received": _("Payment instructions email"),
        "confirmed": _("Confirmation email"),
        "shipped": _("Shipping email"),
        "cancelled": _("Cancellation email"),
        "rest_cancelled": _("Email about the canceled rest"),
    }
    return names.get(kind, kind)


def _rate(code: str | None) -> str:
    """``19 %`` of a line's tax code, which is its rate as a fraction."""
    try:
        percent = Decimal(code or "0") * 100
    except ArithmeticError:
        return ""
    return f"{percent.normalize():f} %" if percent else ""


def _signed(number: int) -> str:
    if not number:
        return ""
    return f"+{number}" if number > 0 else f"\u2212{-number}"

"""Order sheets: an order whole, with what it cost. Once money came it is a receipt."""

from pathlib import Path

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from commerce.gateways.models import Refund
from commerce.typesetting.pdf import typeset
from markets.dates import format_day

from .sheets import Sheet

TEMPLATE = Path(__file__).with_name("order.typ")


def order_sheets(sheets: list[Sheet]) -> bytes:
    """One PDF, each order in its language. Raises NotTypeset."""
    first = sheets[0]
    with override(first.edition):
        title = _("Receipt %(number)s") if first.has_receipt else _("Order %(number)s")
    data = {
        "title": title % {"number": first.number} if len(sheets) == 1 else _("Orders"),
        "author": first.brand,
        "sheets": [_order(one) for one in sheets],
    }
    return typeset(TEMPLATE, data)


def _order(sheet: Sheet) -> dict:
    # Days are those of the market, whoever prints it.
    with override(sheet.edition), timezone.override(sheet.market.time_zone):
        refunded = sheet.refunded
        return sheet.frame | {
            "title": sheet.number,
            "address": [*sheet.label, *filter(None, [sheet.phone, sheet.email])],
            "facts": [
                [_("Placed"), sheet.placed],
                [_("State"), sheet.status_text],
                [_("Shipping"), sheet.delivery_text],
                *([row["label"], row["text"]] for row in sheet.chosen),
                [_("Payment"), f"{sheet.payment_text}, {sheet.paid_text}"],
            ],
            "rows": [
                {
                    "title": row["title"],
                    "note": _("Won't be shipped: %(count)s") % {"count": row["never_sent"]}
                    if row["never_sent"]
                    else "",
                    "sku": row["sku"],
                    "quantity": row["quantity"],
                    "unit": row["unit"],
                    "amount": row["amount"],
                }
                for row in sheet.rows_of_goods
            ],
            "sums": [[row["label"], row["amount"]] for row in sheet.rows],
            "total": sheet.total,
            "after": [[_("Refunded"), refunded]] if refunded else [],
            "money": _money(sheet),
            "small_print": [sheet.legal_line, _("This is not a tax invoice.")],
            "words": {
                "kind": _("Receipt") if sheet.has_receipt else _("Order"),
                "money": _("Payments and refunds"),
                "date": _("Date"),
                "method": _("Payment method"),
                "ship_to": _("Ship to"),
                "details": _("Details"),
                "product": _("Product"),
                "sku": _("SKU"),
                "quantity": _("Quantity"),
                "unit": _("Unit price"),
                "amount": _("Amount"),
            },
        }


def _money(sheet: Sheet) -> list[list[str]]:
    """Day, method and amount of every payment that came, then of every completed refund, below
    zero; oldest first. The day is "" where nobody kept it."""
    payments = [one for one in sheet.payments.all if one.has_come]
    payments.sort(key=lambda one: one.came_at.timestamp() if one.came_at else 0)
    refunds = [one for one in sheet.payments.refunds if one.state == Refund.State.DONE]
    rows = [(one.came_at, sheet.method_name(one.gateway), one.amount) for one in payments]
    for refund in refunds:
        text = _("Refund: %(method)s") % {"method": sheet.method_name(refund.payment.gateway)}
        rows.append((refund.settled_at, text, -refund.amount))
    return [
        [format_day(when, sheet.edition) if when else "", text, sheet.money(amount)]
        for when, text, amount in rows
    ]

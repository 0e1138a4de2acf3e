"""Order sheets: an order whole, with what it cost."""

from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import override

from commerce.typesetting.pdf import typeset

from .sheets import Sheet

TEMPLATE = Path(__file__).with_name("order.typ")


def order_sheets(sheets: list[Sheet]) -> bytes:
    """One PDF, each order in its language. Raises NotTypeset."""
    title = _("Order %(number)s") % {"number": sheets[0].number}
    data = {
        "title": title if len(sheets) == 1 else _("Orders"),
        "author": sheets[0].brand,
        "sheets": [_order(one) for one in sheets],
    }
    return typeset(TEMPLATE, data)


def _order(sheet: Sheet) -> dict:
    with override(sheet.edition):
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
            "small_print": [sheet.legal_line, _("This is not a tax invoice.")],
            "words": {
                "kind": _("Order"),
                "ship_to": _("Ship to"),
                "details": _("Details"),
                "product": _("Product"),
                "sku": _("SKU"),
                "quantity": _("Quantity"),
                "unit": _("Unit price"),
                "amount": _("Amount"),
            },
        }

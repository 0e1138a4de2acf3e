"""Packing slips: what the packer puts into a parcel, and the customer finds in it. No prices."""

from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from commerce.typesetting.pdf import typeset

from .sheets import Sheet

TEMPLATE = Path(__file__).with_name("slip.typ")


def packing_slips(sheets: list[Sheet]) -> bytes:
    """One PDF, a slip for each sheet in its order's language. Raises NotTypeset."""
    title = _("Packing slip") + f" {sheets[0].number}" if len(sheets) == 1 else _("Packing slips")
    data = {"title": title, "author": sheets[0].brand, "sheets": [_slip(one) for one in sheets]}
    return typeset(TEMPLATE, data)


def _slip(sheet: Sheet) -> dict:
    with override(sheet.edition):
        notes = [{"label": row["label"], "text": row["text"]} for row in sheet.chosen]
        if sheet.wish:
            notes.append({"label": _("For the carrier"), "text": sheet.wish})
        return sheet.frame | {
            "title": " · ".join(filter(None, [sheet.number, sheet.parcel_name])),
            "warning": sheet.warning,
            "address": [*sheet.label, *filter(None, [sheet.phone])],
            "facts": [[_("Placed"), sheet.placed], [_("Shipping"), sheet.delivery_text]],
            "to_collect": sheet.collect_text,
            "notes": notes,
            "rows": [
                {"quantity": row["quantity"], "sku": row["sku"], "title": row["title"]}
                for row in sheet.rows_to_pack
            ],
            "units": sheet.units,
            "words": {
                "slip": _("Packing slip"),
                "ship_to": _("Ship to"),
                "order": _("Order"),
                "quantity": _("Quantity"),
                "sku": _("SKU"),
                "product": _("Product"),
                "units": ngettext("unit in the package", "units in the package", sheet.units),
            },
        }

"""Address labels, a page of 100 x 150 mm each, as label printers have it."""

from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from commerce.typesetting.pdf import typeset

from ..carriers import carrier_named
from .sheets import Sheet

TEMPLATE = Path(__file__).with_name("label.typ")


def labels(sheets: list[Sheet]) -> bytes:
    """One PDF. The label of one package is its carrier's, if the carrier makes one; all others are
    ours. Raises NotPossible, NotTypeset."""
    if len(sheets) == 1 and sheets[0].parcel is not None:
        parcel = sheets[0].parcel
        carrier = carrier_named(parcel.carrier)
        own = carrier.label(sheets[0].order, parcel) if carrier else None
        if own is not None:
            return own
    title = _("Label") + f" {sheets[0].number}" if len(sheets) == 1 else _("Labels")
    data = {"title": title, "author": sheets[0].brand, "sheets": [_label(one) for one in sheets]}
    return typeset(TEMPLATE, data)


def _label(sheet: Sheet) -> dict:
    with override(sheet.edition):
        sent = sheet.parcel
        return sheet.frame | {
            "name": sheet.label[0],
            "address": sheet.label[1:],
            "phone": sheet.phone,
            "warning": sheet.warning,
            "to_collect": sheet.collect_text,
            "wish": sheet.wish,
            "carrier": sent.carrier if sent else sheet.delivery_text,
            "tracking": sent.number if sent else "",
            "parcel": sheet.parcel_name,
            "words": {
                "from": pgettext("who sends a package", "From"),
                "ship_to": _("Ship to"),
                "order": _("Order"),
            },
        }

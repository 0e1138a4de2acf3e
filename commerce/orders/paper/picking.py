"""The picking list: what is taken off the shelves for many orders, in one walk."""

import re
from collections import defaultdict
from pathlib import Path

from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from commerce.typesetting.pdf import typeset
from markets.dates import staff_moment
from markets.lookup import language_of

from ..acting import NotPossible
from .sheets import Sheet

TEMPLATE = Path(__file__).with_name("picking.typ")
# What can still be packed.
TO_PACK = {"confirmed", "preparing", "partly_shipped"}


def picking_list(sheets: list[Sheet]) -> bytes:
    """One list in the reader's language: by warehouse and its SKU, how many of each product and
    for which orders. What is sent, canceled or unpaid is left out, and named on the list.

    Raises NotPossible where nothing is left to pack, NotTypeset.
    """
    orders = [one for one in sheets if one.status in TO_PACK and one.rows_to_pack]
    if not orders:
        raise NotPossible(
            _("Nothing of these orders is to be packed: they are sent, canceled or unpaid.")
        )
    left_out = [f"{one.number} ({one.status_text})" for one in sheets if one not in orders]
    units = sum(one.units for one in orders)
    return typeset(
        TEMPLATE,
        {
            "title": _("Picking list"),
            "author": orders[0].brand,
            "sheet": {
                "paper": orders[0].paper,
                "language": language_of(get_language()),
                "number": _("Picking list"),
                "brand": orders[0].brand,
            },
            "heading": ngettext("%(count)d order", "%(count)d orders", len(orders))
            % {"count": len(orders)},
            "facts": [
                [_("Printed"), staff_moment(timezone.now())],
                [_("Units"), str(units)],
                *([[_("Not to be packed"), ", ".join(left_out)]] if left_out else []),
            ],
            "warehouses": _warehouses(orders),
            "orders": [
                {"number": one.number, "name": one.label[0], "units": one.units} for one in orders
            ],
            "words": {
                "kind": _("Picking list"),
                "quantity": _("Quantity"),
                "sku": _("SKU"),
                "product": _("Product"),
                "orders": _("Orders"),
                "order": _("Order"),
                "customer": _("Customer"),
                "units": _("Units"),
            },
        },
    )


def _natural(text: str) -> list:
    """Sorts numbers within by their value: A-3 stands before A-12."""
    parts = re.split(r"(\d+)", text.casefold())
    return [int(part) if part.isdecimal() else part for part in parts]


def _warehouses(orders: list[Sheet]) -> list[dict]:
    """The rows of each warehouse, in the order of its own SKUs: that is how shelves stand."""
    wanted: dict[tuple, list] = defaultdict(list)
    titles: dict[tuple, str] = {}
    for sheet in orders:
        lines = {line.pk: line for line in sheet.order_lines}
        for row in sheet.rows_to_pack:
            line = lines[row["line"]]
            key = (line.partner_name, line.partner_sku, row["sku"])
            wanted[key].append((sheet.number, row["quantity"]))
            titles.setdefault(key, row["title"])
    found: dict[str, list] = defaultdict(list)
    for key in sorted(wanted, key=lambda key: [_natural(text) for text in key]):
        warehouse, own_sku, sku = key
        found[warehouse].append(
            {
                "sku": sku,
                "own_sku": own_sku if own_sku != sku else "",
                "title": titles[key],
                "quantity": sum(units for _number, units in wanted[key]),
                "orders": [f"{number} × {units}" for number, units in wanted[key]],
            }
        )
    return [{"name": name, "rows": rows} for name, rows in found.items()]

"""The search text of orders: everything by which staff may look for one, folded into one text.

It is stored with the order, as folding the names, titles and SKUs of 100,000 orders in a search
would take seconds. Code that changes one of these columns must call ``write_search_texts``.
"""

from collections.abc import Iterable

from oscar.core.loading import get_model

from markets.folding import fold

from .models import OrderSearchText, Placement

Line = get_model("order", "Line")

SAID = (
    *("order__number", "email"),
    *("order__shipping_address__first_name", "order__shipping_address__last_name"),
    "order__shipping_address__line4",
    *("person__first_name", "person__last_name"),
)
SAID_OF_A_LINE = ("title", "partner_sku", "upc")


def write_search_text(placement: Placement, lines: Iterable) -> None:
    """Write the search text of an order that is being placed, from rows in memory. One query."""
    order, address = placement.order, placement.order.shipping_address
    said = [order.number, placement.email, address.first_name, address.last_name, address.line4]
    said += [placement.person.first_name, placement.person.last_name]
    said += [getattr(line, name) for line in lines for name in SAID_OF_A_LINE]
    OrderSearchText.objects.create(order=order, phone=placement.phone, text=_text(said))


def write_search_texts(orders: Iterable[int]) -> None:
    """Update the search texts of these orders (primary keys). Three queries."""
    orders = list(orders)
    lines: dict[int, list[str]] = {}
    rows = Line.objects.filter(order__in=orders).order_by("pk")
    for order, *said in rows.values_list("order", *SAID_OF_A_LINE):
        lines.setdefault(order, []).extend(said)
    placements = Placement.objects.filter(order__in=orders)
    OrderSearchText.objects.bulk_create(
        [
            OrderSearchText(order_id=order, phone=phone, text=_text([*said, *lines.get(order, ())]))
            for order, phone, *said in placements.values_list("order", "phone", *SAID)
        ],
        update_conflicts=True,
        unique_fields=["order"],
        update_fields=["text", "phone"],
    )


def _text(said: Iterable[str | None]) -> str:
    """Join the folded words, each once: the search looks for words in any order."""
    return " ".join(dict.fromkeys(fold(" ".join(part for part in said if part)).split()))

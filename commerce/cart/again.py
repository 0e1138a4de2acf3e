"""Reorder: put the items of an earlier order into the cart again."""

from dataclasses import dataclass, field

from django.db import transaction

from .services import NotSoldHere, SoldOut, add_line


@dataclass
class Again:
    """The result, as titles of lines: ``cut`` are in the cart with fewer units than ordered,
    ``missing`` could not be added."""

    added: list[str] = field(default_factory=list)
    cut: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


@transaction.atomic
def buy_again(*, order, basket, edition: str) -> Again:
    """Add the items of an order to the basket, at current prices in the edition's market. Products
    that are not sold any more, not sold there, or sold out are left out."""
    again = Again()
    lines = order.lines.select_related("product__parent__product_class", "product__product_class")
    for line in lines.order_by("pk"):
        if line.product is None:
            again.missing.append(line.title)
            continue
        try:
            added = add_line(
                basket=basket, product=line.product, quantity=line.quantity, edition=edition
            )
        except (NotSoldHere, SoldOut):
            again.missing.append(line.title)
        else:
            (again.cut if added.limited else again.added).append(line.title)
    return again

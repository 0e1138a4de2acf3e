"""Buying the same once more."""

from dataclasses import dataclass, field

from django.db import transaction

from .services import NotSoldHere, SoldOut, add_line


@dataclass
class Again:
    """What came of it, by the lines' titles: ``cut`` are in the cart with fewer units than were
    wanted, ``missing`` are not in it."""

    added: list[str] = field(default_factory=list)
    cut: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


@transaction.atomic
def buy_again(*, order, basket, edition: str) -> Again:
    """Put what was ordered into the basket, at today's prices in the edition's market, beside
    what lies there. What is not sold any more, or not there, or sold out, is left out."""
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

"""Every change of stock, each with its movement.

Lock order: the order's row first, then stock records by primary key. Whoever takes more than
one lock takes them in this order, so that no two writers wait for each other.
"""

from collections import Counter
from collections.abc import Mapping

from django.db import transaction
from oscar.core.loading import get_model

from .models import StockMovement

StockRecord = get_model("partner", "StockRecord")
Kind = StockMovement.Kind


class OutOfStock(Exception):
    """Not enough left. ``short`` maps stock record ids to how many there are."""

    def __init__(self, short: dict[int, int]):
        self.short = short
        super().__init__(f"out of stock: {short}")


def order_quantities(order) -> dict[int, int]:
    """``{stock record id: quantity}`` of what an order holds or took."""
    quantities: Counter[int] = Counter()
    lines = order.lines.select_related("product__product_class", "product__parent__product_class")
    for line in lines:
        tracked = line.product is None or line.product.get_product_class().track_stock
        if line.stockrecord_id and tracked:
            quantities[line.stockrecord_id] += line.quantity
    return dict(quantities)


def _locked(record_ids) -> list:
    return list(StockRecord.objects.select_for_update().filter(pk__in=record_ids).order_by("pk"))


def _move(record, *, kind, in_stock=0, allocated=0, order=None, reason="", by=None):
    record.num_in_stock = (record.num_in_stock or 0) + in_stock
    record.num_allocated = (record.num_allocated or 0) + allocated
    record.save(update_fields=["num_in_stock", "num_allocated", "date_updated"])
    StockMovement.objects.create(
        stockrecord=record,
        kind=kind,
        in_stock=in_stock,
        allocated=allocated,
        order=order,
        reason=reason,
        by=by,
    )


@transaction.atomic
def reserve(*, quantities: Mapping[int, int], order) -> None:
    """Hold goods for an order: ``{stock record id: quantity}``.

    Raises OutOfStock, naming every record that falls short, and holds nothing then.
    """
    records = _locked(quantities)
    short = {
        record.pk: max(record.net_stock_level, 0)
        for record in records
        if record.net_stock_level < quantities[record.pk]
    }
    short |= {pk: 0 for pk in set(quantities) - {record.pk for record in records}}
    if short:
        raise OutOfStock(short)
    for record in records:
        _move(record, kind=Kind.RESERVED, allocated=quantities[record.pk], order=order)


@transaction.atomic
def release(*, quantities: Mapping[int, int], order, reason: str = "") -> None:
    """Give held goods back, of an order that was not paid or was replaced."""
    for record in _locked(quantities):
        held = min(quantities[record.pk], record.num_allocated or 0)
        _move(record, kind=Kind.RELEASED, allocated=-held, order=order, reason=reason)


@transaction.atomic
def sell(*, quantities: Mapping[int, int], order) -> None:
    """Take held goods out of stock: the one stock movement of a confirmed order."""
    for record in _locked(quantities):
        quantity = quantities[record.pk]
        _move(record, kind=Kind.SOLD, in_stock=-quantity, allocated=-quantity, order=order)


@transaction.atomic
def take_back(*, quantities: Mapping[int, int], order, reason: str = "", by=None) -> None:
    """Put sold goods back, of a confirmed order that was cancelled before it left."""
    for record in _locked(quantities):
        _move(
            record,
            kind=Kind.RETURNED,
            in_stock=quantities[record.pk],
            order=order,
            reason=reason,
            by=by,
        )


@transaction.atomic
def adjust_stock(*, stockrecord, quantity: int, reason: str = "", by=None) -> None:
    """Set how many there are, after counting. What is reserved stays reserved.

    Raises ValueError for a negative quantity.
    """
    if quantity < 0:
        raise ValueError("stock cannot be negative")
    (record,) = _locked([stockrecord.pk])
    change = quantity - (record.num_in_stock or 0)
    if change:
        _move(record, kind=Kind.ADJUSTED, in_stock=change, reason=reason, by=by)
    stockrecord.num_in_stock = record.num_in_stock

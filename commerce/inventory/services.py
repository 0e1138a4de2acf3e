"""Every change of stock, each with its movement.

Stock records are locked all at once, after their order (``settings.LOCK_ORDER``).
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.db.models.functions import Coalesce
from django.utils import timezone
from oscar.core.loading import get_model

from background.locks import locked

from .models import StockMovement
from .signals import Level, stock_changed

StockRecord = get_model("partner", "StockRecord")
Kind = StockMovement.Kind


class OutOfStock(Exception):
    """Not enough left. ``short`` maps stock record ids to how many there are."""

    def __init__(self, short: dict[int, int]):
        self.short = short
        super().__init__(f"out of stock: {short}")


def order_quantities(order, units: Mapping[int, int] | None = None) -> dict[int, int]:
    """``{stock record id: quantity}`` of what an order holds or took; of ``units``, by the line's
    primary key, where only a part is meant."""
    quantities: Counter[int] = Counter()
    # Of a product that is gone, what is known is the stock. A variant's class is its parent's.
    lines = order.lines.annotate(
        is_tracked=Coalesce(
            "product__product_class__track_stock",
            "product__parent__product_class__track_stock",
            True,
        )
    ).filter(stockrecord__isnull=False, is_tracked=True)
    for pk, record_id, quantity in lines.values_list("pk", "stockrecord_id", "quantity"):
        quantities[record_id] += quantity if units is None else units.get(pk, 0)
    return {pk: quantity for pk, quantity in quantities.items() if quantity}


def _records(record_ids) -> list:
    return list(locked(StockRecord.objects.filter(pk__in=record_ids)))


@dataclass(frozen=True)
class Change:
    """What happens to one locked record: signed changes of its two columns."""

    record: object
    in_stock: int = 0
    allocated: int = 0


def _apply(changes: list[Change], *, kind: str, order=None, reason: str = "", by=None) -> None:
    """Write the records, a query for each different change, and their movements, one for all."""
    now = timezone.now()
    levels = []
    alike: dict[tuple[int, int], list[int]] = {}
    for change in changes:
        record = change.record
        before = record.net_stock_level
        record.num_in_stock = (record.num_in_stock or 0) + change.in_stock
        record.num_allocated = (record.num_allocated or 0) + change.allocated
        levels.append(Level(record.product_id, before, record.net_stock_level))
        alike.setdefault((change.in_stock, change.allocated), []).append(record.pk)
    # They are locked: nobody else counts in between. Most orders take one of each thing.
    for (in_stock, allocated), pks in alike.items():
        StockRecord.objects.filter(pk__in=pks).update(
            num_in_stock=Coalesce("num_in_stock", 0) + in_stock,
            num_allocated=Coalesce("num_allocated", 0) + allocated,
            date_updated=now,
        )
    StockMovement.objects.bulk_create(
        StockMovement(
            stockrecord=change.record,
            kind=kind,
            in_stock=change.in_stock,
            allocated=change.allocated,
            order=order,
            reason=reason,
            by=by,
        )
        for change in changes
    )
    # A confirmed order takes what it held: as many are left as before.
    if moved := [level for level in levels if level.before != level.after]:
        stock_changed.send(sender=StockRecord, levels=moved)


@transaction.atomic
def reserve(*, quantities: Mapping[int, int], order) -> None:
    """Hold goods for an order: ``{stock record id: quantity}``.

    Raises OutOfStock, naming every record that falls short, and holds nothing then.
    """
    records = _records(quantities)
    short = {
        record.pk: max(record.net_stock_level, 0)
        for record in records
        if record.net_stock_level < quantities[record.pk]
    }
    short |= {pk: 0 for pk in set(quantities) - {record.pk for record in records}}
    if short:
        raise OutOfStock(short)
    changes = [Change(record, allocated=quantities[record.pk]) for record in records]
    _apply(changes, kind=Kind.RESERVED, order=order)


@transaction.atomic
def release(*, quantities: Mapping[int, int], order, reason: str = "") -> None:
    """Give held goods back, of an order that was not paid or was replaced."""
    changes = [
        Change(record, allocated=-min(quantities[record.pk], record.num_allocated or 0))
        for record in _records(quantities)
    ]
    _apply(changes, kind=Kind.RELEASED, order=order, reason=reason)


@transaction.atomic
def sell(*, quantities: Mapping[int, int], order) -> None:
    """Take held goods out of stock: the one stock movement of a confirmed order."""
    changes = [
        Change(record, in_stock=-quantities[record.pk], allocated=-quantities[record.pk])
        for record in _records(quantities)
    ]
    _apply(changes, kind=Kind.SOLD, order=order)


@transaction.atomic
def take_back(*, quantities: Mapping[int, int], order, reason: str = "", by=None) -> None:
    """Put sold goods back, of a confirmed order that was cancelled before they left."""
    changes = [Change(record, in_stock=quantities[record.pk]) for record in _records(quantities)]
    _apply(changes, kind=Kind.RETURNED, order=order, reason=reason, by=by)


@transaction.atomic
def adjust_stock(*, stockrecord, quantity: int, reason: str = "", by=None) -> None:
    """Set how many there are, after counting. What is reserved stays reserved.

    Raises ValueError for a negative quantity.
    """
    if quantity < 0:
        raise ValueError("stock cannot be negative")
    (record,) = _records([stockrecord.pk])
    change = quantity - (record.num_in_stock or 0)
    if change:
        _apply([Change(record, in_stock=change)], kind=Kind.ADJUSTED, reason=reason, by=by)
    stockrecord.num_in_stock = record.num_in_stock

"""Locked rows, handed out in the one written order: two writers never wait for each other.

    with transaction.atomic():
        order = locked(Order.objects.filter(pk=order.pk)).get()
        records = list(locked(StockRecord.objects.filter(pk__in=ids)))

Whoever locks rows of several kinds locks them in the order of ``settings.LOCK_ORDER``, from its
beginning to its end; rows of one kind are locked by primary key. Asking again for a kind that the
transaction holds already is allowed anywhere: the rows are its own.

Nothing else locks rows (``tests/architecture``), and whatever a test runs is held against the order
(``tests/locking.py``). On SQLite, which has one writer, locking a row does nothing.
"""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db.models import Model, QuerySet
from django.dispatch import Signal

# Sent for each request, with the model as sender and ``place``, its place in the order.
rows_locked = Signal()


def locked(rows: QuerySet, *, keeps_key: bool = False) -> QuerySet:
    """The same rows, locked until the transaction ends, by primary key.

    Only the rows themselves are locked, not those that are joined to find or to select them.
    ``keeps_key``: neither deletes them nor changes their keys, so that others may go on writing
    rows that refer to them. Returns a query that locks when it is read (``get``, ``first``,
    ``list``, ``get_or_create``), and reads objects, no ``values``. Raises ImproperlyConfigured for
    a model without a place in the order.
    """
    rows_locked.send(sender=rows.model, place=_place(rows.model))
    return rows.select_for_update(of=("self",), no_key=keeps_key).order_by("pk")


def _place(model: type[Model]) -> int:
    label = model._meta.concrete_model._meta.label
    try:
        return settings.LOCK_ORDER.index(label)
    except ValueError:
        raise ImproperlyConfigured(f"{label} has no place in LOCK_ORDER.") from None

"""Keeping the index in line with the listings."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import connection, transaction
from haystack import connections
from haystack.utils import get_model_ct

from commerce.listings.models import Listing

BATCH = 1000


def index_listings(*, written: Iterable[int] = (), removed: Iterable[int] = ()) -> None:
    """Write and take out documents by listing id. Run by a worker: the index has one writer.

    Raises what the engine raises where it cannot be written; running it again does no harm.
    """
    backend = connections["default"].get_backend()
    index = connections["default"].get_unified_index().get_index(Listing)
    written, removed = list(written), list(removed)
    if removed:
        identifiers = [f"{get_model_ct(Listing)}.{pk}" for pk in removed]
        if hasattr(backend, "remove_many"):
            backend.remove_many(identifiers)
        else:
            for identifier in identifiers:
                backend.remove(identifier)
    for start in range(0, len(written), BATCH):
        rows = list(index.index_queryset().filter(pk__in=written[start : start + BATCH]))
        if rows:
            backend.update(index, rows)


@dataclass
class PendingIndexing:
    """What one transaction did to listings; queued as one task when it commits."""

    written: set[int] = field(default_factory=set)
    removed: set[int] = field(default_factory=set)
    sent: bool = False

    def __call__(self) -> None:
        from .tasks import update_index

        self.sent = True
        update_index.enqueue(
            written=sorted(self.written - self.removed), removed=sorted(self.removed)
        )


def request_indexing(*, written: Iterable[int] = (), removed: Iterable[int] = ()) -> None:
    """Have these listings indexed or taken out once the current transaction commits."""
    pending = next(
        (
            function
            for _savepoints, function, *_robust in connection.run_on_commit
            if isinstance(function, PendingIndexing) and not function.sent
        ),
        None,
    )
    fresh = pending is None
    pending = pending or PendingIndexing()
    pending.written.update(written)
    pending.removed.update(removed)
    if fresh:
        transaction.on_commit(pending)

"""Request an update of the search index after listings or pages have changed."""

from collections.abc import Iterable

from background.outbox import gather

from .tasks import update_index


def request_indexing(**changed: Iterable[int]) -> None:
    """Queue an update of the index for when the current transaction commits.

    Ids of ``written`` and ``removed`` listings, of the ``products`` of removed ones, and of
    ``pages``. One job for all calls within a transaction (``background.outbox.gather``)."""
    gather(update_index, **changed)

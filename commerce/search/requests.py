"""Asking for the index to be brought up to date, by whoever follows listings and pages."""

from collections.abc import Iterable

from background.outbox import gather

from .tasks import update_index


def request_indexing(**changed: Iterable[int]) -> None:
    """Have these indexed or taken out once the current transaction commits: ``written`` and
    ``removed`` listings, the ``products`` of removed ones, ``pages``. One job for all calls of
    a transaction (``background.outbox.gather``)."""
    gather(update_index, **changed)

"""Asking for listings to be written again, by whoever changed what they are made from.

Most changes ask by signal (``commerce.projection.receivers``). The listings know nobody who
builds them: a request is a signal, and who builds gathers all requests of a transaction into one
job that commits with it. A product that is saved with its prices, stock and photos costs its
request one INSERT.
"""

from collections.abc import Iterable
from contextlib import contextmanager
from contextvars import ContextVar

from .models import Listing
from .signals import refresh_requested

_suspended: ContextVar[bool] = ContextVar("listings_suspended", default=False)


@contextmanager
def without_refreshes():
    """Within it no change asks for a refresh: for loads, which call ``rebuild_listings`` after."""
    token = _suspended.set(True)
    try:
        yield
    finally:
        _suspended.reset(token)


def request_refresh(*, everything: bool = False, **changed: Iterable[int]) -> None:
    """Have listings refreshed once the current transaction commits.

    ``products``, ``categories``, ``options``, ``price_lists`` or ``images``: ids of what changed.
    Needed by name only where rows are written without signals (``bulk_create``, ``update``).
    One job for all calls of a transaction (``background.outbox.gather``).
    """
    if not _suspended.get():
        refresh_requested.send(sender=Listing, everything=everything, changed=changed)

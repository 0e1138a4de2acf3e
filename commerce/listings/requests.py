"""Requests to refresh listings, for code that changes their sources.

Most changes request it through signals (``commerce.projection.receivers``). This package does not
know the one that builds listings: a request is a signal, and ``commerce.projection`` gathers all
requests of a transaction into one job that commits with it. Saving a product with its prices,
stock and photos costs one INSERT for the job.
"""

from collections.abc import Iterable
from contextlib import contextmanager
from contextvars import ContextVar

from .models import Listing
from .signals import refresh_requested

_suspended: ContextVar[bool] = ContextVar("listings_suspended", default=False)


@contextmanager
def without_refreshes():
    """Within it changes request no refresh: for bulk loads, which call ``rebuild_listings``."""
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

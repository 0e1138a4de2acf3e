from background.retries import retrying_task
from background.schedule import daily, every

from . import reporting, services, terms


@retrying_task(max_attempts=8)
def update_index(written=(), removed=(), products=(), pages=()) -> None:
    """Update these documents in the index. Arguments are ids (``requests.request_indexing``)."""
    if written or removed or products:
        # A listing that one transaction wrote and then removed is gone.
        services.index_listings(
            written=sorted(set(written) - set(removed)), removed=removed, products=products
        )
    if pages:
        services.index_pages(pages)


@every(minutes=5)
@retrying_task(max_attempts=1)
def mend_index() -> None:
    """Rebuild the index if it is lost or damaged."""
    services.mend()


@daily(at="02:40")
@retrying_task(max_attempts=3)
def recount_terms() -> None:
    """Recount the frequencies of the vocabulary, and delete unused words."""
    terms.rebuild()


@daily(at="03:25")
@retrying_task(max_attempts=3)
def forget_old_searches() -> None:
    """Delete search statistics older than ``KEEP_SEARCHES``."""
    reporting.forget_old()

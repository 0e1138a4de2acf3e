from background.retries import retrying_task
from background.schedule import daily, every

from . import reporting, services, terms


@retrying_task(max_attempts=8)
def update_index(written=(), removed=(), products=(), pages=()) -> None:
    """Bring these documents up to date. Arguments are ids (``requests.request_indexing``)."""
    if written or removed or products:
        # What one transaction wrote and then removed is gone.
        services.index_listings(
            written=sorted(set(written) - set(removed)), removed=removed, products=products
        )
    if pages:
        services.index_pages(pages)


@every(minutes=5)
@retrying_task(max_attempts=1)
def mend_index() -> None:
    """An index that was lost or damaged comes back by itself."""
    services.mend()


@daily(at="02:40")
@retrying_task(max_attempts=3)
def recount_terms() -> None:
    """Put right how often each word occurs, and forget those that no longer do."""
    terms.rebuild()


@daily(at="03:25")
@retrying_task(max_attempts=3)
def forget_old_searches() -> None:
    """Delete what was searched longer ago than the search report reaches."""
    reporting.forget_old()

from background.retries import retrying_task

from . import services


@retrying_task(max_attempts=8)
def update_index(written=(), removed=()) -> None:
    """Bring these listings' documents up to date. Arguments are listing ids."""
    services.index_listings(written=written, removed=removed)

from background.retries import retrying_task
from background.schedule import every
from background.windows import since_last_run
from commerce.listings.services import refresh_listings

from .services import products_that_turned


@every(minutes=5)
@retrying_task(max_attempts=1)
def follow_label_dates() -> None:
    """Labels that began or ended since the last run: nothing was saved, and pictures changed."""
    with since_last_run(follow_label_dates) as (since, until):
        if products := products_that_turned(since, until):
            refresh_listings(products)

from datetime import timedelta

from django.utils import timezone

from background.retries import retrying_task
from background.schedule import every
from commerce.listings.services import refresh_listings

from .services import products_that_turned

# Longer than the interval: what turned while nobody looked is seen next time.
LOOK_BACK = timedelta(minutes=30)


@every(minutes=5)
@retrying_task(max_attempts=1)
def follow_label_dates() -> None:
    """Labels that began or ended a moment ago: nothing was saved, and pictures changed."""
    now = timezone.now()
    if products := products_that_turned(now - LOOK_BACK, now):
        refresh_listings(products)

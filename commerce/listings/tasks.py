"""Refreshing in the background."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from background.retries import retrying_task
from background.schedule import every
from commerce.pricing.models import PriceList

from . import services

# Longer than the interval: a price list that began while nobody looked is seen next time.
LOOK_BACK = timedelta(hours=2)


@retrying_task(max_attempts=5)
def refresh(
    products=(), categories=(), options=(), price_lists=(), images=(), everything: bool = False
) -> None:
    """Refresh what these changes touch. Arguments are ids."""
    if everything:
        services.rebuild_listings()
        return
    services.refresh_listings(
        services.products_touched(
            products=products,
            categories=categories,
            options=options,
            price_lists=price_lists,
            images=images,
        )
    )


@every(minutes=5)
@retrying_task(max_attempts=1)
def follow_price_lists() -> None:
    """Price lists that began or ended a moment ago: nothing was saved, and prices changed."""
    now = timezone.now()
    recent = (now - LOOK_BACK, now)
    lists = PriceList.objects.filter(Q(starts_at__range=recent) | Q(ends_at__range=recent))
    services.refresh_listings(
        services.products_touched(price_lists=list(lists.values_list("pk", flat=True)))
    )

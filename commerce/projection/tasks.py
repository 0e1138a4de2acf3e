"""Background tasks: refresh listings on request, and when prices and labels begin or end."""

from django.db.models import Q

from background.retries import retrying_task
from background.schedule import every
from background.windows import since_last_run
from commerce.labels.services import products_to_relabel
from commerce.pricing.models import PriceList

from . import services


@retrying_task(max_attempts=5)
def refresh(
    products=(), categories=(), options=(), price_lists=(), images=(), everything: bool = False
) -> None:
    """Refresh the listings that depend on these. Arguments are ids."""
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
def refresh_after_price_dates() -> None:
    """Refresh products of price lists that began or ended since the last run: prices change then
    without a save."""
    with since_last_run(refresh_after_price_dates) as recent:
        lists = PriceList.objects.filter(Q(starts_at__range=recent) | Q(ends_at__range=recent))
        services.refresh_listings(
            services.products_touched(price_lists=list(lists.values_list("pk", flat=True)))
        )


@every(minutes=5)
@retrying_task(max_attempts=1)
def refresh_after_label_dates() -> None:
    """Refresh products whose labels began or ended since the last run, which happens without a
    save."""
    with since_last_run(refresh_after_label_dates) as (since, until):
        if products := products_to_relabel(since, until):
            services.refresh_listings(products)

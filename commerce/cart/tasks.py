from datetime import timedelta

from django.utils import timezone
from oscar.core.loading import get_model

from background.retries import retrying_task
from background.schedule import daily

Basket = get_model("basket", "Basket")

# The cookie of an anonymous basket lasts a week: after that nobody can open it.
KEEP_ABANDONED = timedelta(days=30)


@daily(at="03:50")
@retrying_task(max_attempts=3)
def forget_abandoned_baskets() -> None:
    """Delete anonymous baskets without an order that were not used for ``KEEP_ABANDONED``, and
    empty merged ones."""
    before = timezone.now() - KEEP_ABANDONED
    old = Basket.objects.filter(date_created__lt=before, order__isnull=True)
    abandoned = old.filter(owner__isnull=True).exclude(lines__date_updated__gte=before)
    abandoned.delete()
    old.filter(status=Basket.MERGED).delete()

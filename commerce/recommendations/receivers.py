from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from background.outbox import queue
from commerce.listings.services import request_refresh
from commerce.orders.signals import order_confirmed
from markets.days import today
from markets.lookup import get_market

from .models import Complement, RelatedProduct


@receiver(order_confirmed)
def count_order(sender, order, **kwargs):
    """Outside the request that confirms: it costs one INSERT."""
    from .tasks import count_day

    market = order.placement.market
    day = today(get_market(market), order.placement.confirmed_at)
    queue(count_day, market=market, day=day.isoformat())


@receiver([post_save, post_delete], sender=Complement)
@receiver([post_save, post_delete], sender=RelatedProduct)
def follow_link(sender, instance, raw=False, **kwargs):
    if not raw:
        request_refresh(products=[instance.product_id])

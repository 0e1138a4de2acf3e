from django.dispatch import receiver

from background.outbox import queue
from commerce.orders.signals import order_confirmed
from markets.days import today
from markets.lookup import get_market

from .tasks import count_day


@receiver(order_confirmed)
def count_order(sender, order, **kwargs):
    """Count in a job: the request that confirms the order only pays one INSERT."""
    market = order.placement.market
    day = today(get_market(market), order.placement.confirmed_at)
    queue(count_day, market=market, day=day.isoformat())

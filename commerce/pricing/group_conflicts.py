"""Where a group's price list does its members no good. It is told, never refused."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from .models import Price, PriceList
from .selection import prices_for


@dataclass
class Conflict:
    """What is wrong with a group's list from a moment on; products by primary key, sorted.

    ``dearer``: members pay more than everybody. ``unused``: members pay more than their list says,
    because a list of a higher priority names the product too.
    """

    price_list: PriceList
    moment: datetime
    dearer: list[int] = field(default_factory=list)
    unused: list[int] = field(default_factory=list)


def conflicts_of(price_list: PriceList) -> list[Conflict]:
    """Those of a group's list; of a list for everybody, those of all groups' lists of its market.

    Each product is told once for each list, at the first moment from now on. A list that is over
    has none. Two queries for a list without any.
    """
    lists = PriceList.objects.in_market(price_list.market).filter(customer_group__isnull=False)
    if price_list.customer_group_id:
        lists = lists.filter(pk=price_list.pk)
    return [conflict for one in lists for conflict in _conflicts(one)]


def _conflicts(own: PriceList) -> Iterator[Conflict]:
    prices = dict(_suspects(own))
    for moment in _moments(own) if prices else ():
        everybody = prices_for(prices, own.market, moment=moment)
        members = prices_for(prices, own.market, group_id=own.customer_group_id, moment=moment)
        conflict = Conflict(own, moment)
        for product_id in sorted(everybody):
            paid = members[product_id]
            if paid.price_list_id == own.pk and paid.amount > everybody[product_id].amount:
                conflict.dearer.append(product_id)
            elif paid.price_list.customer_group_id is None and paid.amount > prices[product_id]:
                conflict.unused.append(product_id)
        if conflict.dearer or conflict.unused:
            prices = {
                key: amount
                for key, amount in prices.items()
                if key not in conflict.dearer and key not in conflict.unused
            }
            yield conflict


def _suspects(own: PriceList):
    """(product id, amount) of the list's prices that some list for everybody could be at odds
    with, whenever it holds."""
    public = Price.objects.filter(
        Q(amount__lt=OuterRef("amount"), price_list__priority__lte=own.priority)
        | Q(amount__gt=OuterRef("amount"), price_list__priority__gt=own.priority),
        price_list__market=own.market,
        price_list__customer_group__isnull=True,
    )
    return own.prices.filter(
        Exists(public.filter(product=OuterRef("product")))
        | Exists(public.filter(product=OuterRef("product__parent")))
    ).values_list("product_id", "amount")


def _moments(own: PriceList) -> list[datetime]:
    """When prices of its market may change, from now on and while the list holds; sorted."""
    begins = max(own.starts_at or timezone.now(), timezone.now())
    bounds = PriceList.objects.in_market(own.market).values_list("starts_at", "ends_at")
    later = {at for bound in bounds for at in bound if at and at > begins}
    moments = [begins, *sorted(later)]
    return [at for at in moments if own.ends_at is None or at < own.ends_at]

"""Writes of prices."""

from decimal import Decimal

from django.db import transaction
from wagtail.log_actions import log

from background.locks import locked

from .models import Price, PriceList


@transaction.atomic
def set_price(
    *,
    product,
    price_list: PriceList,
    amount: Decimal | None,
    compare_at: Decimal | None = None,
    by=None,
) -> Price | None:
    """Set, change or (``amount=None``) remove a product's price on a list.

    Amounts are in the list's currency. Returns the price, None where it was removed. Raises
    ValidationError for a negative amount or a compare-at price that is not higher.
    """
    price = locked(Price.objects.filter(product=product, price_list=price_list)).first()
    before = (price.amount, price.compare_at) if price else None
    if amount is None:
        if price:
            price.delete()
            _log(product, price_list, before, None, by)
        return None
    price = price or Price(product=product, price_list=price_list)
    price.amount, price.compare_at = amount, compare_at
    price.full_clean()
    if before == (price.amount, price.compare_at):
        return price
    price.save()
    _log(product, price_list, before, (price.amount, price.compare_at), by)
    return price


def _log(product, price_list, before, after, by):
    def written(pair):
        return [str(value) if value is not None else None for value in pair] if pair else None

    log(
        instance=product,
        action="vitrina.price",
        user=by,
        data={"price_list": price_list.code, "before": written(before), "after": written(after)},
    )

"""Which price holds: the reads that strategy, listings and the back office share."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from oscar.core.loading import get_model

from .models import ClassTax, Price, PriceList

Product = get_model("catalogue", "Product")


def prices_for(
    product_ids: Iterable[int],
    market_code: str,
    *,
    group_id: int | None = None,
    moment: datetime | None = None,
    parents: Mapping[int, int] | None = None,
) -> dict[int, Price]:
    """``{product id: price}`` in a market, two queries for any number of products: the public's,
    or those of a customer group (its primary key), which fall back to the public's.

    A variant without a price of its own costs what its parent does. A product that is not in
    the answer is not sold in the market; a group's list says what something costs its members,
    never that it is sold: what has no price for everybody is not in the answer. Who knows the
    variants' parents already gives them (``{variant id: parent id}``) and saves a query.
    """
    product_ids = list(product_ids)
    if parents is None:
        parents = dict(
            Product.objects.filter(pk__in=product_ids, parent__isnull=False).values_list(
                "pk", "parent_id"
            )
        )
    wanted = {*product_ids, *parents.values()}
    rows = Price.objects.filter(product_id__in=wanted).in_market(
        market_code, group_id=group_id, moment=moment
    )
    winning = rows.by_product()
    for_sale = {row.product_id for row in rows if row.price_list.customer_group_id is None}
    answer = {}
    for product_id in product_ids:
        parent_id = parents.get(product_id)
        price = winning.get(product_id) or winning.get(parent_id)
        if price is not None and not for_sale.isdisjoint((product_id, parent_id)):
            answer[product_id] = price
    return answer


def groups_with_prices(moment: datetime | None = None) -> list[tuple[str, int]]:
    """(market, customer group) of each list that holds for a group at a moment (now without one),
    each once. One query."""
    lists = PriceList.objects.valid_at(moment).filter(customer_group__isnull=False).order_by()
    return sorted(set(lists.values_list("market", "customer_group")))


def tax_classes() -> dict[int, str]:
    """``{product class id: tax class}``; a class without a row bears the standard rate."""
    return dict(ClassTax.objects.values_list("product_class_id", "tax_class"))

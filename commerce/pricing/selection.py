"""Which price holds: the reads that strategy, listings and the back office share."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from oscar.core.loading import get_model

from .models import ClassTax, Price

Product = get_model("catalogue", "Product")


def prices_for(
    product_ids: Iterable[int],
    market_code: str,
    *,
    group_ids: Iterable[int] = (),
    moment: datetime | None = None,
    parents: Mapping[int, int] | None = None,
) -> dict[int, Price]:
    """``{product id: price}`` in a market, two queries for any number of products.

    A variant without a price of its own costs what its parent does. A product that is not in
    the answer is not sold in the market. Who knows the variants' parents already gives them
    (``{variant id: parent id}``) and saves a query.
    """
    product_ids = list(product_ids)
    if parents is None:
        parents = dict(
            Product.objects.filter(pk__in=product_ids, parent__isnull=False).values_list(
                "pk", "parent_id"
            )
        )
    wanted = {*product_ids, *parents.values()}
    winning = (
        Price.objects.filter(product_id__in=wanted)
        .in_market(market_code, group_ids=group_ids, moment=moment)
        .by_product()
    )
    answer = {}
    for product_id in product_ids:
        price = winning.get(product_id) or winning.get(parents.get(product_id))
        if price is not None:
            answer[product_id] = price
    return answer


def tax_classes() -> dict[int, str]:
    """``{product class id: tax class}``; a class without a row bears the standard rate."""
    return dict(ClassTax.objects.values_list("product_class_id", "tax_class"))

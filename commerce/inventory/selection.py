"""Which stock record ships a product to a market."""

from collections.abc import Iterable

from django.db.models import F, OuterRef, Subquery, Sum
from oscar.core.loading import get_model

OrderLine = get_model("order", "Line")
StockRecord = get_model("partner", "StockRecord")


def stock_for(
    product_ids: Iterable[int], market_code: str, *, basket_id: int | None = None
) -> dict:
    """``{product id: stock record}``, one query for any number of products.

    The first warehouse of the market that has any left; where none has, the first one that
    knows the product, so that a sold-out product is not the same as one that is not kept.

    ``basket_id``: what this basket's own unpaid orders hold counts as left for it.
    """
    served = "partner__warehouse__served"
    records = (
        StockRecord.objects.filter(
            product_id__in=list(product_ids), **{f"{served}__market": market_code}
        )
        .annotate(_position=F(f"{served}__position"), _served=F(f"{served}__pk"))
        .select_related("partner")
    )
    if basket_id is not None:
        records = records.annotate(own_held=_held_by_orders_of(basket_id))
    best: dict = {}
    for record in records:
        rank = (left_of(record) <= 0, record._position, record._served)
        if record.product_id not in best or rank < best[record.product_id][0]:
            best[record.product_id] = (rank, record)
    return {product_id: record for product_id, (_rank, record) in best.items()}


def left_of(record) -> int:
    """How many can be bought of a record that ``stock_for`` read."""
    return record.net_stock_level + (getattr(record, "own_held", 0) or 0)


def _held_by_orders_of(basket_id: int) -> Subquery:
    held = OrderLine.objects.filter(
        stockrecord=OuterRef("pk"), order__placement__pending_basket=basket_id
    )
    return Subquery(held.order_by().values("stockrecord").annotate(n=Sum("quantity")).values("n"))

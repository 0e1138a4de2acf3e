"""Which stock record ships a product to a market."""

from collections.abc import Iterable

from django.db.models import F
from oscar.core.loading import get_model

StockRecord = get_model("partner", "StockRecord")


def stock_for(product_ids: Iterable[int], market_code: str) -> dict:
    """``{product id: stock record}``, one query for any number of products.

    The first warehouse of the market that has any left; where none has, the first one that
    knows the product, so that a sold-out product is not the same as one that is not kept.
    """
    served = "partner__warehouse__served"
    records = (
        StockRecord.objects.filter(
            product_id__in=list(product_ids), **{f"{served}__market": market_code}
        )
        .annotate(_position=F(f"{served}__position"), _served=F(f"{served}__pk"))
        .select_related("partner")
    )
    best: dict = {}
    for record in records:
        rank = (record.net_stock_level <= 0, record._position, record._served)
        if record.product_id not in best or rank < best[record.product_id][0]:
            best[record.product_id] = (rank, record)
    return {product_id: record for product_id, (_rank, record) in best.items()}

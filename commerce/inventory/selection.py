"""Which stock record ships a product to a market."""

from collections.abc import Iterable

from oscar.core.loading import get_model

from .models import WarehouseMarket

StockRecord = get_model("partner", "StockRecord")


def stock_for(product_ids: Iterable[int], market_code: str) -> dict:
    """``{product id: stock record}``, two queries for any number of products.

    The first warehouse of the market that has any left; where none has, the first one that
    knows the product, so that a sold-out product is not the same as one that is not kept.
    """
    position = {
        partner_id: index
        for index, partner_id in enumerate(
            WarehouseMarket.objects.filter(market=market_code)
            .order_by("position", "pk")
            .values_list("warehouse__partner_id", flat=True)
        )
    }
    records = StockRecord.objects.filter(
        product_id__in=list(product_ids), partner_id__in=position
    ).select_related("partner")
    best: dict = {}
    for record in records:
        rank = (record.net_stock_level <= 0, position[record.partner_id])
        if record.product_id not in best or rank < best[record.product_id][0]:
            best[record.product_id] = (rank, record)
    return {product_id: record for product_id, (_rank, record) in best.items()}

"""The places of products, for building their listings."""

from commerce.listings.models import NOT_ARRANGED

from .models import CatalogueEntry

Place = tuple[int, int]
NOWHERE: Place = (NOT_ARRANGED, NOT_ARRANGED)


def places_of(product_ids) -> dict[int, dict[tuple[str, int | None], Place]]:
    """{product: {(market, category or None for the whole catalogue): (page, sequence)}}.

    One query.
    """
    found: dict[int, dict] = {}
    rows = CatalogueEntry.objects.filter(product__in=product_ids).order_by()
    for product_id, market, category, page, sequence in rows.values_list(
        "product_id", "order__market", "order__category_id", "page", "sequence"
    ):
        found.setdefault(product_id, {})[market, category] = (page, sequence)
    return found

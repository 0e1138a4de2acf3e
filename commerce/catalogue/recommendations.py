"""Related products on a product page: what goes well with it, and what may be liked as well."""

from cms.page_cache import freshness
from commerce.copy.tree import CategoryNode
from commerce.listings.facet_index import FacetIndex
from commerce.listings.models import Listing
from commerce.listings.tags import list_tag, product_tag

# The most products of each group.
MOST = 4


def find_recommendations(
    product_id: int,
    chosen: Listing | None,
    trail: list[CategoryNode],
    *,
    market: str,
    index: FacetIndex,
) -> tuple[list[int], list[int]]:
    """Two groups of related products: what goes well with it, and what may be liked as well.

    Returns primary keys of listings of ``index``, the market's; no product is in both. First come
    the merchandiser's choices (of the listing ``chosen``), then what is bought together. The second
    group is filled up with products of the same category, then of the categories above it
    (``trail``: the categories of the product from the top down; empty for all products). Sold-out
    products come last, and only where the merchandiser chose them.
    """
    left = index.everything & ~index.of_products([product_id])
    groups = []
    for wanted in (chosen.complements, chosen.related) if chosen else ([], []):
        # Also depends on the products that are left out: they come back with their stock.
        freshness.depends_on(*(product_tag(market, pk) for pk in wanted))
        here = index.of_products(wanted) & left
        left &= ~here
        ids = dict.fromkeys(wanted)
        sold_out = index.listings_of(ids, here & ~index.in_stock)
        groups.append((index.listings_of(ids, here & index.in_stock), sold_out))
    (goes_with, gone), (also, also_gone) = groups
    missing = MOST - len(also) - len(also_gone)
    nearby = _nearby(index, left & index.in_stock, trail, missing, market)
    return [*goes_with, *gone][:MOST], [*also, *nearby, *also_gone][:MOST]


def _nearby(
    index: FacetIndex, left: int, trail: list[CategoryNode], most: int, market: str
) -> list[int]:
    """The products of the same category, then of those above it, each in the catalogue's order."""
    scopes = [(node.pk, index.in_category(node.pk)) for node in reversed(trail)]
    found: list[int] = []
    for category, scope in scopes or [(None, index.everything)]:
        if len(found) < most:
            freshness.depends_on(list_tag(market, category))
            found += index.listings(left & scope, "featured")[: most - len(found)]
        left &= ~scope
    return found

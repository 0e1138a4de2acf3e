"""What a product page shows beside the product."""

from cms.page_cache import freshness
from commerce.copy.tree import CategoryNode
from commerce.listings.facet_index import FacetIndex
from commerce.listings.models import Listing
from commerce.listings.tags import list_tag, product_tag

# Of each kind, at most.
MOST = 4


def find_companions(
    product_id: int,
    chosen: Listing | None,
    trail: list[CategoryNode],
    *,
    market: str,
    index: FacetIndex,
) -> tuple[list[int], list[int]]:
    """What goes well with a product, and what may be liked as well: never the same thing twice.

    Primary keys of listings of the ``index``, which is the market's. The merchandiser's choice (of
    the listing ``chosen``) first, then what is bought together; what is missing to the second
    group is of the same category, then of those above it (``trail`` is where the product stands,
    from the top down; empty is anything). What is sold out comes last, and only where somebody
    chose it.
    """
    left = index.everything & ~index.of_products([product_id])
    groups = []
    for wanted in (chosen.complements, chosen.related) if chosen else ([], []):
        # Of those that are left out too: they come back with their stock.
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
    """Those of the same category, then of those above it, each in the shop's order."""
    scopes = [(node.pk, index.in_category(node.pk)) for node in reversed(trail)]
    found: list[int] = []
    for category, scope in scopes or [(None, index.everything)]:
        if len(found) < most:
            freshness.depends_on(list_tag(market, category))
            found += index.listings(left & scope, "featured")[: most - len(found)]
        left &= ~scope
    return found

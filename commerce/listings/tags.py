"""The cache tags of listings (``cms.page_cache.freshness``).

``commerce.projection`` invalidates them as it writes: the tag of each listing that changed, of its
product, and of the lists that count, filter or order by the columns that changed. A page that reads
listings directly gets ``ALL_LISTINGS`` by itself (``Listing.objects``). A product that comes to a
market or leaves it invalidates everything: its pages in other countries say where it is sold.
"""

from collections.abc import Iterable

# Any listing of any market.
ALL_LISTINGS = "listings"


def listing_tag(pk: int) -> str:
    """Of a card: what it shows of one listing."""
    return f"listing:{pk}"


def product_tag(market: str, product: int) -> str:
    """Of a product in a market: its listings and their sources."""
    return f"product:{market}:{product}"


def list_tag(market: str, category: int | None = None) -> str:
    """Of a list: the products of a category in a market (of all without one), their order and the
    counts of its filters."""
    return f"list:{market}:{category or 'all'}"


def list_tags(market: str, categories: Iterable[int]) -> set[str]:
    """Of every list that a listing of these categories is in."""
    return {list_tag(market), *(list_tag(market, category) for category in categories)}


def address_tag(slug: str) -> str:
    """Of an address: which product it belongs to."""
    return f"address:{slug}"

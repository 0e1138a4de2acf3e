"""What a kept page says it is made of when it shows listings (``cms.page_cache.freshness``).

``commerce.projection`` invalidates them as it writes: each listing that changed, its product, and
the lists that count, narrow or order by what changed of it. A page that reads listings in a way of
its own is made of ``ALL_LISTINGS``, without saying so (``Listing.objects``). Where a product comes
to a market or leaves it, everything is made anew.
"""

from collections.abc import Iterable

# Any listing of any market.
ALL_LISTINGS = "listings"


def listing_tag(pk: int) -> str:
    """What a card shows of one row."""
    return f"listing:{pk}"


def product_tag(market: str, product: int) -> str:
    """All that is said in a market of a product: its rows and what they were made from."""
    return f"product:{market}:{product}"


def list_tag(market: str, category: int | None = None) -> str:
    """The products of a category in a market, of all without one: which they are, how they are
    counted, narrowed and ordered."""
    return f"list:{market}:{category or 'all'}"


def list_tags(market: str, categories: Iterable[int]) -> set[str]:
    """Every list in which a listing of these categories stands."""
    return {list_tag(market), *(list_tag(market, category) for category in categories)}


def address_tag(slug: str) -> str:
    """Which product is at an address."""
    return f"address:{slug}"

"""Blocks of live pages that show the same to everybody are drawn once.

``Meta.kept`` says how long what a block shows is true: under the storefront's version, or under
the market's version, whose end the block may announce (``freshness.expires_at``).
"""

from collections.abc import Callable

from django.conf import settings
from django.utils.safestring import SafeString

from ...frame.parts import cached_block, find_block
from ...frame.storefront import Storefront
from ...page_cache.fragment_cache import cached_html, get_cached_html

# Words and pictures: until something is published, or a menu or the brand is changed.
UNTIL_PUBLISHED = "until published"
# Products with their prices, labels and order: until any of that changes in the market.
WITH_THE_MARKET = "with the market"


def is_cacheable(page, request) -> bool:
    """Whether what a page shows is what is published: no draft, no preview, no debugging."""
    if page is None or settings.DEBUG or not getattr(page, "live", False):
        return False
    return getattr(request, "storefront_page", None) is page and not getattr(
        request, "is_preview", False
    )


def block_key(page, block_id: str | None, heading: str | None) -> tuple:
    return (page.pk, block_id, heading)


def find_html(block, storefront: Storefront, key: tuple) -> SafeString | None:
    """What was drawn of a block; None where it has not been, or is never kept."""
    kept = getattr(block.meta, "kept", None)
    if kept == UNTIL_PUBLISHED:
        return find_block(storefront, key)
    if kept == WITH_THE_MARKET:
        return get_cached_html(*_of_market(storefront, key))
    return None


def cached_block_html(
    block, storefront: Storefront, key: tuple, render: Callable[[], str]
) -> SafeString | str:
    """The block's HTML, kept as its ``Meta.kept`` says."""
    kept = getattr(block.meta, "kept", None)
    if kept == UNTIL_PUBLISHED:
        return cached_block(storefront, key, render)
    if kept == WITH_THE_MARKET:
        return cached_html(*_of_market(storefront, key), render)
    return render()


def _of_market(storefront: Storefront, key: tuple) -> tuple[str, tuple]:
    return storefront.market.code, ("block", storefront.edition, *key)

"""The cache of blocks: those of live pages that are the same for everybody are rendered once.

``Meta.cached`` says what invalidates a block: a new version of the storefront, or a change in the
market; for the latter the block may set an expiry (``freshness.expires_at``).
"""

from collections.abc import Callable

from django.conf import settings
from django.utils.safestring import SafeString

from ...frame.parts import cached_block, find_block
from ...frame.storefront import Storefront
from ...page_cache.fragment_cache import cached_html, get_cached_html

# For text and pictures: valid until something is published, or a menu or the brand changes.
UNTIL_PUBLISHED = "until published"
# For products with prices, labels and order: valid until any of that changes in the market.
WITH_THE_MARKET = "with the market"


def is_cacheable(page, request) -> bool:
    """Whether the page shows the published content: no draft, no preview, no debugging."""
    if page is None or settings.DEBUG or not getattr(page, "live", False):
        return False
    return getattr(request, "storefront_page", None) is page and not getattr(
        request, "is_preview", False
    )


def block_key(page, block_id: str | None, heading: str | None) -> tuple:
    return (page.pk, block_id, heading)


def find_html(block, storefront: Storefront, key: tuple) -> SafeString | None:
    """The cached HTML of a block; None where there is none, or where it is never cached."""
    lifetime = getattr(block.meta, "cached", None)
    if lifetime == UNTIL_PUBLISHED:
        return find_block(storefront, key)
    if lifetime == WITH_THE_MARKET:
        return get_cached_html(*_of_market(storefront, key))
    return None


def cached_block_html(
    block, storefront: Storefront, key: tuple, render: Callable[[], str]
) -> SafeString | str:
    """The block's HTML, rendered and cached as its ``Meta.cached`` says."""
    lifetime = getattr(block.meta, "cached", None)
    if lifetime == UNTIL_PUBLISHED:
        return cached_block(storefront, key, render)
    if lifetime == WITH_THE_MARKET:
        return cached_html(*_of_market(storefront, key), render)
    return render()


def _of_market(storefront: Storefront, key: tuple) -> tuple[str, tuple]:
    return storefront.market.code, ("block", storefront.edition, *key)

"""The page cache: public pages are cached as a whole and served without a query (decision 0012).

The address alone decides the HTML of a public page. So one cached body serves every anonymous
visitor, and, with a placeholder for the prefix of its links, every consultant's site. A view says
with ``cache_page_for_everyone`` that its pages may be cached; ``PageCacheMiddleware`` stores and
serves them. Fragments and values that many pages share are cached in the same store (``cached``).
``cms.page_cache.freshness`` decides when either is invalid: by tag, or at a known moment.
"""

from .fragment_cache import cached, cached_html, cached_many
from .rendering import cache_page_for_everyone
from .slots import show_seller

__all__ = ["cache_page_for_everyone", "cached", "cached_html", "cached_many", "show_seller"]

"""Public pages, kept whole: what is asked for again is answered without a query (decision 0012).

The address alone decides a public page's HTML, so one body serves every anonymous visitor and,
with its links' prefix left open, every consultant's site. A view says so with
``cache_page_for_everyone``; ``PageCacheMiddleware`` stores and answers its pages. Fragments that
many pages share are cached beside them (``cached``). ``freshness`` knows what both depend on,
when they expire and what invalidates them.
"""

from .fragment_cache import cached, cached_html, cached_many
from .rendering import cache_page_for_everyone
from .slots import show_seller

__all__ = ["cache_page_for_everyone", "cached", "cached_html", "cached_many", "show_seller"]

"""Public pages, kept whole: what is asked for again is answered without a query (decision 0012).

The address alone decides a public page's HTML, so one body serves every anonymous visitor and,
with its links' prefix left open, every consultant's site. A view says with ``kept_whole`` that
its pages are of that kind; ``PageCacheMiddleware`` keeps and answers them. What the drawings of
many pages share is kept beside them (``remember``). How long both are true is
``cms.page_cache.freshness``'s business.
"""

from .drawing import kept_whole
from .fragment_cache import remember, remember_all, remember_html
from .slots import show_seller

__all__ = ["kept_whole", "remember", "remember_all", "remember_html", "show_seller"]

"""Ready before it serves: what the first visitors of a new process would wait for.

The first request imports addresses, forms and templates, the first list of a market reads its
filters' index, and the first search the words of its index: seconds, in a shop of 100,000 products.
So the web server asks for a few pages itself, in each market and language, before it takes visitors
(``gunicorn.conf.py``).
"""

import logging
from collections.abc import Callable, Iterator
from urllib.parse import urlencode, urlsplit
from wsgiref.util import setup_testing_defaults

from django.conf import settings
from django.db import close_old_connections
from django.urls import reverse
from django.utils import translation

from commerce.listings.models import Listing
from markets.lookup import all_editions, language_of, market_of
from markets.storefront_urls import in_edition

logger = logging.getLogger(__name__)


def draw_first_pages(application: Callable) -> Iterator[str]:
    """Ask a WSGI application for the first pages, one with each step; gives their addresses.

    A page that fails is logged and left: the process serves what it can.
    """
    for edition in all_editions():
        try:
            paths = _first_pages(edition)
        except Exception:
            # Without a database it answers as it does when that goes away later.
            logger.exception("Nothing is warm in %s", edition)
            close_old_connections()
            continue
        for path in paths:
            try:
                _ask(application, path)
            except Exception:
                logger.exception("%s could not be drawn beforehand", path)
            yield path


def _first_pages(edition: str) -> list[str]:
    """Home, the list of everything, and where there is a product its page and what is suggested
    to somebody who types its name: that opens the search index."""
    rows = Listing.objects.in_market(market_of(edition).code, language_of(edition))
    product = rows.order_by("pk").values_list("path", "title").first()
    with translation.override(edition):
        paths = [in_edition("/", edition), reverse("catalogue:index")]
        if product:
            path, title = product
            suggested = f"{reverse('search-suggest')}?{urlencode({'q': title})}"
            paths += [in_edition(path, edition), suggested]
        return paths


def _ask(application: Callable, path: str) -> None:
    shop, address = urlsplit(settings.PUBLIC_URL), urlsplit(path)
    environ = {
        "HTTP_HOST": shop.netloc,
        "PATH_INFO": address.path,
        "QUERY_STRING": address.query,
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.url_scheme": shop.scheme,
    }
    setup_testing_defaults(environ)
    answer = application(environ, lambda status, headers, error=None: None)
    try:
        for _piece in answer:
            pass
    finally:
        if hasattr(answer, "close"):
            answer.close()

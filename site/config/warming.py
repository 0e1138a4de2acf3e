"""Ready before it serves: what the first visitors of a new process would wait for.

The first request imports addresses, forms and templates, and the first list of a market reads its
filters' index: seconds, in a shop of 100,000 products. So the web server asks for a few pages
itself, in each market and language, before it takes visitors (``gunicorn.conf.py``).
"""

import logging
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit
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
    """Home, the list of everything, and a product where there is one."""
    rows = Listing.objects.in_market(market_of(edition).code, language_of(edition))
    product = rows.order_by("pk").values_list("path", flat=True).first()
    with translation.override(edition):
        paths = [in_edition("/", edition), reverse("catalogue:index")]
        return paths + ([in_edition(product, edition)] if product else [])


def _ask(application: Callable, path: str) -> None:
    address = urlsplit(settings.PUBLIC_URL)
    environ = {
        "HTTP_HOST": address.netloc,
        "PATH_INFO": path,
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.url_scheme": address.scheme,
    }
    setup_testing_defaults(environ)
    answer = application(environ, lambda status, headers, error=None: None)
    try:
        for _piece in answer:
            pass
    finally:
        if hasattr(answer, "close"):
            answer.close()

"""What `make bench` serves: the shop, with three addresses of the bench's own beside it.

``/bench-limit/`` is a static view of 30 KB through the same middleware, the least that any page
can cost here; ``/bench-cpu/`` tells how long this process has worked. A request with the header
``X-Count`` is answered with the number of queries it took; one with ``X-Forget`` as the first one
of all, when neither pages nor what their drawings share nor counts of lists are known; one with
``X-Changed`` as the first one after a change that these tags say.
"""

import os
import sys
import time
import types
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]
os.environ.update(DJANGO_SETTINGS_MODULE="config.settings.dev", DEBUG="off", LOG_LEVEL="ERROR")

import django  # noqa: E402

django.setup()

from django.conf import settings  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.db import connection  # noqa: E402
from django.http import HttpResponse  # noqa: E402
from django.urls import path  # noqa: E402
from django.views.static import serve  # noqa: E402

from cms.page_cache import freshness  # noqa: E402
from cms.page_cache.page_store import page_store  # noqa: E402
from commerce.listings import facet_memory  # noqa: E402
from config import urls  # noqa: E402

LIMIT = ("<!doctype html><title>Limit</title>" + "<p>Vitrina</p>" * 2300)[: 30 * 1024]

module = types.ModuleType("bench_urls")
module.urlpatterns = [
    path("bench-limit/", lambda request: HttpResponse(LIMIT)),
    path("bench-cpu/", lambda request: HttpResponse(str(time.process_time()))),
    path("media/<path:path>", serve, {"document_root": settings.MEDIA_ROOT}),
    *urls.urlpatterns,
]
module.handler404, module.handler500 = urls.handler404, urls.handler500
sys.modules["bench_urls"] = module
settings.ROOT_URLCONF = "bench_urls"
settings.WHITENOISE_AUTOREFRESH = False
# Styles, scripts and pictures are there too, for whoever looks with a browser.
settings.WHITENOISE_USE_FINDERS = True

shop = get_wsgi_application()


def application(environ, start_response):
    if "HTTP_X_FORGET" in environ:
        page_store.clear()
        for known in facet_memory._known.values():
            for index in known.market_index._indexes.values():
                index._unfiltered.clear()
    if "HTTP_X_CHANGED" in environ:
        freshness.announce(set(environ["HTTP_X_CHANGED"].split()))
    if "HTTP_X_COUNT" not in environ:
        return shop(environ, start_response)
    count = 0

    def counting(execute, sql, parameters, many, context):
        nonlocal count
        count += 1
        return execute(sql, parameters, many, context)

    answer = {}

    def start(status, headers, error=None):
        answer.update(status=status, headers=headers)

    with connection.execute_wrapper(counting):
        response = shop(environ, start)
        try:
            body = b"".join(response)
        finally:
            response.close()
    start_response(answer["status"], [*answer["headers"], ("X-Queries", str(count))])
    return [body]

"""`make bench`: what the pages cost, as ratios to the least that any page can cost here.

    python scripts/bench.py                  the demo shop of `make run` (copied, never written to)
    python scripts/bench.py --variant en-us --rounds 60

The limit is a static view of 30 KB through the same middleware, in this very process. Each page
is asked for through Django's WSGI handler: request, answer, closing, as gunicorn does it. CPU is
the median of this process's time; queries are counted, not guessed. Budgets: design, §10.
"""

import argparse
import io
import os
import shutil
import sqlite3
import statistics
import sys
import tempfile
import time
import types
from contextlib import ExitStack, closing
from dataclasses import dataclass
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode, urlsplit

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

WARM_UP = 5


@dataclass(frozen=True)
class Budget:
    """The most queries, and the least share of the limit's speed (1/15 is ``15``)."""

    queries: int | None = None
    times_limit: float | None = None


BUDGETS = {
    "home": Budget(6, 15),
    "content page": Budget(6, 15),
    "category": Budget(10, 70),
    "product": Budget(8, 6),
    "search": Budget(None, None),
    "basket, 5 lines": Budget(15, None),
    "checkout step": Budget(20, None),
}


class Browser:
    """Asks the WSGI application for pages and keeps cookies; no socket in between."""

    def __init__(self, application):
        self.application, self.cookies = application, {}

    def ask(self, path: str, data: dict | None = None) -> tuple[int, dict, bytes]:
        parts = urlsplit(path)
        body = urlencode(data or {}).encode()
        environ = {
            "REQUEST_METHOD": "GET" if data is None else "POST",
            "SCRIPT_NAME": "",
            "PATH_INFO": parts.path.encode().decode("latin-1"),
            "QUERY_STRING": parts.query,
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "8000",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "HTTP_HOST": "localhost:8000",
            "HTTP_SEC_FETCH_SITE": "same-origin",
            "HTTP_ORIGIN": "http://localhost:8000",
            "HTTP_COOKIE": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "CONTENT_TYPE": "application/x-www-form-urlencoded",
            "CONTENT_LENGTH": str(len(body)),
            "wsgi.input": io.BytesIO(body),
            "wsgi.errors": sys.stderr,
            "wsgi.url_scheme": "http",
        }
        answer: dict = {}

        def start(status, headers):
            answer["status"] = int(status.split()[0])
            answer["headers"] = headers

        response = self.application(environ, start)
        try:
            content = b"".join(response)
        finally:
            response.close()
        for name, value in answer["headers"]:
            if name == "Set-Cookie":
                for cookie in SimpleCookie(value).values():
                    self.cookies[cookie.key] = cookie.value
        return answer["status"], dict(answer["headers"]), content


@dataclass
class Result:
    name: str
    path: str
    queries: int
    milliseconds: float
    kilobytes: float


def measure(browser: Browser, name: str, path: str, rounds: int) -> Result:
    """Raises SystemExit where the page does not answer 200: a fast error is no result."""
    from django.db import connection

    for _ in range(WARM_UP):
        status, _, content = browser.ask(path)
        if status != 200:
            sys.exit(f"{name}: {path} answers {status}")
    count = 0

    def counting(execute, sql, parameters, many, context):
        nonlocal count
        count += 1
        return execute(sql, parameters, many, context)

    with connection.execute_wrapper(counting):
        browser.ask(path)
    times = []
    for _ in range(rounds):
        before = time.process_time()
        browser.ask(path)
        times.append((time.process_time() - before) * 1000)
    return Result(name, path, count, statistics.median(times), len(content) / 1024)


def pages(variant: str) -> dict[str, str]:
    """What there is to measure in the demo shop, by the names of ``BUDGETS``."""
    from django.urls import reverse
    from django.utils import translation
    from wagtail.models import Page

    from commerce.listings.models import Listing
    from markets.lookup import language_of, market_of
    from markets.storefront_urls import in_variant

    market, language = market_of(variant), language_of(variant)
    with translation.override(variant):
        found = {"home": in_variant("/", variant)}
        content = (
            Page.objects.live().filter(locale__language_code=language, depth=3).order_by("path")
        )
        for page in content:
            if page.url:
                found["content page"] = in_variant(page.url, variant)
                break
        listing = Listing.objects.filter(market=market.code, language=language).order_by("pk")
        first = listing.first()
        if first:
            path = in_variant(first.path, variant)
            found["product"] = path
            found["category"] = path.rstrip("/").rsplit("/", 1)[0] + "/"
            found["search"] = f"{reverse('search')}?" + urlencode({"q": first.title.split()[0]})
    return found


def fill_basket(browser: Browser, variant: str) -> bool:
    """Five different products, added as a shopper's browser does."""
    from django.urls import reverse
    from django.utils import translation

    from commerce.listings.models import Listing
    from markets.lookup import language_of, market_of

    rows = Listing.objects.filter(
        market=market_of(variant).code, language=language_of(variant)
    ).exclude(stock=Listing.Stock.OUT)
    with translation.override(variant):
        address = reverse("basket:add")
    added = 0
    for row in rows.select_related("product").order_by("pk"):
        child = row.product.children.order_by("pk").last() or row.product
        status, _, _ = browser.ask(address, {"product": child.pk, "quantity": 1})
        added += status in (200, 302, 303)
        if added == 5:
            return True
    return False


def report(limit: Result, results: list[Result]) -> bool:
    """Print the table; True where every budget holds."""
    head = (
        f"{'page':28}{'queries':>9}{'budget':>8}{'ms CPU':>9}{'× limit':>9}{'budget':>8}{'KB':>7}"
    )
    print(f"\n{head}\n{'-' * len(head)}")
    print(
        f"{'limit: static view':28}{limit.queries:>9}{'':8}{limit.milliseconds:>9.2f}"
        f"{1:>9.1f}{'':8}{limit.kilobytes:>7.0f}"
    )
    good = True
    for result in results:
        budget = BUDGETS.get(result.name, Budget())
        times = result.milliseconds / limit.milliseconds
        held = (budget.queries is None or result.queries <= budget.queries) and (
            budget.times_limit is None or times <= budget.times_limit
        )
        good = good and held
        print(
            f"{result.name:28}{result.queries:>9}{budget.queries or '–':>8}"
            f"{result.milliseconds:>9.2f}{times:>9.1f}{budget.times_limit or '–':>8}"
            f"{result.kilobytes:>7.0f}  {'holds' if held else 'OVER'}  {result.path}"
        )
    return good


def copy_of_the_shop(folder: Path) -> None:
    """Baskets are written here, not into the shop of `make run`."""
    var = Path(os.environ.get("VITRINA_VAR", ROOT / "var"))
    source = var / "vitrina.sqlite3"
    if not source.exists():
        sys.exit("There is no shop to measure yet: make demo")
    copy = folder / "vitrina.sqlite3"
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(copy)) as new:
        old.backup(new)
    for name in ("search", "media"):
        if (var / name).exists():
            shutil.copytree(var / name, folder / name, copy_function=os.link)
    os.environ["VITRINA_VAR"] = str(folder)
    os.environ.pop("DATABASE_URL", None)


def start(folder: Path):
    """The WSGI application with the shop's settings, without debugging, and with the limit."""
    copy_of_the_shop(folder)
    (folder / "static").mkdir()
    os.environ.update(DJANGO_SETTINGS_MODULE="config.settings.dev", DEBUG="off", LOG_LEVEL="ERROR")
    import django

    django.setup()
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application
    from django.http import HttpResponse
    from django.urls import path

    from config import urls

    body = ("<!doctype html><title>Limit</title>" + "<p>Vitrina</p>" * 2300)[: 30 * 1024]
    module = types.ModuleType("bench_urls")
    module.urlpatterns = [path("bench-limit/", lambda request: HttpResponse(body))]
    module.urlpatterns += urls.urlpatterns
    module.handler404, module.handler500 = urls.handler404, urls.handler500
    sys.modules["bench_urls"] = module
    settings.ROOT_URLCONF = "bench_urls"
    settings.WHITENOISE_AUTOREFRESH = False
    return get_wsgi_application()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--variant", default="es-co")
    parser.add_argument("--rounds", type=int, default=30)
    chosen = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(dir=ROOT / "var")))
        application = start(folder)
        stranger = Browser(application)
        limit = measure(stranger, "limit", "/bench-limit/", chosen.rounds * 3)
        found = pages(chosen.variant)
        results = [
            measure(Browser(application), name, path, chosen.rounds) for name, path in found.items()
        ]
        shopper = Browser(application)
        if fill_basket(shopper, chosen.variant):
            from django.urls import reverse
            from django.utils import translation

            with translation.override(chosen.variant):
                cart = reverse("basket:summary")
                guest, step = reverse("checkout:guest"), reverse("checkout:address")
            results.append(measure(shopper, "basket, 5 lines", cart, chosen.rounds))
            if "product" in found:
                name = "product, holding a basket"
                alone = next(result for result in results if result.name == "product")
                BUDGETS[name] = Budget(queries=alone.queries + 2)
                results.append(measure(shopper, name, found["product"], chosen.rounds))
            page = shopper.ask(cart)[2].decode()
            token = page.partition('csrfmiddlewaretoken" value="')[2].partition('"')[0]
            shopper.ask(guest, {"email": "bench@example.com", "csrfmiddlewaretoken": token})
            if shopper.ask(step)[0] == 200:
                results.append(measure(shopper, "checkout step", step, chosen.rounds))
            else:
                print(f"The checkout did not let a guest in: {step} was not measured")
        else:
            print("Five products could not be put into a basket: basket and checkout not measured")
        good = report(limit, results)
    sys.exit(not good)


if __name__ == "__main__":
    main()

"""What there is to measure in the demo shop, and a shopper who fills a basket there."""

import os
import sys
from pathlib import Path
from urllib.parse import urlencode

from server import ROOT, Browser


def open_at(folder: Path) -> None:
    """Let this process read the shop whose files lie in ``folder``."""
    sys.path[:0] = [str(ROOT), str(ROOT / "site")]
    os.environ["VITRINA_VAR"] = str(folder)
    os.environ.pop("DATABASE_URL", None)
    os.environ.update(DJANGO_SETTINGS_MODULE="config.settings.dev", DEBUG="off", LOG_LEVEL="ERROR")
    import django

    django.setup()


def address(name: str, edition: str) -> str:
    from django.urls import reverse
    from django.utils import translation

    with translation.override(edition):
        return reverse(name)


def listings(edition: str):
    """What is sold in an edition, in an order that stays."""
    from commerce.listings.models import Listing
    from markets.lookup import language_of, market_of

    return Listing.objects.filter(
        market=market_of(edition).code, language=language_of(edition)
    ).order_by("pk")


def pages(edition: str) -> dict[str, str]:
    """Addresses by the names of the budgets."""
    from django.utils import translation
    from wagtail.models import Page

    from markets.lookup import language_of
    from markets.storefront_urls import in_edition

    with translation.override(edition):
        found = {"home": in_edition("/", edition)}
        content = Page.objects.live().filter(
            locale__language_code=language_of(edition), depth=3, show_in_menus=False
        )
        for page in content.order_by("path"):
            if type(page.specific).__name__ == "ContentPage":
                found["content page"] = in_edition(page.url, edition)
                break
        first = listings(edition).first()
        path = in_edition(first.path, edition)
        found["product"] = path
        found["category"] = path.rstrip("/").rsplit("/", 1)[0] + "/"
    query = urlencode({"q": first.title.split()[0]})
    return {**found, "search": f"{address('search', edition)}?{query}"}


def change_of_product(edition: str) -> str:
    """The tags that a new price of the product of ``pages`` says."""
    from commerce.listings.tags import ALL_LISTINGS, list_tags, listing_tag, product_tag

    row = listings(edition).first()
    categories = row.in_categories.values_list("category_id", flat=True)
    tags = {ALL_LISTINGS, listing_tag(row.pk), product_tag(row.market, row.product_id)}
    return " ".join(sorted(tags | list_tags(row.market, categories)))


def fill_basket(browser: Browser, edition: str) -> tuple[str, dict] | None:
    """Five different products, added as a shopper's browser does. Returns the last request."""
    from commerce.listings.models import Listing

    added = 0
    rows = listings(edition).exclude(stock=Listing.Stock.OUT)
    for row in rows.select_related("product"):
        child = row.product.children.order_by("pk").last() or row.product
        write = (address("cart:add", edition), {"product": child.pk, "quantity": 1})
        added += browser.ask(*write)[0] in (200, 302, 303)
        if added == 5:
            return write
    return None


def go_to_checkout(browser: Browser, edition: str) -> str:
    """Past the gate as a guest; the address of the first step."""
    page = browser.ask(address("cart:summary", edition))[2].decode()
    token = page.partition('csrfmiddlewaretoken" value="')[2].partition('"')[0]
    data = {"csrfmiddlewaretoken": token}
    browser.ask(address("checkout:guest", edition), data)
    return address("checkout:address", edition)


def an_alias() -> str:
    """The name of a consultant's open site; "" where there is none."""
    from replicated.consultants.models import Consultant

    found = Consultant.objects.filter(
        state=Consultant.State.ACTIVE,
        site_active=True,
        site_type=Consultant.SiteType.STANDARD,
    )
    return found.order_by("pk").values_list("alias", flat=True).first() or ""


def do_jobs() -> None:
    """What the worker does, in this process: every job that is ready, until none is."""
    from django_tasks_db.management.commands.db_worker import Worker

    Worker(
        queue_names=["*"],
        excluded_queue_names=[],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="bench",
    ).run()

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


def address(name: str, variant: str) -> str:
    from django.urls import reverse
    from django.utils import translation

    with translation.override(variant):
        return reverse(name)


def _listings(variant: str):
    from commerce.listings.models import Listing
    from markets.lookup import language_of, market_of

    return Listing.objects.filter(
        market=market_of(variant).code, language=language_of(variant)
    ).order_by("pk")


def pages(variant: str) -> dict[str, str]:
    """Addresses by the names of the budgets."""
    from django.utils import translation
    from wagtail.models import Page

    from markets.lookup import language_of
    from markets.storefront_urls import in_variant

    with translation.override(variant):
        found = {"home": in_variant("/", variant)}
        content = Page.objects.live().filter(
            locale__language_code=language_of(variant), depth=3, show_in_menus=False
        )
        for page in content.order_by("path"):
            if type(page.specific).__name__ == "ContentPage":
                found["content page"] = in_variant(page.url, variant)
                break
        first = _listings(variant).first()
        path = in_variant(first.path, variant)
        found["product"] = path
        found["category"] = path.rstrip("/").rsplit("/", 1)[0] + "/"
    query = urlencode({"q": first.title.split()[0]})
    return {**found, "search": f"{address('search', variant)}?{query}"}


def fill_basket(browser: Browser, variant: str) -> tuple[str, dict] | None:
    """Five different products, added as a shopper's browser does. Returns the last request."""
    from commerce.listings.models import Listing

    added = 0
    rows = _listings(variant).exclude(stock=Listing.Stock.OUT)
    for row in rows.select_related("product"):
        child = row.product.children.order_by("pk").last() or row.product
        write = (address("cart:add", variant), {"product": child.pk, "quantity": 1})
        added += browser.ask(*write)[0] in (200, 302, 303)
        if added == 5:
            return write
    return None


def go_to_checkout(browser: Browser, variant: str) -> str:
    """Past the gate as a guest; the address of the first step."""
    page = browser.ask(address("cart:summary", variant))[2].decode()
    token = page.partition('csrfmiddlewaretoken" value="')[2].partition('"')[0]
    data = {"csrfmiddlewaretoken": token}
    browser.ask(address("checkout:guest", variant), data)
    return address("checkout:address", variant)


def an_alias() -> str:
    """The name of a consultant's open site; "" where there is none."""
    from replicated.consultants.models import Consultant

    found = Consultant.objects.filter(
        state=Consultant.State.ACTIVE,
        site_active=True,
        site_type=Consultant.SiteType.STANDARD,
    )
    return found.order_by("pk").values_list("alias", flat=True).first() or ""

"""How many pages are answered from memory while orders come in, against none at all.

Visitors of one market ask for the home page (15 %), lists (35 %) and products (50 %, by Zipf: the
second is asked for half as often as the first). Every so many views somebody's order is placed and
confirmed, and what it leaves to do is done, before the next view.
"""

import random
import sys
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from server import Browser, serving
from shop import do_jobs

SEED = 20_260_101
SHARES = {"home": 15, "list": 35, "product": 50}
# As many queries takes a page of which all is known that drawings share.
DRAWN_AGAIN = {"home": 3, "list": 1, "product": 1}
PAGES_OF_A_LIST = 3
LINES_OF_AN_ORDER = (1, 2, 3)
# Percentage points that the hit rate may fall by.
MOST_LOST = 10


@dataclass
class Run:
    """What the visitors of one run got."""

    hits: Counter
    views: Counter
    # Drawn again from what drawings share, where nothing else had to be asked for.
    again: int = 0
    milliseconds: float = 0

    def rate(self, kind: str = "") -> float:
        hits, views = (
            (self.hits[kind], self.views[kind]) if kind else (self.hits.total(), self.views.total())
        )
        return 100 * hits / max(views, 1)


def measure_all(folder: Path, edition: str, *, views: int, every: int, products: int) -> bool:
    """Two runs over the same addresses in the same order. True where the budget holds."""
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    settings.VITRINA_DEMO_COMPANY = True
    if products:
        call_command("demo", accounts=False, scale=products, verbosity=0)
    visitors = Visitors(edition)
    connection.close()
    runs = {}
    for name, pause in (("no orders", 0), (f"an order every {every}", every)):
        with serving(folder) as port:
            runs[name] = _run(Browser(port), visitors, views, pause)
    _report(runs, visitors)
    first, second = runs.values()
    lost = first.rate() - second.rate()
    held = lost <= MOST_LOST
    print(f"orders cost {lost:.1f} points of the hit rate: {'holds' if held else 'OVER'}")
    return held


class Visitors:
    """Addresses to ask for, and somebody who orders."""

    def __init__(self, edition: str):
        import shop

        from commerce.copy.tree import category_tree
        from commerce.listings.models import PER_PAGE, Listing
        from markets.lookup import language_of, market_of
        from markets.storefront_urls import in_edition

        self.edition = edition
        market, language = market_of(edition).code, language_of(edition)
        rows = Listing.objects.in_market(market, language).order_by("pk")
        here = list(rows.values_list("path", "product_id"))
        random.Random(SEED).shuffle(here)
        self.products = [in_edition(path, edition) for path, _product in here]
        self.sold = [product for _path, product in here]
        self.by_rank = [1 / rank for rank in range(1, len(here) + 1)]
        tree = category_tree(language)
        counts = {shop.address("catalogue:index", edition): len(here)}
        for node in tree.nodes.values():
            counts[in_edition(node.path, edition)] = rows.in_category(node.pk).count()
        self.lists = []
        for path, count in counts.items():
            pages = min(PAGES_OF_A_LIST, -(-count // PER_PAGE))
            if not pages:
                continue
            self.lists += [path, *(f"{path}?page={page}" for page in range(2, pages + 1))]
        self.home = in_edition("/", edition)

    def path(self, chance: random.Random) -> tuple[str, str]:
        """(kind, address) of the next view."""
        [kind] = chance.choices(list(SHARES), list(SHARES.values()))
        if kind == "home":
            return kind, self.home
        if kind == "list":
            return kind, chance.choice(self.lists)
        return kind, chance.choices(self.products, self.by_rank)[0]

    def order(self, chance: random.Random) -> bool:
        """One order of one to three things, as much asked for as their pages; confirmed, and its
        jobs done. False where it could not be: something is sold out, or an offer changes its
        total."""
        from django.db import connection, transaction
        from django.utils import translation

        from commerce.cart.services import NotSoldHere, SoldOut
        from commerce.catalogue.models import Product
        from commerce.checkout.services.placing import TotalChanged
        from commerce.inventory.services import OutOfStock
        from demo.build.orders import OrderBuilder
        from demo.company.orders import ORDERS

        seed = next(seed for seed in ORDERS if seed.buyer.market == "co")
        number = chance.choice(LINES_OF_AN_ORDER)
        wanted = Product.objects.in_bulk(set(chance.choices(self.sold, self.by_rank, k=number)))
        skus = [
            (product.children.order_by("pk").first() or product).upc for product in wanted.values()
        ]
        email = f"bench-{chance.getrandbits(40)}@correo.example"
        order = replace(
            seed,
            lines=tuple((sku, 1) for sku in skus),
            buyer=replace(seed.buyer, email=email),
            state="confirmed",
            gateway="cash_on_delivery",
            days_ago=0,
            note="",
        )
        with translation.override(self.edition):
            try:
                with transaction.atomic():
                    OrderBuilder(order, None).build()
            except (NotSoldHere, SoldOut, OutOfStock, TotalChanged):
                return False
        do_jobs()
        connection.close()
        return True


def _run(browser: Browser, visitors: Visitors, views: int, every: int) -> Run:
    chance, orders = random.Random(SEED), random.Random(SEED + 1)
    run = Run(Counter(), Counter())
    before = browser.cpu()
    spent = 0.0
    for number in range(1, views + 1):
        kind, path = visitors.path(chance)
        status, headers, _content = browser.ask(path, count=True)
        if status != 200:
            sys.exit(f"{path} answers {status}")
        run.views[kind] += 1
        queries = int(headers["X-Queries"])
        run.hits[kind] += not queries
        run.again += 0 < queries <= DRAWN_AGAIN[kind]
        if every and number % every == 0:
            spent += browser.cpu() - before
            if not any(visitors.order(orders) for _attempt in range(9)):
                sys.exit("Nothing could be ordered")
            before = browser.cpu()
    run.milliseconds = (spent + browser.cpu() - before) * 1000 / views
    return run


def _report(runs: dict[str, Run], visitors: Visitors) -> None:
    print(
        f"\n{len(visitors.products):,} products, {len(visitors.lists)} pages of lists\n"
        f"{'':22}{'views':>8}{'from memory':>13}"
        + "".join(f"{kind:>10}" for kind in SHARES)
        + f"{'again':>8}{'first':>8}{'ms CPU a view':>15}"
    )
    for name, run in runs.items():
        print(
            f"{name:22}{run.views.total():>8,}{run.rate():>11.1f} %"
            + "".join(f"{run.rate(kind):>8.1f} %" for kind in SHARES)
            + f"{run.again:>8,}{run.views.total() - run.hits.total() - run.again:>8,}"
            + f"{run.milliseconds:>15.2f}"
        )

"""`make bench`: what the pages cost, as ratios to the least that any page can cost here.

    python scripts/bench                     the demo shop of `make run` (copied, never written to)
    python scripts/bench --edition en-us --rounds 60
    python scripts/bench --catalogue         with 1,000 and 10,000 products (minutes)
    python scripts/bench --sellers           with 1, 1,000 and 100,000 consultants (minutes)
    python scripts/bench --changes           how much orders cost those who look (minutes)
    python scripts/bench --changes --views 400 --products 0      the same, quickly
    python scripts/bench --orders            with 1,000 and 100,000 orders, and one more (minutes)
    python scripts/bench --checkouts         whole checkouts a second, paid by card (minutes)
    python scripts/bench --weight            what a first view weighs on a phone, in Chromium

Pages are asked for over HTTP from gunicorn, one process, as in production. CPU is that process's
time for each request; queries are counted, not guessed. Budgets: the design, §10.
"""

import argparse
import subprocess
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from server import ROOT, Browser, copy_of_the_shop, serving, storm

WARM_UP = 5
TURNS = 5


@dataclass(frozen=True)
class Budget:
    """The most queries, and the least share of the limit's speed (1/15 is ``15``)."""

    queries: int | None = None
    times_limit: float | None = None


# Drawn anew each time; the first time after a change of everything, when not even what drawings
# share is known, and of one price; then as the public gets them, kept whole.
BUDGETS = {
    "home": Budget(6, 15),
    "content page": Budget(6, 15),
    "category": Budget(10, 8),
    "product": Budget(8, 6),
    "search": Budget(None, None),
    "basket, 5 lines": Budget(15, None),
    "checkout step": Budget(20, None),
    "home, after a change": Budget(None, None),
    "category, after a change": Budget(10, 70),
    "product, after a change": Budget(5, None),
    "product, after its own change": Budget(5, 9),
    "home, kept": Budget(0, 1 / 0.9),
    "category, kept": Budget(0, 1 / 0.9),
    "product, kept": Budget(0, 1 / 0.9),
    # Whose site it is has to be asked.
    "product, kept, a consultant's": Budget(1, 1 / 0.7),
}


@dataclass
class Result:
    name: str
    path: str
    queries: int
    milliseconds: float
    kilobytes: float
    # Against the limit of the same seconds, where it was measured.
    times_limit: float = 0.0


def measure(browser: Browser, name: str, path: str, rounds: int) -> Result:
    """Raises SystemExit where the page does not answer 200: a fast error is no result."""
    for _ in range(WARM_UP):
        status, _headers, content = browser.ask(path)
        if status != 200:
            sys.exit(f"{name}: {path} answers {status}")
    queries = int(browser.ask(path, count=True)[1]["X-Queries"])
    before = browser.cpu()
    for _ in range(rounds):
        browser.ask(path)
    spent = browser.cpu() - before
    return Result(name, path, queries, spent * 1000 / rounds, len(content) / 1024)


def measure_beside_the_limit(browser: Browser, name: str, path: str, rounds: int) -> Result:
    """In turns, a limit before each: a machine that others use is not equally fast for long.
    The turn in the middle, by its ratio."""
    stranger, turns = Browser(browser.port), []
    for _turn in range(TURNS):
        limit = measure(stranger, "limit", "/bench-limit/", max(rounds, 40))
        result = measure(browser, name, path, max(rounds // TURNS, 1))
        turns.append(replace(result, times_limit=result.milliseconds / limit.milliseconds))
    return sorted(turns, key=lambda result: result.times_limit)[TURNS // 2]


def measure_shop(port: int, edition: str, rounds: int) -> bool:
    import shop

    limit = measure(Browser(port), "limit", "/bench-limit/", rounds * 5)
    found = shop.pages(edition)
    results = [
        measure_beside_the_limit(Browser(port, redrawn=True), name, path, rounds)
        for name, path in found.items()
    ]
    changed = Browser(port, redrawn=True, first=True)
    results += [
        measure_beside_the_limit(changed, f"{name}, after a change", found[name], rounds)
        for name in ("home", "category", "product")
    ]
    changed = Browser(port, redrawn=True, changed=shop.change_of_product(edition))
    own = "product, after its own change"
    results.append(measure_beside_the_limit(changed, own, found["product"], rounds))
    kept = {f"{name}, kept": found[name] for name in ("home", "category", "product")}
    if alias := shop.an_alias():
        kept["product, kept, a consultant's"] = f"/@{alias}{found['product']}"
    public = Browser(port)
    results += [
        measure_beside_the_limit(public, name, path, rounds * 5) for name, path in kept.items()
    ]
    shopper = Browser(port, redrawn=True)
    write = shop.fill_basket(shopper, edition)
    if write is None:
        sys.exit("Five products could not be put into a basket")
    basket = shop.address("cart:summary", edition)
    results.append(measure_beside_the_limit(shopper, "basket, 5 lines", basket, rounds))
    alone = next(result for result in results if result.name == "product")
    BUDGETS["product, holding a basket"] = Budget(queries=alone.queries + 2)
    for name, path in (
        ("product, holding a basket", found["product"]),
        ("checkout step", shop.go_to_checkout(shopper, edition)),
    ):
        results.append(measure_beside_the_limit(shopper, name, path, rounds))
    good = report(limit, results)
    wrong = storm(port, found["product"], write)
    print(f"\nproduct page at 16 connections, one of them writing: {wrong} errors of 192 answers")
    return good and not wrong


def report(limit: Result, results: list[Result]) -> bool:
    """Print the table; True where every budget holds."""
    head = (
        f"{'page':30}{'queries':>9}{'budget':>8}{'ms CPU':>9}{'× limit':>9}{'budget':>8}{'KB':>7}"
    )
    print(f"\n{head}\n{'-' * len(head)}")
    print(
        f"{'limit: static view':30}{limit.queries:>9}{'':8}{limit.milliseconds:>9.2f}"
        f"{1:>9.1f}{'':8}{limit.kilobytes:>7.0f}"
    )
    good = True
    for result in results:
        budget = BUDGETS.get(result.name, Budget())
        held = (budget.queries is None or result.queries <= budget.queries) and (
            budget.times_limit is None or result.times_limit <= budget.times_limit
        )
        good = good and held
        print(
            f"{result.name:30}{result.queries:>9}{_whole(budget.queries):>8}"
            f"{result.milliseconds:>9.2f}{result.times_limit:>9.2f}{_ratio(budget.times_limit):>8}"
            f"{result.kilobytes:>7.0f}  {'holds' if held else 'OVER'}  {result.path}"
        )
    return good


def _whole(number: int | None) -> str:
    return "–" if number is None else str(number)


def _ratio(number: float | None) -> str:
    return "–" if number is None else f"{number:.3g}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--edition", default="es-co")
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--sellers", action="store_true", help="1, 1,000, 100,000 consultants")
    parser.add_argument("--orders", action="store_true", help="1,000 and 100,000 orders")
    parser.add_argument("--catalogue", action="store_true", help="1,000 and 10,000 products")
    parser.add_argument("--changes", action="store_true", help="views while orders come in")
    parser.add_argument("--views", type=int, default=5000, help="of --changes")
    parser.add_argument("--every", type=int, default=20, help="views to an order, of --changes")
    parser.add_argument(
        "--products", type=int, default=10_000, help="of --changes; 0 for the shop as it is"
    )
    parser.add_argument("--checkouts", action="store_true", help="checkouts a second")
    parser.add_argument("--weight", action="store_true", help="bytes, requests and layout shift")
    chosen = parser.parse_args()
    if chosen.checkouts:
        # A shop of its own, as with `make checkouts`.
        calm = ("--calm", "--shoppers", "100", "--at-once", "4")
        sys.exit(subprocess.call([sys.executable, str(ROOT / "scripts/checkouts"), *calm]))
    (ROOT / "var").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=ROOT / "var") as temporary:
        folder = Path(temporary)
        copy_of_the_shop(folder)
        (folder / "static").mkdir()
        import shop

        shop.open_at(folder)
        if chosen.changes:
            import changes

            sys.exit(
                not changes.measure_all(
                    folder,
                    chosen.edition,
                    views=chosen.views,
                    every=chosen.every,
                    products=chosen.products,
                )
            )
        with serving(folder) as port:
            if chosen.weight:
                import weight

                sys.exit(not weight.measure_all(port, chosen.edition))
            good = measure_shop(port, chosen.edition, chosen.rounds)
        if chosen.catalogue:
            import catalogue
            import search

            good = catalogue.measure_all(folder, chosen.edition, chosen.rounds) and good
            good = search.measure_all(folder, chosen.edition, chosen.rounds) and good
        if chosen.sellers:
            import sellers

            good = sellers.measure_all(folder, chosen.edition, chosen.rounds) and good
        if chosen.orders:
            import orders

            good = orders.measure_all(folder, chosen.edition, chosen.rounds) and good
    sys.exit(not good)


if __name__ == "__main__":
    main()

"""What searching and indexing cost with many products (the design's §10)."""

import sys
import time
from pathlib import Path
from urllib.parse import urlencode

from server import Browser, serving

# In milliseconds of CPU: the whole page, with all counts of the filters and what was meant.
MOST_SEARCH = 100
# In seconds of CPU.
MOST_INDEX = 20
TURNS = 4


def _searches(edition: str) -> dict[str, str]:
    """What shoppers type, in words that the shop knows."""
    from commerce.listings.models import Listing
    from commerce.search.models import Term
    from markets.lookup import language_of, market_of

    market, language = market_of(edition).code, language_of(edition)
    terms = Term.objects.filter(market=market, language=language, term__regex=r"^[a-z]{6,}$")
    often = list(terms.order_by("-frequency", "term").values_list("term", flat=True)[:2])
    if len(often) < 2:
        sys.exit("The shop knows no words: is there an index?")
    word = often[0]
    product = Listing.objects.in_market(market, language).order_by("-pk").first()
    return {
        "a frequent word": word,
        "two words": " ".join(often),
        "its beginning": word[:4],
        "with a typo": word[:2] + word[3] + word[2] + word[4:],
        "a reference": product.sku,
        "nothing there": "zzyzx qwrtp",
    }


def _index() -> float:
    """Seconds of CPU that indexing everything anew takes, as `rebuild_index` does it."""
    from django.core.management import call_command

    before = time.process_time()
    call_command("rebuild_index", interactive=False, verbosity=0)
    return time.process_time() - before


def measure_all(folder: Path, edition: str, rounds: int) -> bool:
    """Of the shop whose files lie in ``folder``, as many products as it has."""
    import shop
    from django.db import connection

    from __main__ import measure
    from commerce.listings.models import Listing

    number = Listing.objects.values("product").distinct().count()
    first, again = _index(), _index()
    good = first <= MOST_INDEX
    print(
        f"\nfull index of {number:,} products: {first:.1f} s CPU, once more {again:.1f} s  "
        f"{'holds' if good else 'OVER'}"
    )
    path = shop.address("search", edition)
    searches = _searches(edition)
    connection.close()
    print(f"{'search for':20}{'ms':>9}{'queries':>9}")
    with serving(folder) as port:
        browser = Browser(port, redrawn=True)
        for name, typed in searches.items():
            asked = f"{path}?{urlencode({'q': typed})}"
            result = min(
                (measure(browser, name, asked, rounds) for _turn in range(TURNS)),
                key=lambda found: found.milliseconds,
            )
            held = result.milliseconds <= MOST_SEARCH
            good = good and held
            print(
                f"{name:20}{result.milliseconds:>9.2f}{result.queries:>9}  "
                f"{'holds' if held else 'OVER'}  {typed}"
            )
    return good

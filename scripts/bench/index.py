"""What a process keeps of a catalogue to filter it, and what one change of it costs."""

import time
import tracemalloc

# Kilobytes a listing, of all markets and languages together.
MOST_KILOBYTES = 0.5
# Milliseconds of CPU until an index has followed one change, orders included.
MOST_UPDATE = 20
TURNS = 7


def measure_all() -> bool:
    """Of the shop that is open, in this process; it changes prices, and leaves them."""
    from commerce.listings import facet_memory
    from commerce.listings.assortment import SORTS
    from commerce.listings.models import Listing
    from markets.lookup import all_markets

    facet_memory._known.clear()
    tracemalloc.start()
    indexes = [
        facet_memory.facet_index(market.code, language)
        for market in all_markets()
        for language in market.languages
    ]
    for index in indexes:
        for sort in (*SORTS, "name"):
            index.order(sort)
    kilobytes = tracemalloc.get_traced_memory()[0] / 1024 / Listing.objects.count()
    tracemalloc.stop()
    update = min(_follow_a_change(all_markets()[0]) for _turn in range(TURNS))
    good = kilobytes <= MOST_KILOBYTES and update <= MOST_UPDATE
    print(
        f"\nindex of {len(indexes)} lists: {kilobytes:.2f} KB a listing, {update:.1f} ms after a "
        f"change  {'holds' if good else 'OVER'}"
    )
    return good


def _follow_a_change(market) -> float:
    """Milliseconds."""
    from django.db import transaction
    from django.db.models import F

    from cms.page_cache import freshness
    from commerce.listings.facet_memory import facet_index
    from commerce.listings.models import Listing
    from commerce.listings.services import next_revision
    from commerce.listings.tags import list_tag

    listings = Listing.objects.filter(market=market.code)
    product = listings.order_by("?").values("product")[:1]
    with transaction.atomic():
        listings.filter(product=product).update(price=F("price") + 100, revision=next_revision())
        freshness.invalidate(list_tag(market.code))
    before = time.process_time()
    facet_index(market.code, market.languages[0])
    return (time.process_time() - before) * 1000

"""What a product page shows beside the product."""

from django.db.models import Exists, OuterRef

from commerce.listings.models import Listing, ListingCategory

from .tree import CategoryNode

# Of each kind, at most.
MOST = 4


def find_companions(
    chosen: Listing | None, others, trail: list[CategoryNode]
) -> tuple[list[Listing], list[Listing]]:
    """What goes well with a product, and what may be liked as well: never the same thing twice.

    The merchandiser's choice (of the listing ``chosen``) first, then what is bought together;
    what is missing to the second group is of the same category, then of those above it
    (``trail`` is where the product stands, from the top down; empty is anything). What is sold
    out comes last. ``others``: the listings there are to choose from, without the product's own.
    Two queries, one where nothing is missing or nothing was chosen.
    """
    wanted = (chosen.complements, chosen.related) if chosen else ([], [])
    ids = {pk for group in wanted for pk in group}
    known = {row.product_id: row for row in others.filter(product_id__in=ids)} if ids else {}
    groups: list[list[Listing]] = []
    for group in wanted:
        found = [known.pop(pk) for pk in group if pk in known]
        found.sort(key=lambda row: row.stock == Listing.Stock.OUT)
        groups.append(found[:MOST])
    goes_with, also = groups
    if missing := MOST - len(also):
        without = {row.product_id for row in [*goes_with, *also]}
        nearby = _nearby(others.exclude(product_id__in=without), trail)
        in_stock = [row for row in also if row.stock != Listing.Stock.OUT]
        also = [*in_stock, *nearby[:missing], *also[len(in_stock) :]]
    return goes_with, also


def _nearby(rows, trail: list[CategoryNode]):
    """Those that can be bought: of the same category, then of those above it."""
    rows = rows.buyable()
    order = ["-featured", "-launched_at", "-pk"]
    if trail:
        rows = rows.in_category(trail[0].pk)
    if len(trail) > 1:
        beside = ListingCategory.objects.filter(listing=OuterRef("pk"), category=trail[-1].pk)
        rows = rows.annotate(beside=Exists(beside))
        order.insert(0, "-beside")
    return rows.order_by(*order)

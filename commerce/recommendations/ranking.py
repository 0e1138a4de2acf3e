"""Best sellers and rising products worked out from totals that are at hand.

Pages ask the database for a ranking's first places (``querysets``); counting sales, which wants
it before and after a change, reads the totals once.
"""

from collections.abc import Mapping
from heapq import nsmallest

from .tags import KINDS, LONGEST_SHOWN


def ranked(totals: Mapping[int, tuple[int, int]]) -> dict[str, list[int]]:
    """Product ids of the places that pages may show, by kind. ``totals`` as
    ``DailySales.objects.totals`` gives them."""
    best = ((-late, pk) for pk, (late, _early) in totals.items() if late > 0)
    rising = ((early - late, -late, pk) for pk, (late, early) in totals.items() if late > early)
    return {
        kind: [key[-1] for key in nsmallest(LONGEST_SHOWN, keys)]
        for kind, keys in zip(KINDS, (best, rising), strict=True)
    }

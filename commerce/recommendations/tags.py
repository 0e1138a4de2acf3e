"""Cache tags for pages that show a ranking (``cms.page_cache.freshness``)."""

from collections.abc import Sequence

from .models import WINDOW_DAYS

KINDS = ("best", "rising")
# Places of a ranking that a page can depend on, with some for products that are not sold any more.
LONGEST_SHOWN = 108
# Tags exist for the first 4 places, 8, 12, and so on.
STEP = 4
# Tag for rankings over another number of days: invalidated whenever the usual ranking changes.
OTHER_DAYS = "other"


def ranking_tag(kind: str, market: str, *, days: int, places: int) -> str:
    """The tag of the first ``places`` of the ranking ``best`` or ``rising`` in a market."""
    upto = OTHER_DAYS if days != WINDOW_DAYS else -(-places // STEP) * STEP
    return f"ranking:{market}:{kind}:{upto}"


def tags_of_moved(kind: str, market: str, before: Sequence[int], after: Sequence[int]) -> set[str]:
    """The tags to invalidate when a ranking (product ids) changes; empty if it is the same."""
    if list(before) == list(after):
        return set()
    alike = 0
    for one, other in zip(before, after, strict=False):
        if one != other:
            break
        alike += 1
    ends = range((alike // STEP + 1) * STEP, LONGEST_SHOWN + 1, STEP)
    return {f"ranking:{market}:{kind}:{upto}" for upto in [*ends, OTHER_DAYS]}

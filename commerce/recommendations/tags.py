"""What a kept page is made of when it shows a ranking (``cms.page_cache.freshness``)."""

from collections.abc import Sequence

from .models import WINDOW_DAYS

KINDS = ("best", "rising")
# Places of a ranking that pages may show, with those that move up for what is sold no longer.
LONGEST_SHOWN = 108
# Pages are made of so many places, or twice as many, and so on.
STEP = 4
# A ranking of other days than usual is not counted here; it is taken to move with the usual ones.
OTHER_DAYS = "other"


def ranking_tag(kind: str, market: str, *, days: int, places: int) -> str:
    """The first so many places of ``best`` or ``rising`` in a market."""
    upto = OTHER_DAYS if days != WINDOW_DAYS else -(-places // STEP) * STEP
    return f"ranking:{market}:{kind}:{upto}"


def tags_of_moved(kind: str, market: str, before: Sequence[int], after: Sequence[int]) -> set[str]:
    """Tags of all that shows a place at which two rankings (product ids) differ; none where they
    are the same."""
    if list(before) == list(after):
        return set()
    alike = 0
    for one, other in zip(before, after, strict=False):
        if one != other:
            break
        alike += 1
    ends = range((alike // STEP + 1) * STEP, LONGEST_SHOWN + 1, STEP)
    return {f"ranking:{market}:{kind}:{upto}" for upto in [*ends, OTHER_DAYS]}

"""Labels as a card shows them: what has ended is gone, and there are not too many."""

from datetime import datetime

from django.utils import timezone

from cms.page_cache import freshness
from cms.page_cache.versioned import Versioned

from .models import LabelPolicy


def current(labels: list[dict], *, at: datetime | None = None) -> list[dict]:
    """Those of a listing's labels that still hold. No query.

    The page that is being drawn is kept no longer than the first of them.
    """
    at = at or timezone.now()
    found = []
    for label in labels:
        if ends := label.get("until"):
            moment = datetime.fromisoformat(ends)
            if moment <= at:
                continue
            freshness.expires_at(moment)
        found.append(label)
    return found


def on_card(labels: list[dict], market: str) -> list[dict]:
    """The labels that stand on a picture in a market, the most important ones."""
    return [
        {key: label.get(key, "") for key in ("kind", "code", "text", "colour", "ink")}
        for label in current(labels)[: policy(market).most_per_card]
    ]


_policies = Versioned(lambda _version: {row.market: row for row in LabelPolicy.objects.all()})


def policy(market: str) -> LabelPolicy:
    """The market's policy, from this process's memory while the storefront's version holds."""
    return _policies.current().get(market) or LabelPolicy(market=market)

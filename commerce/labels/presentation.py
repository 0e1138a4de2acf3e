"""Labels as a card shows them: without expired ones, and as many as the market's policy allows."""

from datetime import datetime

from django.utils import timezone

from cms.page_cache import freshness
from cms.page_cache.versioned import Versioned

from .models import LabelPolicy


def current(labels: list[dict], *, at: datetime | None = None) -> list[dict]:
    """The labels of a listing that have not ended. No query.

    The page that is being rendered expires when the first of them ends.
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
    """The labels that a card shows in a market: those with the highest priority."""
    return [
        {key: label.get(key, "") for key in ("kind", "code", "text", "colour", "ink")}
        for label in current(labels)[: policy(market).most_per_card]
    ]


_policies = Versioned(lambda _version: {row.market: row for row in LabelPolicy.objects.all()})


def policy(market: str) -> LabelPolicy:
    """The market's policy, cached in this process per version of the storefront."""
    return _policies.current().get(market) or LabelPolicy(market=market)

"""Labels as a card shows them: what has ended is gone, and there are not too many."""

import threading
from datetime import datetime

from django.utils import timezone

from cms.frame import chrome
from cms.page_cache import freshness

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
            freshness.until(moment)
        found.append(label)
    return found


def on_card(labels: list[dict], market: str) -> list[dict]:
    """The labels that stand on a picture in a market, the most important ones."""
    return [
        {key: label.get(key, "") for key in ("kind", "code", "text", "colour", "ink")}
        for label in current(labels)[: policy(market).most_per_card]
    ]


_policies: tuple[str, dict[str, LabelPolicy]] = ("", {})
_lock = threading.Lock()


def policy(market: str) -> LabelPolicy:
    """The market's policy, from this process's memory while the storefront's version holds."""
    global _policies
    version = chrome.current().version
    known = _policies
    if not version or known[0] != version:
        with _lock:
            rows = {row.market: row for row in LabelPolicy.objects.all()}
            known = _policies = (version, rows)
    return known[1].get(market) or LabelPolicy(market=market)

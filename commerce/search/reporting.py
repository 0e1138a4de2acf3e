"""Search statistics: what is searched, how often, and how often without results. Anonymous.

A search must not wait for a write to the database. Searches are counted in the process's memory,
and a background thread writes the sums regularly; counts that a killed process had not written are
lost, which is acceptable for a report.
"""

import atexit
import logging
import threading
from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import close_old_connections, connection, transaction
from django.db.models import F
from django.db.utils import Error
from django.utils import timezone

from .models import SearchCount
from .query import Query

# How long counts are stored. The privacy page says so too.
KEEP_SEARCHES = timedelta(days=365)
# The most different searches counted in one interval: more are not from real visitors.
MOST_AT_ONCE = 2000

logger = logging.getLogger(__name__)


@dataclass
class Tally:
    searches: int = 0
    empty: int = 0
    found: int = 0


class Counter:
    """The counts of this process that are not written yet."""

    def __init__(self):
        self._lock = threading.Lock()
        self._tallies: dict[tuple, Tally] = defaultdict(Tally)
        self._thread: threading.Thread | None = None
        self._stop = threading.Event()

    def add(self, *, phrase: str, market: str, language: str, found: int) -> None:
        key = (timezone.now().date(), market, language, phrase[:200])
        with self._lock:
            if key not in self._tallies and len(self._tallies) >= MOST_AT_ONCE:
                return
            tally = self._tallies[key]
            tally.searches += 1
            tally.empty += not found
            tally.found = found
            self._start()

    def _start(self) -> None:
        every = settings.VITRINA_SEARCHES_WRITTEN_EVERY
        if every and (self._thread is None or not self._thread.is_alive()):
            self._thread = threading.Thread(
                target=self._keep_writing, args=(every,), name="search-report", daemon=True
            )
            self._thread.start()

    def _keep_writing(self, every: float) -> None:
        while not self._stop.wait(every):
            close_old_connections()
            try:
                self.write()
            except Error:
                logger.warning("The search report could not be written", exc_info=True)
            finally:
                connection.close()

    def stop(self) -> None:
        """Write the remaining counts when the process ends."""
        self._stop.set()
        if self._thread is not None:
            try:
                self.write()
            except Error:
                logger.warning("The last searches were not written", exc_info=True)

    def write(self) -> int:
        """Write the counts to the database. Returns the number of different searches written; those
        that cannot be written are tried again the next time."""
        with self._lock:
            taken, self._tallies = self._tallies, defaultdict(Tally)
        if not taken:
            return 0
        try:
            _write(taken)
        except Error:
            with self._lock:
                for key, tally in taken.items():
                    kept = self._tallies[key]
                    kept.searches += tally.searches
                    kept.empty += tally.empty
                    kept.found = kept.found or tally.found
            raise
        return len(taken)


@transaction.atomic
def _write(tallies: dict[tuple, Tally]) -> None:
    for (day, market, language, phrase), tally in sorted(tallies.items()):
        key = {"day": day, "market": market, "language": language, "phrase": phrase}
        # First create the row if it is missing: two processes may do so at once.
        SearchCount.objects.bulk_create([SearchCount(**key)], ignore_conflicts=True)
        SearchCount.objects.filter(**key).update(
            searches=F("searches") + tally.searches,
            empty=F("empty") + tally.empty,
            found=tally.found,
        )


counter = Counter()
atexit.register(counter.stop)


def count_search(query: Query, *, market: str, language: str, found: int) -> None:
    """Count a submitted search, in memory for now. Stores nothing about the visitor.

    Queries that may be personal data (an email address, a phone number) are not counted.
    """
    if query and not is_personal(query.typed):
        counter.add(phrase=query.phrase, market=market, language=language, found=found)


def is_personal(typed: str) -> bool:
    """Whether a query looks like an email address, a phone number or an identity document."""
    return "@" in typed or sum(char.isdigit() for char in typed) >= 7


def forget_old() -> int:
    """Delete counts older than ``KEEP_SEARCHES``. Returns the number of rows."""
    before = timezone.now().date() - KEEP_SEARCHES
    return SearchCount.objects.filter(day__lt=before).delete()[0]

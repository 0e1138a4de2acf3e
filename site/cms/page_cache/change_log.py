"""What changed, in order: a log that every process writes to and follows.

An entry is a set of *tags*, names of what changed ("co", "listing:17"). What is kept has tags too,
of all that it was made of, and the number of the newest change that was known when its making
began: it holds while none of its tags was changed after that (``ChangeLog.holds``).

The log is read at no query, and one look tells whether there is anything new: the number in the
shared cache, or, where there is none (one machine, caches in each process), the size of a file.
"""

import os
import secrets
import threading
import time
from collections.abc import Collection, Iterable
from pathlib import Path

from django.conf import settings
from django.core.cache import caches

# The tag of everything that is kept.
EVERYTHING = "everything"
# The tag of what any change at all ends.
ANYTHING = "anything"
# An entry of more tags than this says "everything" instead.
MOST_TAGS = 400
# Tags whose last change is remembered; beyond it everything is made anew, and counting begins
# again.
MOST_KNOWN = 20_000
# Bytes after which the file begins anew, and changes that are followed one by one.
LONGEST_FILE = 2**18
FURTHEST_BACK = 500
ENTRY_LASTS = 24 * 60 * 60  # seconds


class LogUnavailable(Exception):
    """The log can be neither read nor written now."""


class FileLog:
    """One line an entry, below a random word that tells one file from the next of that name."""

    def __init__(self, path: Path):
        self.path = path
        self._seen: tuple | None = None
        self._word, self._read_to = b"", 0

    def has_news(self) -> bool:
        """Raises LogUnavailable."""
        return self._seen is None or self._look() != self._seen

    def _look(self) -> tuple:
        try:
            found = os.stat(self.path)
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise LogUnavailable from error
        return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns

    def read(self) -> tuple[list[list[str]] | None, tuple]:
        """Entries since the last ``mark``, None where nobody can tell; and what to ``mark``."""
        look = self._look()
        try:
            with open(self.path, "rb") as file:
                word = file.readline()
                if word == self._word:
                    file.seek(self._read_to)
                begins = file.tell()
                whole, _end, _half = file.read().rpartition(b"\n")
        except FileNotFoundError:
            return None, (look, b"", 0)
        except OSError as error:
            raise LogUnavailable from error
        entries = [line.split() for line in whole.decode().splitlines()]
        ends = begins + len(whole) + 1 if whole else begins
        return (entries if word == self._word else None), (look, word, ends)

    def mark(self, place: tuple) -> None:
        self._seen, self._word, self._read_to = place

    def where(self, place: tuple) -> tuple[str, int]:
        """The log that a place is of, and how far in it: the same for every process."""
        _look, word, read_to = place
        return word.decode().strip(), read_to

    def begin(self) -> None:
        """Have a log to be somewhere in. Raises LogUnavailable."""
        try:
            if not self.path.exists():
                self._begin()
        except OSError as error:
            raise LogUnavailable from error

    def write(self, tags: Iterable[str]) -> None:
        """Raises LogUnavailable."""
        line = f"{' '.join(tags)}\n".encode()
        try:
            # Whoever begins a new file may take the old one away between two of these lines.
            while not self._append(line):
                self._begin()
            if os.stat(self.path).st_size > LONGEST_FILE:
                self._begin()
        except OSError as error:
            raise LogUnavailable from error

    def _append(self, line: bytes) -> bool:
        """Whether the line stands in the file of that name."""
        try:
            file = os.open(self.path, os.O_WRONLY | os.O_APPEND)
        except FileNotFoundError:
            return False
        try:
            os.write(file, line)
            return os.path.samestat(os.fstat(file), os.stat(self.path))
        except FileNotFoundError:
            return False
        finally:
            os.close(file)

    def _begin(self) -> None:
        """A new file in place of the old one: for whoever follows, everything has changed."""
        word = secrets.token_hex(16)
        half_done = self.path.with_name(f".{word}")
        self.path.parent.mkdir(parents=True, exist_ok=True)
        half_done.write_text(f"{word}\n")
        os.replace(half_done, self.path)


class SharedLog:
    """In the shared cache: the number of the newest entry, and each of the last ones by number."""

    NUMBER = "page-changes"

    def __init__(self):
        self._seen: int | None = None

    def has_news(self) -> bool:
        """Raises LogUnavailable. One answer of the cache."""
        return self._number() != self._seen

    def _number(self) -> int:
        cache = caches["default"]
        found = cache.get(self.NUMBER)
        if found is None:
            # It was lost, and with it what changed: from now on no number comes a second time.
            cache.add(self.NUMBER, time.time_ns(), timeout=None)
            found = cache.get(self.NUMBER)
        if _is_away(cache) or found is None:
            raise LogUnavailable
        return found

    def read(self) -> tuple[list[list[str]] | None, int]:
        """As ``FileLog.read``."""
        number = self._number()
        if self._seen is None or not 0 <= number - self._seen <= FURTHEST_BACK:
            return None, number
        keys = [self._key(one) for one in range(self._seen + 1, number + 1)]
        found = caches["default"].get_many(keys)
        # One that is counted and not written yet may be anything.
        entries = [found[key].split() for key in keys] if len(found) == len(keys) else None
        return entries, number

    def mark(self, place: int) -> None:
        self._seen = place

    def where(self, place: int) -> tuple[str, int]:
        """As ``FileLog.where``. A number never comes a second time."""
        return self.NUMBER, place

    def begin(self) -> None:
        self._number()

    def write(self, tags: Iterable[str]) -> None:
        """Raises LogUnavailable."""
        cache = caches["default"]
        self._number()
        try:
            number = cache.incr(self.NUMBER)
        except ValueError as error:
            raise LogUnavailable from error
        cache.set(self._key(number), " ".join(tags), timeout=ENTRY_LASTS)
        if _is_away(cache):
            raise LogUnavailable

    def _key(self, number: int) -> str:
        return f"{self.NUMBER}:{number}"


def _is_away(cache) -> bool:
    return getattr(cache, "is_away", False)


class ChangeLog:
    """What this process has heard of."""

    def __init__(self):
        self._lock = threading.Lock()
        self._log: FileLog | SharedLog | None = None
        # Of the newest change that this process knows, counted by itself.
        self._number = 0
        # What began before this change does not hold, whatever its tags.
        self._renewed = 0
        # {tag: number of its last change}
        self._latest: dict[str, int] = {}
        # The same by the log's own count (``where``), which other processes understand.
        self._name, self._read_to = "", 0
        self._renewed_at = 0
        self._changed_at: dict[str, int] = {}

    def follow(self) -> int:
        """Hear of what changed meanwhile; the number of the newest change. Raises
        LogUnavailable."""
        log = self._current()
        if log is not self._log or log.has_news():
            with self._lock:
                entries, place = log.read()
                self._name, self._read_to = log.where(place)
                for tags in entries if entries is not None else [[EVERYTHING]]:
                    self._take(tags)
                # Last: who finds no news finds all of the former in place.
                log.mark(place)
                self._log = log
        return self._number

    def _current(self) -> FileLog | SharedLog:
        if "locmem" not in settings.CACHES["default"]["BACKEND"]:
            return self._log if isinstance(self._log, SharedLog) else SharedLog()
        path = Path(settings.PAGE_CHANGES)
        if isinstance(self._log, FileLog) and self._log.path == path:
            return self._log
        return FileLog(path)

    def _take(self, tags: Collection[str]) -> None:
        number = self._number + 1
        if EVERYTHING in tags or len(self._latest) > MOST_KNOWN:
            self._renewed, self._renewed_at = number, self._read_to
            self._latest, self._changed_at = {}, {}
        for tag in (*tags, ANYTHING):
            self._latest[tag] = number
            self._changed_at[tag] = self._read_to
        self._number = number

    def write(self, tags: Collection[str]) -> None:
        """Tell everybody, this process included. Raises LogUnavailable."""
        is_all = EVERYTHING in tags or len(tags) > MOST_TAGS
        self._current().write([EVERYTHING] if is_all else sorted(tags))

    def position(self) -> str:
        """How far this process has heard, in a word that every process understands. Raises
        LogUnavailable."""
        self.follow()
        if not self._name:
            self._current().begin()
            self.follow()
        return f"{self._name}:{self._read_to}"

    def unchanged_since(self, position: str, tag: str) -> bool:
        """Whether a tag is known not to have changed after a ``position``. Not known: of another
        log, or from before this process listened. Raises LogUnavailable."""
        self.follow()
        name, _colon, read_to = position.rpartition(":")
        if name != self._name or not read_to.isdecimal():
            return False
        return int(read_to) >= max(self._renewed_at, self._changed_at.get(tag, 0))

    def holds(self, began: int, tags: Iterable[str]) -> bool:
        """Whether what began to be made when ``began`` was the newest change is still true."""
        if began >= self._number:
            return True
        latest = self._latest
        return began >= self._renewed and all(latest.get(tag, 0) <= began for tag in tags)


change_log = ChangeLog()

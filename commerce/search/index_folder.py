"""Where a Whoosh index lies on disk, and how a new one takes the place of the old one.

    var/search/
      current              the name of the index that is read and written now
      index-18b2…/         the index
      index-18a9…/         the one before: who still reads it may go on
      write.lock           held by whoever writes; one at a time

``current`` is replaced in one step, so that a reader finds one whole index or another, never none.
"""

import os
import re
import secrets
import shutil
from contextlib import contextmanager
from pathlib import Path

from whoosh.index import LockError
from whoosh.util import filelock

POINTER = "current"
NAME = re.compile(r"index-[0-9a-f]{16}")


class IndexFolder:
    def __init__(self, path: str | Path):
        self.path = Path(path)

    def current(self) -> Path | None:
        """The folder of the index that is in use; None where none was ever made, or what says
        which it is was lost or damaged."""
        try:
            name = (self.path / POINTER).read_text(errors="replace")
        except FileNotFoundError:
            return None
        if not NAME.fullmatch(name) or not (self.path / name).is_dir():
            return None
        return self.path / name

    def new(self) -> Path:
        """An empty folder for an index that nobody reads yet."""
        folder = self.path / f"index-{secrets.token_hex(8)}"
        folder.mkdir(parents=True)
        return folder

    def publish(self, folder: Path) -> None:
        """Make this the index that is read and written from now on. Hold the lock."""
        before = self.current()
        half_done = self.path / f".{POINTER}.{folder.name}"
        half_done.write_text(folder.name)
        os.replace(half_done, self.path / POINTER)
        for other in self.path.glob("index-*"):
            if other not in (folder, before):
                shutil.rmtree(other, ignore_errors=True)

    @contextmanager
    def locked(self, *, seconds: float):
        """Be the one who writes. Raises whoosh's LockError after waiting ``seconds``."""
        self.path.mkdir(parents=True, exist_ok=True)
        lock = filelock.FileLock(str(self.path / "write.lock"))
        if not filelock.try_for(lock.acquire, timeout=seconds, delay=0.05):
            raise LockError
        try:
            yield
        finally:
            lock.release()

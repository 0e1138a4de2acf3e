"""The folder of a Whoosh index, and how a new index replaces the old one atomically.

    var/search/
      current              the name of the current index
      index-18b2…/         the current index
      index-18a9…/         the previous one, for processes that still read it
      write.lock           held by the process that writes

``current`` is replaced atomically, so that readers always find a complete index.
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
        """The folder of the current index; None if there is none, or if the file ``current`` was
        lost or damaged."""
        try:
            name = (self.path / POINTER).read_text(errors="replace")
        except FileNotFoundError:
            return None
        if not NAME.fullmatch(name) or not (self.path / name).is_dir():
            return None
        return self.path / name

    def new(self) -> Path:
        """Create an empty folder for a new index, which is not current yet."""
        folder = self.path / f"index-{secrets.token_hex(8)}"
        folder.mkdir(parents=True)
        return folder

    def publish(self, folder: Path) -> None:
        """Make this the current index. The caller holds the lock."""
        before = self.current()
        half_done = self.path / f".{POINTER}.{folder.name}"
        half_done.write_text(folder.name)
        os.replace(half_done, self.path / POINTER)
        for other in self.path.glob("index-*"):
            if other not in (folder, before):
                shutil.rmtree(other, ignore_errors=True)

    @contextmanager
    def locked(self, *, seconds: float):
        """Hold the write lock. Raises Whoosh's LockError after waiting ``seconds``."""
        self.path.mkdir(parents=True, exist_ok=True)
        lock = filelock.FileLock(str(self.path / "write.lock"))
        if not filelock.try_for(lock.acquire, timeout=seconds, delay=0.05):
            raise LockError
        try:
            yield
        finally:
            lock.release()

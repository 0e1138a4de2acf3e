"""Drawn pictures on disk, once for all clones on a machine, named by what they are made of, and
the sizes that were cut of them (``cutting``).

    <folder>/<hash of the drawing code and its libraries>/<hash of what is drawn>.jpg

Several processes may draw into the same folder at once. It can be deleted at any time; what nobody
used for a month goes by itself. No Django here, so that a drawing process starts quickly.
"""

import hashlib
import os
import shutil
import time
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from uuid import uuid4

HERE = Path(__file__).resolve().parent
# What decides how a picture comes out: change it, and everything is drawn anew.
CODE = (HERE.parent / "art", HERE / "drawing.py")
LIBRARIES = ("resvg-py", "pillow")
DAYS_UNUSED = 30
# How a file of each kind ends; one that is not whole does not. A WebP says its length instead.
ENDS = {".jpg": b"\xff\xd9", ".png": b"IEND\xaeB`\x82"}


@cache
def drawing_version(code: Iterable[Path] = CODE, libraries: Iterable[str] = LIBRARIES) -> str:
    """One hash of the files that draw, fonts included, and of the versions of their libraries."""
    found = hashlib.sha256()
    for root in code:
        for path in sorted(root.rglob("*")) if root.is_dir() else [root]:
            if path.suffix in (".py", ".ttf"):
                content = hashlib.sha256(path.read_bytes()).hexdigest()
                found.update(f"{path.relative_to(root.parent)} {content}\n".encode())
    for library in libraries:
        found.update(f"{library} {version(library)}\n".encode())
    return found.hexdigest()[:32]


def open_cache(folder: Path) -> Path:
    """The folder of the pictures as they are drawn now, made where it is missing. Others that
    nobody used for a month are deleted. Raises OSError where nothing can be written.
    """
    current = folder / drawing_version()
    current.mkdir(parents=True, exist_ok=True)
    os.utime(current)
    oldest = time.time() - DAYS_UNUSED * 24 * 3600
    for other in folder.iterdir():
        with suppress(FileNotFoundError):  # another process was quicker
            if other != current and other.stat().st_mtime < oldest:
                shutil.rmtree(other, ignore_errors=True)
    return current


def is_whole(path: Path) -> bool:
    """Whether the picture is there to its end, whatever happened to who wrote it."""
    try:
        with path.open("rb") as file:
            if path.suffix == ".webp":
                return int.from_bytes(file.read(8)[4:], "little") + 8 == path.stat().st_size
            file.seek(-len(ENDS[path.suffix]), os.SEEK_END)
            return file.read() == ENDS[path.suffix]
    except OSError:
        return False


def write(path: Path, content: bytes) -> None:
    """Put a picture there in one step: nobody ever sees half of it."""
    half_done = path.with_name(f"{uuid4().hex}.part")
    half_done.write_bytes(content)
    os.replace(half_done, path)

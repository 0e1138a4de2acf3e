"""Drawing pictures once: in several processes, and cached on disk (``picture_cache``).

No Django here, so that a drawing process starts quickly.
"""

import hashlib
import json
import multiprocessing
import os
import random
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from . import picture_cache


@dataclass(frozen=True)
class Drawing:
    """One picture to be drawn: what ``paint`` knows it by, and the arguments as pairs."""

    painter: str
    arguments: tuple[tuple[str, object], ...] = ()

    @classmethod
    def of(cls, painter: str, **arguments: object) -> "Drawing":
        return cls(painter, tuple(sorted(arguments.items())))

    def file_in(self, folder: Path) -> Path:
        """Where its bytes are, in the folder of the present drawing code."""
        depends_on = json.dumps([self.painter, self.arguments], sort_keys=True)
        suffix = ".png" if self.painter.endswith("_png") else ".jpg"
        return folder / f"{hashlib.sha256(depends_on.encode()).hexdigest()[:32]}{suffix}"


def paint(drawing: Drawing) -> bytes:
    """Draw it now: 0.2 to 2 s of one processor."""
    from demo import art

    def raster(svg: str, width: int) -> bytes:
        import resvg_py

        return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=width, skip_system_fonts=True))

    painters = {
        "product": art.product_picture,
        "scene": art.scene,
        "face": _face,
        "share_card": art.og_card,
        "logo_png": lambda width: raster(art.logo_svg(), width),
        "favicon_png": lambda width: raster(art.favicon_svg(), width),
    }
    return painters[drawing.painter](**dict(drawing.arguments))


def _face(seed: str) -> bytes:
    """A portrait so near that one knows the face again at the size of a thumb."""
    from PIL import Image

    from demo import art

    with Image.open(BytesIO(art.portrait(seed, size=(1000, 1000)))) as whole:
        near = whole.crop((200, 110, 800, 710))
    out = BytesIO()
    near.save(out, "JPEG", quality=91)
    return out.getvalue()


def _paint_to(path: Path, drawing: Drawing) -> None:
    # Another build on this machine may have drawn it meanwhile.
    if not picture_cache.is_whole(path):
        picture_cache.write(path, paint(drawing))


class DrawingRoom:
    """Draws what is missing in several processes while the rest of the work goes on.

    A context manager: the processes start at once and end with it, finished or not. ``folder``
    may be shared with other clones (``picture_cache``).
    """

    def __init__(self, drawings: Iterable[Drawing], folder: Path):
        current = picture_cache.open_cache(folder)
        self.files = {drawing: drawing.file_in(current) for drawing in drawings}
        self.pool: ProcessPoolExecutor | None = None
        self.waiting: dict[Future, Drawing] = {}

    def __enter__(self) -> "DrawingRoom":
        missing = {
            one: path for one, path in self.files.items() if not picture_cache.is_whole(path)
        }
        if missing:
            # Not forked: this process has threads and a database open.
            processes = multiprocessing.get_context("spawn")
            workers = min(len(missing), os.cpu_count() or 1)
            self.pool = ProcessPoolExecutor(workers, mp_context=processes)
            # In no order: builds that begin at the same moment (.ci/run has three) share the work.
            self.waiting = {
                self.pool.submit(_paint_to, missing[one], one): one
                for one in random.sample(list(missing), len(missing))
            }
        return self

    def __exit__(self, *error) -> None:
        if self.pool:
            self.pool.shutdown(cancel_futures=True)

    def finished(self) -> Iterator[tuple[Drawing, Path]]:
        """Each drawing with its file as soon as it is there, what was drawn before first."""
        later = set(self.waiting.values())
        for one, path in self.files.items():
            if one not in later:
                yield one, path
        for done in as_completed(self.waiting):
            done.result()
            one = self.waiting[done]
            yield one, self.files[one]

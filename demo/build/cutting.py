"""The shop's sizes of a drawn picture, cached beside it: cutting them takes as long as drawing."""

import hashlib
import json
from importlib.metadata import version
from pathlib import Path

from wagtail.images.models import Filter
from willow.image import JPEGImageFile, PNGImageFile, WebPImageFile

from . import picture_cache

# Beside the picture, these decide how a rendition comes out. No setting of ours does.
LIBRARIES = {library: version(library) for library in ("wagtail", "willow")}
# What a spec may ask for. Another format is known only after cutting, so it is cut each time.
FORMATS = {
    "format-jpeg": (".jpg", JPEGImageFile),
    "format-png": (".png", PNGImageFile),
    "format-webp": (".webp", WebPImageFile),
}


class CachedFilter(Filter):
    """Cuts once on a machine: of the same picture with the same focus, the bytes are taken from
    ``folder``."""

    def __init__(self, spec: str, folder: Path):
        super().__init__(spec)
        self.folder = folder

    def run(self, image, output, source=None):
        kinds = [FORMATS[part] for part in self.spec.split("|") if part in FORMATS]
        if not kinds:
            return super().run(image, output, source)
        (suffix, file_of_kind), *_ = kinds
        path = self.folder / f"{self._name(image)}{suffix}"
        if picture_cache.is_whole(path):
            output.write(path.read_bytes())
            return file_of_kind(output)
        made = super().run(image, output, source)
        output.seek(0)
        picture_cache.write(path, output.read())
        return made

    def _name(self, image) -> str:
        focus = self.get_cache_key(image)
        depends_on = json.dumps([image.get_file_hash(), self.spec, focus, LIBRARIES])
        return hashlib.sha256(depends_on.encode()).hexdigest()[:32]


def cut(image, specs: list[str], folder: Path) -> None:
    """Make the renditions that are missing."""
    filters = [CachedFilter(spec, folder) for spec in specs]
    for rendition in image.get_renditions(*filters).values():
        rendition.file.close()

"""The company's pictures in the media library: drawn, filed, and cut to the shop's sizes."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import connection
from wagtail.images import get_image_model
from wagtail.models import Collection
from wagtail.utils.file import hash_filelike

from .drawing import Drawing, draw_all

Image = get_image_model()

COLLECTION = "Demo"
# Renditions are made while others are drawn: Pillow leaves the interpreter alone meanwhile.
CUTTERS = 2


@dataclass(frozen=True)
class Picture:
    """A picture of the library, known by its title.

    ``focus`` is the middle of what matters and its size, as fractions of the picture:
    ``(x, y, width, height)``. ``specs`` says which renditions to make at once.
    """

    title: str
    description: str
    file_name: str
    drawing: Drawing
    focus: tuple[float, float, float, float] | None = None
    specs: Callable[[object], Sequence[str]] | None = None


def collection() -> Collection:
    found = Collection.objects.filter(name=COLLECTION).first()
    return found or Collection.get_first_root_node().add_child(name=COLLECTION)


def kept_drawings() -> Path:
    """Where drawn files stay, so that a new database need not draw them again."""
    return Path(settings.VAR) / "demo-art"


def file_pictures(pictures: Iterable[Picture], *, by=None, progress=None) -> dict[str, object]:
    """Bring pictures into the library and return them by title.

    What has the title already is taken as it is. ``progress(done, of)`` is told how far it is.
    """
    wanted = {picture.title: picture for picture in pictures}
    shelf = collection()
    found = {
        image.title: image
        for image in Image.objects.filter(collection=shelf, title__in=wanted).order_by("-pk")
    }
    missing: dict[Drawing, list[Picture]] = {}
    for title, picture in wanted.items():
        if title not in found:
            missing.setdefault(picture.drawing, []).append(picture)
    total, done = sum(map(len, missing.values())), 0
    with ThreadPoolExecutor(CUTTERS) as cutters:
        cuts = []
        for drawing, path in draw_all(missing, kept_drawings()):
            for picture in missing[drawing]:
                image = _file(picture, path, shelf, by)
                found[picture.title] = image
                if picture.specs:
                    cuts.append(cutters.submit(_cut, image.pk, list(picture.specs(image))))
                done += 1
                if progress:
                    progress(done, total)
        for cut in cuts:
            cut.result()
    return found


def _file(picture: Picture, path: Path, shelf: Collection, by) -> object:
    content = path.read_bytes()
    image = Image(
        title=picture.title,
        description=picture.description[:255],
        collection=shelf,
        uploaded_by_user=by,
        file=ContentFile(content, name=f"{picture.file_name}{path.suffix}"),
        file_size=len(content),
        file_hash=hash_filelike(BytesIO(content)),
    )
    if picture.focus:
        x, y, width, height = picture.focus
        image.focal_point_x = round(x * image.width)
        image.focal_point_y = round(y * image.height)
        image.focal_point_width = round(width * image.width)
        image.focal_point_height = round(height * image.height)
    image.save()
    return image


def _cut(pk: int, specs: list[str]) -> None:
    try:
        for rendition in Image.objects.get(pk=pk).get_renditions(*specs).values():
            rendition.file.close()
    finally:
        # The thread's own connection.
        connection.close()

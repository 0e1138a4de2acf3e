"""The company's pictures in the media library: drawn, filed, and cut to the shop's sizes."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import connection
from PIL.Image import open as open_picture
from wagtail.images import get_image_model
from wagtail.models import Collection
from wagtail.utils.file import hash_filelike

from .cutting import cut
from .drawing import Drawing, DrawingRoom

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


def drawings_folder() -> Path:
    """Where drawn files stay, so that neither a new database nor a new clone draws them again."""
    return Path(settings.CACHE_DIR) / "demo-art"


class PictureDesk:
    """Brings pictures into the library: drawn in the background from the start, filed when asked.

    A context manager. What has a picture's title already is taken as it is.
    """

    def __init__(self, pictures: Iterable[Picture]):
        pictures = list(pictures)
        self.wanted = {picture.title: picture for picture in pictures}
        # The same picture may stand in several places, each with sizes of its own.
        self.specs: dict[str, list] = {}
        for picture in pictures:
            if picture.specs:
                self.specs.setdefault(picture.title, []).append(picture.specs)
        self.shelf = collection()
        rows = Image.objects.filter(collection=self.shelf, title__in=self.wanted)
        self.found = {image.title: image for image in rows.order_by("-pk")}
        self.missing: dict[Drawing, list[Picture]] = {}
        for title, picture in self.wanted.items():
            if title not in self.found:
                self.missing.setdefault(picture.drawing, []).append(picture)
        self.room = DrawingRoom(self.missing, drawings_folder())

    def __enter__(self) -> "PictureDesk":
        self.room.__enter__()
        return self

    def __exit__(self, *error) -> None:
        self.room.__exit__(*error)

    def file_all(self, *, by, progress: Callable[[int, int], None]) -> dict[str, object]:
        """Wait for the drawings and return the images by title.

        ``progress(done, of)`` is told how far it is.
        """
        total, done = sum(map(len, self.missing.values())), 0
        with ThreadPoolExecutor(CUTTERS) as cutters:
            cuts = []
            for drawing, path in self.room.finished():
                for picture in self.missing[drawing]:
                    image = _file(picture, path, self.shelf, by)
                    self.found[picture.title] = image
                    if makers := self.specs.get(picture.title):
                        specs = dict.fromkeys(spec for make in makers for spec in make(image))
                        cuts.append(cutters.submit(_cut, image.pk, list(specs), path.parent))
                    done += 1
                    progress(done, total)
            for cut in cuts:
                cut.result()
        return self.found


def _file(picture: Picture, path: Path, shelf: Collection, by) -> object:
    content = path.read_bytes()
    with open_picture(path) as header:
        width, height = header.size
    image = Image(
        # Told here, or they would be found out by decoding the picture.
        width=width,
        height=height,
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


def _cut(pk: int, specs: list[str], folder: Path) -> None:
    try:
        cut(Image.objects.get(pk=pk), specs, folder)
    finally:
        # The thread's own connection.
        connection.close()

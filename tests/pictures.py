"""Pictures of tests are of one colour, and thousands of them are the same bytes.

They are drawn once a process, and so is each size of them cut: what is cut of the same bytes with
the same focus is the same again. Whatever else belongs to a rendition (its row, its file, who may
have it) comes about as ever.
"""

import hashlib
from functools import cache
from io import BytesIO

import pytest
from PIL import Image
from wagtail.images.models import Filter
from willow.image import ImageFile

# A picture of one colour has less; drawings and photos, cut once anyway, are not kept in memory.
PLAIN = 20_000


@cache
def plain_png(colour: str, width: int, height: int) -> bytes:
    """A picture of one colour."""
    buffer = BytesIO()
    Image.new("RGB", (width, height), colour).save(buffer, "PNG")
    return buffer.getvalue()


def _bytes_of(image, source) -> bytes:
    if source is None:
        with image.open_file() as file:
            return file.read()
    source.seek(0)
    content = source.read()
    source.seek(0)
    return content


@pytest.fixture(scope="session", autouse=True)
def _cut_once():
    cut_now = Filter.run
    made: dict[tuple, tuple[type[ImageFile], bytes]] = {}

    def run(self, image, output, source=None):
        content = _bytes_of(image, source)
        if len(content) > PLAIN:
            return cut_now(self, image, output, source)
        key = (hashlib.sha256(content).digest(), self.spec, self.get_cache_key(image))
        if key not in made:
            result = cut_now(self, image, BytesIO(), source)
            result.f.seek(0)
            made[key] = type(result), result.f.read()
        kind, content = made[key]
        output.write(content)
        return kind(output)

    Filter.run = run
    yield
    Filter.run = cut_now

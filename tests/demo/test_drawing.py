"""Pictures are drawn once on a machine: the cache is shared, never torn, and does not grow."""

import os
import time
from io import BytesIO

import PIL.Image
import pytest

from demo.build import picture_cache
from demo.build.cutting import cut
from demo.build.drawing import Drawing, DrawingRoom
from tests.cms.factories import make_image

SMALL = Drawing.of("favicon_png", width=16)


def draw(folder) -> tuple[int, bytes]:
    """How many pictures had to be drawn, and the one."""
    with DrawingRoom([SMALL], folder) as room:
        ((_drawing, path),) = room.finished()
        return len(room.waiting), path.read_bytes()


def test_a_second_clone_draws_nothing(tmp_path):
    drawn, content = draw(tmp_path)
    assert drawn == 1 and content.startswith(b"\x89PNG")
    assert draw(tmp_path) == (0, content)
    assert not list(tmp_path.rglob("*.part"))


@pytest.mark.parametrize("kept", [0, 1, -1])
def test_half_a_picture_is_drawn_again(tmp_path, kept):
    # given a file that somebody did not finish
    _drawn, content = draw(tmp_path)
    (path,) = tmp_path.rglob("*.png")
    path.write_bytes(content[:kept])

    # when the picture is wanted again
    drawn, again = draw(tmp_path)

    # then it is not trusted
    assert (drawn, again) == (1, content)


def test_other_code_another_font_or_another_library_is_another_version(tmp_path):
    code = tmp_path / "art"
    code.mkdir()
    (code / "pots.py").write_text("ROUND = True")
    (code / "Serif.ttf").write_bytes(b"1")
    (code / "README.md").write_text("No picture depends on this.")

    def version(libraries=("pillow",)) -> str:
        picture_cache.drawing_version.cache_clear()
        return picture_cache.drawing_version((code,), libraries)

    first = version()
    (code / "README.md").write_text("Nor on this.")
    assert version() == first
    assert version(("pillow", "resvg-py")) != first
    (code / "pots.py").write_text("ROUND = False")
    second = version()
    (code / "Serif.ttf").write_bytes(b"2")
    assert len({first, second, version()}) == 3


def test_what_nobody_used_for_a_month_is_deleted(tmp_path):
    now = time.time()
    for name, days in (("lately", 29), ("long ago", 31)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.png").write_bytes(b"")
        os.utime(tmp_path / name, (now, now - days * 24 * 3600))

    current = picture_cache.open_cache(tmp_path)

    assert set(tmp_path.iterdir()) == {current, tmp_path / "lately"}


def test_the_version_in_use_stays(tmp_path):
    # given pictures that were drawn months ago
    current = picture_cache.open_cache(tmp_path)
    os.utime(current, (0, 0))

    # when they are used
    picture_cache.open_cache(tmp_path)

    # then they are young again
    assert current.stat().st_mtime > time.time() - 60


@pytest.mark.one_database
@pytest.mark.parametrize("kind", ["webp", "jpeg", "png"])
def test_a_size_is_cut_once_of_the_same_picture_with_the_same_focus(db, settings, tmp_path, kind):
    # given a picture that was cut
    settings.MEDIA_ROOT = tmp_path / "media"
    spec, folder = f"fill-20x20|format-{kind}", tmp_path / "cache"
    folder.mkdir()
    image = make_image()
    cut(image, [spec], folder)
    (path,) = folder.iterdir()
    # and another in its place, by which we know whether it is taken from there
    other = BytesIO()
    PIL.Image.new("RGB", (7, 7)).save(other, kind)
    path.write_bytes(other.getvalue())

    def again(**focus) -> int:
        image.renditions.all().delete()
        type(image).objects.filter(pk=image.pk).update(**focus)
        image.refresh_from_db()
        cut(image, [spec], folder)
        return image.renditions.get().width

    # then that one is taken, but not half of it, and not for another focus
    assert again() == 7
    path.write_bytes(other.getvalue()[:-1])
    assert again() == 20
    path.write_bytes(other.getvalue())
    assert again(**{f"focal_point_{side}": 5 for side in ("x", "y", "width", "height")}) == 20

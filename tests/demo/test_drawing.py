"""Pictures are drawn once on a machine: the cache is shared, never torn, and does not grow."""

import os
import time

import pytest

from demo.build import picture_cache
from demo.build.drawing import Drawing, DrawingRoom

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

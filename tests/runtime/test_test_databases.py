"""The migrated databases that tests begin with, shared by all clones on a machine."""

import os
import time
from pathlib import Path

import pytest
from django.db import connection

from tests.database import IN_USE, KEPT, SQLiteBaselines, content_of

pytestmark = [
    # Reading migrations for the first time asks the database.
    pytest.mark.django_db,
    pytest.mark.one_database,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="these are SQLite's"),
]


@pytest.fixture
def shared(tmp_path) -> SQLiteBaselines:
    (tmp_path / "shared").mkdir()
    here = Path(connection.settings_dict["NAME"])
    return SQLiteBaselines(tmp_path / "shared", tmp_path / "filled", here)


def keep(shared: SQLiteBaselines, number: int, *, last_used: float) -> None:
    """A baseline whose age is said in seconds."""
    for path in (shared.file(f"{number:x}"), shared.manifest(f"{number:x}")):
        path.write_text("{}")
        os.utime(path, (time.time() - last_used,) * 2)


def test_a_full_folder_forgets_the_oldest(shared):
    for number in range(KEPT + 2):
        keep(shared, number, last_used=IN_USE + 60 * (KEPT + 2 - number))
    shared.forget_unused(shared.folder)
    assert [number for number in range(KEPT + 2) if not shared.exists(f"{number:x}")] == [0, 1]


def test_what_another_clone_tests_with_now_stays(shared):
    for number in range(KEPT + 2):
        keep(shared, number, last_used=60 * number)
    shared.forget_unused(shared.folder)
    assert all(shared.exists(f"{number:x}") for number in range(KEPT + 2))


def test_content_is_the_same_in_another_clone(tmp_path):
    for clone in ("one", "two"):
        (tmp_path / clone / "demo").mkdir(parents=True)
        (tmp_path / clone / "demo" / "pots.py").write_text("ROUND = True")
    first, second = (content_of(tmp_path / clone / "demo") for clone in ("one", "two"))
    assert first == second
    (tmp_path / "two" / "demo" / "pots.py").write_text("ROUND = False")
    assert content_of(tmp_path / "two" / "demo") != first

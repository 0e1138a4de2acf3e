"""A locked or absent database, and a full disk: 503, one line, and nothing that was typed lost."""

import errno
import os
import sqlite3
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import OperationalError, ProgrammingError, connection
from django.test import RequestFactory
from django.utils import translation

from config.unavailable import answer, reason

pytestmark = pytest.mark.every_engine


@pytest.fixture
def database(transactional_db, tmp_path):
    """A copy of the database, as a file of its own."""
    if connection.vendor != "sqlite":
        pytest.skip("SQLite's own faults")
    connection.ensure_connection()
    path = tmp_path / "shop.sqlite3"
    target = sqlite3.connect(path)
    connection.connection.backup(target)
    target.close()
    return path


@pytest.fixture
def visit(tmp_path):
    """Post a form to a shop of its own: its status, Retry-After, page and log."""

    def ask(url: str, *words: str):
        started = subprocess.run(
            [sys.executable, "-m", "tests.runtime.unavailable_probe", *words],
            cwd=settings.ROOT,
            env={
                **{name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ},
                "DJANGO_SETTINGS_MODULE": "config.settings.dev",
                "DEBUG": "off",
                "DATABASE_URL": url,
                "VITRINA_VAR": str(tmp_path / "var"),
                "VITRINA_CAPTCHA": "none",
                "PYTHONPATH": f"{settings.ROOT}{os.pathsep}{settings.ROOT / 'site'}",
            },
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert started.returncode == 0, started.stderr
        first, _newline, page = started.stdout.partition("\n")
        assert "Traceback" not in started.stderr
        lines = started.stderr.splitlines()
        return first, page, [line for line in lines if "config.unavailable" in line]

    return ask


def test_a_locked_database_loses_nothing_that_was_typed(database, visit):
    # given another program that holds the database
    holder = sqlite3.connect(database)
    holder.execute("BEGIN EXCLUSIVE")
    # when somebody sends a form
    status, page, log = visit(f"sqlite:///{database}")
    holder.close()
    # then they are told plainly, and can send it again as it was
    assert status == "503 30"
    assert "Ahora no podemos responder" in page
    assert 'name="email" value="ana@correo.example"' in page
    assert 'action="/es-co/account/login/code/"' in page
    # and whoever runs the shop reads it once, without a traceback
    assert len(log) == 1
    assert "The database is locked" in log[0]
    assert "ana@" not in log[0]


def test_a_full_disk_is_said_and_the_shop_is_well_when_there_is_room(database, visit):
    status, page, log = visit(f"sqlite:///{database}", "full")
    assert status == "503 30"
    assert "Enviar de nuevo" in page
    assert len(log) == 1
    assert "disk" in log[0]
    # when there is room again
    status, _page, log = visit(f"sqlite:///{database}")
    assert status.startswith("302")
    assert log == []


def test_a_password_is_not_written_into_the_page(database, visit):
    holder = sqlite3.connect(database)
    holder.execute("BEGIN EXCLUSIVE")
    status, page, _log = visit(f"sqlite:///{database}", "secret")
    holder.close()
    assert status == "503 30"
    assert "<input" not in page
    assert "Vuelve atrás" in page


def test_a_database_that_is_stopped_is_said(tmp_path, visit):
    pytest.importorskip("psycopg")
    status, page, log = visit(f"postgres://nobody@/shop?host={tmp_path}&port=1")
    assert status == "503 30"
    assert "Ahora no podemos responder" in page
    assert len(log) == 1
    assert "The database does not answer" in log[0]


def sqlite_error(setup: str, statement: str, mode: str = "rwc", path=":memory:") -> Exception:
    database = sqlite3.connect(f"file:{path}?mode={mode}", uri=True)
    try:
        database.executescript(setup)
        database.execute(statement)
        raise AssertionError("it worked")
    except sqlite3.OperationalError as error:
        wrapped = OperationalError(*error.args)
        wrapped.__cause__ = error
        return wrapped
    finally:
        database.close()


def test_what_passes_is_told_from_mistakes_of_ours(tmp_path):
    full = sqlite_error("PRAGMA max_page_count=1; ", "CREATE TABLE a (b)", path=tmp_path / "a")
    assert "full" in reason(full)
    read_only = sqlite_error("", "CREATE TABLE a (b)", mode="ro", path=tmp_path / "a")
    assert "may not be written" in reason(read_only)
    assert reason(sqlite_error("", "SELECT * FROM missing")) == ""
    assert reason(ProgrammingError("relation does not exist")) == ""
    assert reason(OSError(errno.ENOSPC, "No space left", "media/a.png")).endswith("media/a.png")
    assert reason(FileNotFoundError(errno.ENOENT, "gone")) == ""
    assert reason(ValueError("x")) == reason(None) == ""


@pytest.mark.parametrize(
    ("path", "words"), [("/en-us/catalog/", "Load again"), ("/admin/", "Cargar de nuevo")]
)
def test_the_page_is_in_the_language_of_the_address(path, words):
    request = RequestFactory().get(path)
    with translation.override("es-co"):
        page = answer(request, OSError(errno.ENOSPC, "No space left")).content.decode()
    assert words in page
    assert f'href="{path}"' in page


@pytest.mark.parametrize(
    ("sent", "again"),
    [
        ({"postcode": "110111", "line1": "Calle 1"}, True),
        ({"password1": "x"}, False),
        ({"new-password": "x"}, False),
        ({"code": "123456"}, False),
        ({"oldpassword": "x"}, False),
        ({"profile-oldpassword": "x"}, False),
        ({"card_number": "4"}, False),
        ({"cardnumber": "4"}, False),
        ({"pin": "4"}, False),
        ({"shipping": "standard", "opinion": "…", "decode": "…"}, True),
    ],
)
def test_only_what_is_no_secret_is_sent_again(sent, again):
    full = OSError(errno.ENOSPC, "No space left")
    request = RequestFactory().post("/es-co/checkout/address/", sent)
    page = answer(request, full, by_view=True).content.decode()
    assert ("<input" in page) == again


def test_what_did_not_fail_in_the_view_is_not_offered_to_be_sent_again():
    """It may be another site's form that nobody checked, or saved already."""
    full = OSError(errno.ENOSPC, "No space left")
    request = RequestFactory().post("/es-co/cart/add/", {"product": "1"})
    page = answer(request, full).content.decode()
    assert "<input" not in page and "No sabemos si se guardó" in page

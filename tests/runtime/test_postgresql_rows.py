"""A test begins with the baseline, whatever the last one committed (tests/postgresql_rows.py)."""

import shutil

import psycopg
import pytest
from django.contrib.auth.models import Group, Permission
from django.contrib.sites.models import Site
from django.db import connection, transaction
from wagtail.models import Page

from tests import factories

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not shutil.which("pg_dump"), reason="needs pg_dump"),
]


@pytest.fixture
def dump(baselines, tmp_path):
    """All that is in a database, as PostgreSQL's own tool writes it: schema, rows, sequences."""

    def dump(name: str) -> list[str]:
        file = tmp_path / f"{name}.sql"
        assert baselines.tool("pg_dump", name, f"--file={file}")
        # Newer ones put a random word into two lines.
        return [line for line in file.read_text().splitlines() if "restrict " not in line]

    return dump


def which_copy() -> int:
    """Another number for each copy of the files."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT oid FROM pg_database WHERE datname = current_database()")
        return cursor.fetchone()[0]


def execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def test_what_was_written_is_undone_without_a_new_copy(baselines, dump):
    baseline, copy = dump(baselines.prefix + baselines.key), which_copy()
    # What the baseline has: changed, taken away in part, taken away.
    Page.objects.filter(depth=1).update(title="Somebody else's")
    Permission.objects.filter(codename__startswith="view_").delete()
    Site.objects.all().delete()
    # Tables that it leaves empty, and some that point at others.
    factories.lipstick()
    Group.objects.create(name="Of a test").permissions.set(Permission.objects.all()[:3])
    # Numbers that were given away although nothing came of it.
    with transaction.atomic():
        Group.objects.create(name="Never")
        transaction.set_rollback(True)
    execute("SELECT nextval('django_content_type_id_seq')")
    assert dump(baselines.name) != baseline

    baselines.restore(baselines.key)

    assert dump(baselines.name) == baseline
    assert which_copy() == copy


@pytest.mark.parametrize(
    "change",
    [
        "CREATE TABLE left_behind (id integer)",
        "DROP TABLE django_session",
        "ALTER TABLE auth_group ALTER COLUMN name DROP NOT NULL",
        "ALTER SEQUENCE auth_group_id_seq INCREMENT BY 10",
        "TRUNCATE django_content_type CASCADE",
    ],
)
def test_a_changed_schema_is_undone_by_a_new_copy(baselines, change):
    copy = which_copy()
    execute(change)

    baselines.restore(baselines.key)

    assert which_copy() != copy


def test_after_another_baseline_comes_a_new_copy(baselines, dump):
    baselines.restore(None)
    assert "auth_group" not in connection.introspection.table_names()

    baselines.restore(baselines.key)

    assert dump(baselines.name) == dump(baselines.prefix + baselines.key)


def test_nobody_is_left_in_the_midst_of_something(baselines):
    with psycopg.connect(**connection.get_connection_params()) as other:
        other.execute("UPDATE auth_group SET name = name || ' of old'")

        baselines.restore(baselines.key)

        with pytest.raises(psycopg.OperationalError):
            other.execute("SELECT 1")
    assert not Group.objects.filter(name__endswith=" of old").exists()

"""Test databases that cost a second instead of a minute.

Running every migration takes minutes. So it is done once: the result is a *baseline*
that each test process copies, and that is put back after a test which commits (on PostgreSQL only
what it wrote, tests/postgresql_rows.py). A baseline is known by the content of the migrations it
ran. Where only new ones came since, it is brought forward instead of being built anew.

SQLite keeps them as files in ``settings.CACHE_DIR``, where every clone on this machine finds what
another has built; those that are filled as well (``open_with``) in ``var/test/baselines``, since
what fills them is this clone's code. PostgreSQL keeps databases beside the one that is tested, and
a dump of each in ``settings.CACHE_DIR``: the next server (.ci/run starts its own) has none of them.
All can be deleted at any time.
"""

import fcntl
import hashlib
import json
import os
import shutil
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing, contextmanager, suppress
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from commerce.labels.kinds import worked_out
from people.roles import all_rights

# Beyond so many, those go that no test run of the last hours began with.
KEPT = 8
IN_USE = 3 * 3600
FRAMEWORKS = {package: version(package) for package in ("django", "wagtail")}


def migration_hashes() -> dict[str, str]:
    """``{"people.0001_initial": <hash of its file>}`` for every migration there is."""
    loader = MigrationLoader(None)
    return {
        f"{label}.{name}": hashlib.sha256(
            Path(import_module(migration.__module__).__file__).read_bytes()
        ).hexdigest()[:16]
        for (label, name), migration in sorted(loader.disk_migrations.items())
    }


def digest_of(*parts: object) -> str:
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:16]


def content_of(*folders: Path) -> str:
    """One hash of all Python files in the folders, wherever these lie."""
    return digest_of(
        [
            [str(path.relative_to(folder)), hashlib.sha256(path.read_bytes()).hexdigest()]
            for folder in folders
            for path in sorted(folder.rglob("*.py"))
        ]
    )


def kept_folders() -> dict[str, Path]:
    """What belongs to a filled database and lies outside it: pictures and the search index."""
    return {
        "media": Path(settings.MEDIA_ROOT),
        "search": Path(settings.HAYSTACK_CONNECTIONS["default"]["PATH"]),
    }


def link_tree(source: Path, target: Path) -> None:
    """Copy a folder without copying a byte. Storages write new files, never into old ones."""
    shutil.rmtree(target, ignore_errors=True)
    if source.exists():
        shutil.copytree(source, target, copy_function=os.link)


@contextmanager
def one_at_a_time(lock: Path):
    """Several test processes want the same baseline: one builds it, the others wait."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    with open(lock, "w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def say(text: str) -> None:
    print(text, file=sys.__stderr__, flush=True)


class Baselines:
    """What both engines share: which baseline is wanted, and how it comes about.

    ``folder`` is for those that migrations alone made, ``filled`` for those with more in them.
    """

    def __init__(self, folder: Path, filled: Path):
        self.folder, self.filled = folder, filled
        self.connection = connections["default"]
        # What the roles may do is written after the migrations, and only ever adds.
        self.hashes = migration_hashes() | {
            f"{group} may {digest_of(repr(rights))}": ""
            for group, given in all_rights().items()
            for rights in given
        }
        # So are the labels that the shop works out by itself.
        self.hashes |= {
            f"label {kind.code}": digest_of(kind.slug, kind.priority) for kind in worked_out()
        }
        # So are permissions and content types, in their own words.
        self.hashes |= FRAMEWORKS
        # What data migrations read from settings is part of the result.
        self.key = digest_of(
            self.hashes, settings.WAGTAIL_CONTENT_LANGUAGES, settings.LANGUAGE_CODE
        )

    def open(self, *, rebuild: bool = False) -> None:
        """Make ``connections["default"]`` point at a fresh copy of the migrated baseline."""
        with one_at_a_time(self.folder / "lock"):
            if rebuild or not self.exists(self.key):
                self.build(self.key, self.nearest(), rebuild=rebuild)
            self.restore(self.key)
            self.note_use(self.key)

    def open_with(self, name: str, key: str, fill: Callable[[], None]) -> None:
        """As ``open``, with what ``fill`` adds to the migrated baseline (and keeps)."""
        full_key = f"{name}-{digest_of(self.key, key)}"
        with one_at_a_time(self.filled / "lock"):
            if not self.exists(full_key):
                self.restore(self.key)
                for folder in kept_folders().values():
                    shutil.rmtree(folder, ignore_errors=True)
                say(f"Filling the test database: {name} (once, until its code changes)")
                fill()
                for part, folder in kept_folders().items():
                    link_tree(folder, self.filled / full_key / part)
                self.store(full_key, {"name": name})
            self.restore(full_key)
            self.note_use(full_key)
            for part, folder in kept_folders().items():
                link_tree(self.filled / full_key / part, folder)

    def nearest(self) -> str | None:
        """The baseline with the most migrations of which none has changed since."""
        candidates = {}
        for path in self.folder.glob("*.json"):
            known = json.loads(path.read_text())
            if "name" not in known and known.items() <= self.hashes.items():
                candidates[len(known)] = path.stem
        usable = {count: key for count, key in candidates.items() if self.exists(key)}
        if not usable:
            return None
        best = usable[max(usable)]
        self.note_use(best)
        return best

    def build(self, key: str, nearest: str | None, *, rebuild: bool) -> None:
        if nearest and not rebuild:
            say("Bringing the test database forward to the newest migrations")
            self.restore(nearest)
        else:
            say("Building the test database: some 400 migrations, two minutes, once")
            self.restore(None)
            self.build_what_others_wrote()
        call_command("migrate", verbosity=0, interactive=False)
        self.store(key, self.hashes)

    def build_what_others_wrote(self) -> None:
        """Nine of ten migrations are in installed packages: a baseline of their own, so that
        changing one of ours does not mean running theirs again."""
        executor = MigrationExecutor(self.connection)
        root = Path(settings.ROOT)
        ours = {
            config.label
            for config in apps.get_app_configs()
            if Path(config.path).is_relative_to(root)
            and "site-packages" not in config.path
            and config.label not in settings.MIGRATION_MODULES
        }
        leaves = executor.loader.graph.leaf_nodes()
        executor.migrate([leaf for leaf in leaves if leaf[0] not in ours])
        # Some of ours are among them: other packages' tables point at the user.
        applied = {f"{label}.{name}" for label, name in executor.recorder.applied_migrations()}
        manifest = {name: mark for name, mark in self.hashes.items() if name in applied}
        manifest |= FRAMEWORKS
        self.store(digest_of(manifest, settings.LANGUAGE_CODE), manifest)

    def store(self, key: str, manifest: dict[str, str]) -> None:
        """Keep the present content. It is known (``exists``) from the moment it is whole."""
        self.connection.close()
        half_done = self.manifest(key).with_suffix(".tmp")
        half_done.write_text(json.dumps(manifest))
        os.replace(half_done, self.manifest(key))
        self.save_as(key)
        self.forget_unused(self.folder_of(key))

    def forget_unused(self, folder: Path) -> None:
        oldest = time.time() - IN_USE
        manifests = sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime)
        for path in manifests[:-KEPT]:
            if path.stat().st_mtime < oldest:
                self.forget(path.stem)
                shutil.rmtree(path.with_suffix(""), ignore_errors=True)
                path.unlink()

    def note_use(self, key: str) -> None:
        """What is used is kept (see ``forget_unused``). One that is gone meanwhile is not made."""
        with suppress(FileNotFoundError):
            os.utime(self.manifest(key))

    def folder_of(self, key: str) -> Path:
        return self.filled if "-" in key else self.folder

    def manifest(self, key: str) -> Path:
        return self.folder_of(key) / f"{key}.json"

    def exists(self, key: str) -> bool:
        raise NotImplementedError

    def restore(self, key: str | None) -> None:
        raise NotImplementedError

    def save_as(self, key: str) -> None:
        raise NotImplementedError

    def forget(self, key: str) -> None:
        raise NotImplementedError


class SQLiteBaselines(Baselines):
    def __init__(self, folder: Path, filled: Path, path: Path):
        super().__init__(folder, filled)
        self.path = path
        self.connection.close()
        self.connection.settings_dict["NAME"] = str(path)

    def file(self, key: str) -> Path:
        return self.folder_of(key) / f"{key}.sqlite3"

    def exists(self, key: str) -> bool:
        return self.file(key).exists()

    def restore(self, key: str | None) -> None:
        # SQLite's own backup: it takes SQLite's locks, so a server thread that still reads
        # the file sees the old or the new content, never a torn one.
        self.connection.close()
        self.path.parent.mkdir(parents=True, exist_ok=True)
        source = str(self.file(key)) if key else ":memory:"
        with closing(sqlite3.connect(source)) as old, closing(self.connect()) as new:
            old.backup(new)

    def connect(self) -> sqlite3.Connection:
        try:
            connection = sqlite3.connect(self.path, timeout=20)
            connection.execute("PRAGMA synchronous=OFF")
            connection.execute("PRAGMA schema_version")
        except sqlite3.DatabaseError:
            connection.close()
            for suffix in ("", "-wal", "-shm"):
                Path(f"{self.path}{suffix}").unlink(missing_ok=True)
            connection = sqlite3.connect(self.path, timeout=20)
        return connection

    def save_as(self, key: str) -> None:
        half_done = self.file(key).with_suffix(".sqlite3.tmp")
        half_done.unlink(missing_ok=True)
        with closing(sqlite3.connect(self.path)) as old, closing(sqlite3.connect(half_done)) as new:
            old.backup(new)
        os.replace(half_done, self.file(key))

    def forget(self, key: str) -> None:
        self.file(key).unlink(missing_ok=True)


def sqlite_baselines() -> SQLiteBaselines:
    """For this test process."""
    return SQLiteBaselines(
        Path(settings.CACHE_DIR) / "test-databases",
        settings.TEST_HOME.parent / "baselines",
        Path(settings.DATABASES["default"]["TEST"]["NAME"]),
    )

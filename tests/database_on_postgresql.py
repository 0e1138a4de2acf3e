"""Baselines as databases of a PostgreSQL server, and as dumps for the next (tests/database.py)."""

import os
import subprocess
from pathlib import Path

from django.conf import settings
from django.db import connections

from .database import Baselines
from .postgresql_rows import Rows


def server_version() -> str:
    """``postgresql-15``: a dump is for the server that it came from, or a newer one."""
    with connections["default"].cursor() as cursor:
        cursor.execute("SHOW server_version_num")
        return f"postgresql-{int(cursor.fetchone()[0]) // 10000}"


class PostgresBaselines(Baselines):
    def __init__(self, folder: Path, filled: Path, name: str):
        super().__init__(folder, filled)
        self.name = name
        self.prefix = f"{name.split('_gw')[0]}_base_"
        self.connection.close()
        self.connection.settings_dict["NAME"] = name
        # Those that this process knows to be on the server.
        self.here: set[str] = set()
        # Of which baseline the tested database is a copy, and what is in that.
        self.copied: str | None = None
        self.rows: Rows | None = None

    def run(self, sql: str, *values: str):
        """Run one statement beside the tested database: none can be copied from inside."""
        here = self.connection.settings_dict["NAME"]
        self.connection.close()
        self.connection.settings_dict["NAME"] = "postgres"
        try:
            with self.connection.cursor() as cursor:
                cursor.execute(sql, values or None)
                return cursor.fetchall() if cursor.description else []
        finally:
            self.connection.close()
            self.connection.settings_dict["NAME"] = here

    def is_on_server(self, name: str) -> bool:
        return bool(self.run("SELECT 1 FROM pg_database WHERE datname = %s", name))

    def exists(self, key: str) -> bool:
        return self.is_on_server(self.prefix + key) or self.dump(key).exists()

    def dump(self, key: str) -> Path:
        return self.folder_of(key) / f"{key}.dump"

    def tool(self, program: str, database: str, *arguments: str) -> bool:
        """Whether there is such a program of PostgreSQL's, and it did it."""
        where = self.connection.get_connection_params()
        known = {
            f"PG{part.upper()}": str(where[part])
            for part in ("host", "port", "user", "password")
            if where.get(part)
        }
        command = [program, "--dbname", database, "--no-owner", *arguments]
        try:
            done = subprocess.run(command, env=os.environ | known, capture_output=True, text=True)
        except FileNotFoundError:
            return False
        return done.returncode == 0

    def bring(self, key: str) -> None:
        """Have the baseline on the server; from its dump, where another server made it."""
        if not self.is_on_server(self.prefix + key):
            half_done = f"{self.prefix}half"
            self.copy("template0", half_done)
            if not self.tool("pg_restore", half_done, "--exit-on-error", str(self.dump(key))):
                self.dump(key).unlink(missing_ok=True)
                raise RuntimeError(f"{self.dump(key)} cannot be restored: begin once more")
            self.run(f'ALTER DATABASE "{half_done}" RENAME TO "{self.prefix + key}"')
        self.here.add(key)

    def copy(self, source: str, target: str) -> None:
        self.run(f'DROP DATABASE IF EXISTS "{target}" WITH (FORCE)')
        # A copy of the files: twice as fast as through the log, on a database this small.
        self.run(f'CREATE DATABASE "{target}" TEMPLATE "{source}" STRATEGY FILE_COPY')

    def restore(self, key: str | None) -> None:
        if key and key == self.copied and self.rows.bring_back():
            return
        if key and key not in self.here:
            self.bring(key)
        self.copy(self.prefix + key if key else "template0", self.name)
        self.copied = key
        self.rows = Rows() if key else None

    def save_as(self, key: str) -> None:
        self.copy(self.name, self.prefix + key)
        half_done = self.dump(key).with_suffix(".dump.tmp")
        if self.folder_of(key) == self.folder and self.tool(
            "pg_dump", self.name, "--format=custom", f"--file={half_done}"
        ):
            os.replace(half_done, self.dump(key))

    def forget(self, key: str) -> None:
        self.dump(key).unlink(missing_ok=True)
        self.run(f'DROP DATABASE IF EXISTS "{self.prefix + key}" WITH (FORCE)')


def postgresql_baselines() -> PostgresBaselines:
    """For this test process, on the server that ``DATABASE_URL`` names."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    name = f"test_{settings.DATABASES['default']['NAME']}"
    return PostgresBaselines(
        Path(settings.CACHE_DIR) / f"test-databases-{server_version()}",
        settings.TEST_HOME.parent / "baselines-postgresql",
        f"{name}_{worker}" if worker else name,
    )

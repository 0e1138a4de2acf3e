"""A PostgreSQL database brought back to the content that it had, without being copied again.

A copy is some 2,500 files, a second of a core; what a test wrote is a few tables of some 270.
"""

from collections.abc import Iterable

from django.db import connection

# Where PostgreSQL writes down what a schema is made of. Any change of it leaves a row that is
# newer than all others, or one less. Statistics and sizes are written in place, or elsewhere.
CATALOGS = """
    pg_attrdef pg_attribute pg_class pg_collation pg_constraint pg_db_role_setting pg_default_acl
    pg_description pg_enum pg_event_trigger pg_extension pg_index pg_inherits
    pg_largeobject_metadata pg_namespace pg_opclass pg_operator pg_policy pg_proc pg_rewrite
    pg_sequence pg_statistic_ext pg_trigger pg_type
"""
SCHEMA = " UNION ALL ".join(
    f"SELECT '{catalog}', count(*), max(xmin::text::bigint) FROM {catalog}"
    for catalog in CATALOGS.split()
)
# One into which nothing was ever put has no page, and after `replace` again none.
TABLES_WITH_PAGES = """
    SELECT oid::regclass::text FROM pg_class
    WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND pg_relation_size(oid) > 0
    ORDER BY 1
"""
# Without a value where it was never asked for one.
SEQUENCES = """
    SELECT format('%I.%I', schemaname, sequencename), last_value, start_value FROM pg_sequences
"""
END_OTHERS = """
    SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
"""


def rows(statement: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall()


def content(table: str) -> bytes:
    """All rows as COPY writes them, in the order in which they lie."""
    with connection.cursor() as cursor, cursor.copy(f"COPY {table} TO STDOUT") as copy:
        return b"".join(bytes(part) for part in copy)


class Rows:
    """What is in the database now, to be brought back by ``bring_back``."""

    def __init__(self):
        self.schema = rows(SCHEMA)
        self.tables = {table: content(table) for (table,) in rows(TABLES_WITH_PAGES)}
        self.sequences = rows(SEQUENCES)

    def bring_back(self) -> bool:
        """Undo whatever was written since. False, and nothing is done, where the schema changed.

        Every other connection to the database is ended, and this one begun anew, as by a copy."""
        connection.close()
        rows(END_OTHERS)
        if rows(SCHEMA) != self.schema:
            return False
        # With those that had rows and have not even a page left.
        looked_at = {table for (table,) in rows(TABLES_WITH_PAGES)} | self.tables.keys()
        written = [
            table
            for table in sorted(looked_at)
            if table not in self.tables or content(table) != self.tables[table]
        ]
        self.replace(written)
        self.put_sequences_back()
        return True

    def replace(self, tables: Iterable[str]) -> None:
        if not tables:
            return
        with connection.cursor() as cursor:
            # Neither foreign keys nor triggers have a say.
            cursor.execute("SET session_replication_role = replica")
            for table in tables:
                cursor.execute(f"DELETE FROM {table}")
            # Their pages go too, so that rows lie in the order in which they are put in again.
            cursor.execute(f"VACUUM {', '.join(tables)}")
            for table in tables:
                if table in self.tables:
                    with cursor.copy(f"COPY {table} FROM STDIN") as copy:
                        copy.write(self.tables[table])
            cursor.execute("SET session_replication_role = DEFAULT")

    def put_sequences_back(self) -> None:
        now = {name: last for name, last, _start in rows(SEQUENCES)}
        moved = [
            (name, start if last is None else last, last is not None)
            for name, last, start in self.sequences
            if now[name] != last
        ]
        with connection.cursor() as cursor:
            for values in moved:
                cursor.execute("SELECT setval(%s, %s, %s)", values)

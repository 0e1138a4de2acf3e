from pathlib import Path

from django.conf import settings
from django.core.management.base import CommandError
from django.core.management.commands.makemigrations import Command as MakeMigrations
from django.db.migrations.writer import MigrationWriter


class Command(MakeMigrations):
    """Django's command, kept from writing outside the repository.

    The forks of Oscar borrow its migrations. A model change in such a label would be written
    into the installed package, and the next clone would break: here it is refused instead.
    """

    def write_migration_files(self, changes, update_previous_migration_paths=None):
        root = Path(settings.ROOT).resolve()
        for label, migrations in changes.items():
            for migration in migrations:
                path = Path(MigrationWriter(migration).path).resolve()
                inside = path.is_relative_to(root) and "site-packages" not in path.parts
                if not inside:
                    raise CommandError(
                        f"'{label}' borrows its migrations from an installed package: a fork "
                        f"must not change its tables. Put the new field or model in a label of "
                        f"our own (docs/decisions/0002). Refused: {path.name}"
                    )
        return super().write_migration_files(changes, update_previous_migration_paths)

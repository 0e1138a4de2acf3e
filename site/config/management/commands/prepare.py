import sys
import time
from io import TextIOBase
from pathlib import Path

from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.module_loading import import_string

# A function without arguments that returns lines: who can sign in to the demo company.
WHO_CAN_SIGN_IN = "demo.accounts.who_can_sign_in"


class MigrationProgress(TextIOBase):
    """Takes the lines that ``migrate`` writes and shows how far it is."""

    def __init__(self, out, total: int):
        self.out, self.total, self.done = out, total, 0

    def write(self, text: str) -> int:
        for line in text.splitlines():
            if line.strip().startswith("Applying "):
                self.done += 1
                self.show(line.strip().removeprefix("Applying ").split("...")[0])
        return len(text)

    def show(self, name: str) -> None:
        text = f"  {self.done:3}/{self.total} {name}"
        last = self.done >= self.total
        if self.out.isatty():
            self.out.write(f"\r\033[K{text}" + ("\n" if last else ""))
        elif self.done % 50 == 0 or last:
            self.out.write(text + "\n")
        self.out.flush()


class Command(BaseCommand):
    help = "Database, demo company, search index: everything that comes before serving"
    # Checks load the addresses, whose words ("catalogo/") must be compiled first.
    requires_system_checks = ()
    requires_migrations_checks = False

    def add_arguments(self, parser):
        parser.add_argument("--summary", type=Path, help="write who can sign in to this file")
        parser.add_argument("--scale", type=int, default=0, help="this many products in the demo")

    def handle(self, *, summary, scale, verbosity, **options):
        call_command("compilemessages", verbosity=verbosity)
        self.check()
        self.migrate()
        lines = []
        if "demo" in get_commands():
            with self.step("The demo company"):
                call_command("demo", accounts=False, scale=scale, verbosity=verbosity)
            try:
                lines = list(import_string(WHO_CAN_SIGN_IN)())
            except ImportError:
                pass
        with self.step("The search index"):
            call_command("rebuild_index", interactive=False, verbosity=0)
        if summary:
            summary.write_text("\n".join(lines))
        else:
            self.stdout.writelines(lines)

    def migrate(self):
        executor = MigrationExecutor(connection)
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
        if not plan:
            self.say("The database is up to date")
            return
        with self.step(f"The database: {len(plan)} migrations, a minute or two the first time"):
            progress = MigrationProgress(sys.stdout, len(plan))
            call_command("migrate", interactive=False, stdout=progress)

    def say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()

    def step(self, text: str) -> "Step":
        return Step(self, text)


class Step:
    def __init__(self, command: Command, text: str):
        self.command, self.text = command, text

    def __enter__(self):
        self.command.say(self.text)
        self.started = time.monotonic()

    def __exit__(self, kind, error, trace):
        if error is None:
            self.command.say(f"  done in {time.monotonic() - self.started:.1f} s")

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation.reloader import translation_file_changed


class Command(BaseCommand):
    """Django's command without gettext: Babel is installed anyway, msgfmt may not be.

    Compiled catalogues are not in the repository, so a newcomer's first `make run` needs this.
    """

    help = "Compile the catalogues in locale/ that have changed"
    requires_system_checks = ()

    def handle(self, *, verbosity, **options):
        for source in self.catalogues():
            target = source.with_suffix(".mo")
            if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
                continue
            with source.open("rb") as handle:
                catalogue = read_po(handle, locale=source.parts[-3], abort_invalid=True)
            for message in list(catalogue):
                # Babel would write these, and an empty word would be shown for the English one.
                if message.id and message.pluralizable and not all(message.string):
                    catalogue.delete(message.id, message.context)
            half_done = target.with_suffix(".mo.tmp")
            with half_done.open("wb") as handle:
                write_mo(handle, catalogue)
            half_done.replace(target)
            # Whoever called has perhaps read words already, and would go on without these.
            translation_file_changed(self, target)
            if verbosity:
                self.stdout.write(f"Compiled {source.relative_to(settings.ROOT)}")

    @staticmethod
    def catalogues() -> list[Path]:
        return sorted(
            path
            for folder in settings.LOCALE_PATHS
            for path in Path(folder).glob("*/LC_MESSAGES/*.po")
        )

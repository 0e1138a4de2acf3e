import secrets
from itertools import product
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation import to_locale
from django.utils.translation.reloader import translation_file_changed


class Command(BaseCommand):
    """Django's command without gettext: Babel is installed anyway, msgfmt may not be.

    Compiled catalogues are not in the repository, so a newcomer's first `make run` needs this.
    A language is compiled for each of its editions too (`es` for `es_MX`): otherwise what
    Django and others ship for one country would win over what we say to all of them.
    """

    help = "Compile the catalogues in locale/ that have changed"
    requires_system_checks = ()

    def handle(self, *, verbosity, **options):
        for target, sources in self.catalogues().items():
            newest = max(source.stat().st_mtime for source in sources)
            if target.exists() and target.stat().st_mtime >= newest:
                continue
            catalogue = read(sources[0])
            for source in sources[1:]:
                for message in read(source):
                    if message.id:
                        catalogue.delete(message.id, message.context)
                        catalogue[message.id] = message
            target.parent.mkdir(parents=True, exist_ok=True)
            # Two processes may compile at once, as when two runs of the tests start together.
            half_done = target.with_name(f".{secrets.token_hex(8)}.mo")
            with half_done.open("wb") as handle:
                write_mo(handle, catalogue)
            half_done.replace(target)
            # Whoever called has perhaps read words already, and would go on without these.
            translation_file_changed(self, target)
            if verbosity:
                self.stdout.write(f"Compiled {target.relative_to(settings.ROOT)}")

    @staticmethod
    def catalogues() -> dict[Path, list[Path]]:
        """What is made of what: an edition's own words, where it has any, come last and win."""
        # Each with those it is made of: `zh`, `zh_Hans` and `zh_Hans_CN` for `zh-hans-cn`.
        locales: dict[str, list[str]] = {}
        for code, _name in settings.LANGUAGES:
            parts = code.split("-")
            depends_on = [to_locale("-".join(parts[:end])) for end in range(1, len(parts) + 1)]
            locales |= {locale: depends_on[: end + 1] for end, locale in enumerate(depends_on)}
        found = {}
        for folder, file in product(map(Path, settings.LOCALE_PATHS), ("django.po", "djangojs.po")):
            for locale, depends_on in locales.items():
                files = {name: folder / name / "LC_MESSAGES" / file for name in depends_on}
                sources = [path for path in files.values() if path.exists()]
                if sources:
                    found[files[locale].with_suffix(".mo")] = sources
        return found


def read(source: Path) -> Catalog:
    """A catalogue as far as it is translated."""
    with source.open("rb") as handle:
        catalogue = read_po(handle, locale=source.parts[-3], abort_invalid=True)
    for message in list(catalogue):
        # Babel would write these, and an empty word would be shown for the English one.
        if message.id and message.pluralizable and not all(message.string):
            catalogue.delete(message.id, message.context)
    return catalogue

"""What the catalogues of Wagtail and wagtail-localize hold."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

import polib

# Not installed here, or for developers of Wagtail.
NOT_SHOWN = ("search_promotions", "simple_translation", "frontend_cache", "styleguide", "test")


@cache
def catalogues(language: str, domain: str = "django") -> list[polib.POFile]:
    """Read once: that takes seconds."""
    return [
        polib.pofile(str(path))
        for package in ("wagtail", "wagtail_localize")
        for path in Path(find_spec(package).origin).parent.rglob(
            f"locale/{language}/LC_MESSAGES/{domain}.po"
        )
        if not any(name in path.parts for name in NOT_SHOWN)
    ]


def words(language: str, domain: str = "django") -> set[tuple[str, str]]:
    """(context, msgid) of all that they say."""
    return {
        (entry.msgctxt or "", entry.msgid)
        for catalogue in catalogues(language, domain)
        for entry in catalogue
    }


def translated(language: str, domain: str = "django") -> set[tuple[str, str]]:
    """(context, msgid) of what they have words for in this language."""
    return {
        (entry.msgctxt or "", entry.msgid)
        for catalogue in catalogues(language, domain)
        for entry in catalogue
        if entry.translated()
    }

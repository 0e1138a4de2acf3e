"""The back office speaks the language of whoever reads it, and tells the time of their clock.

Wagtail has words that its Spanish lacks, and code that translates when it is imported. So all
of its words are asked for, and every screen that a GET opens is drawn in both languages.
"""

import json
import re
from datetime import UTC, datetime
from functools import cache
from html.parser import HTMLParser

import polib
import pytest
from django.apps import apps
from django.conf import settings
from django.db import DatabaseError, transaction
from django.db.models import DateTimeField
from django.test import RequestFactory
from django.utils import translation
from django.views.i18n import JavaScriptCatalog
from wagtail.models import Revision
from wagtail.users.models import UserProfile

from config import late_words
from tests.access.addresses import admin_addresses
from tests.access.test_who_may_open import questions
from tests.access.world import World
from tests.checkout.conftest import Shop
from tests.recognized import recognize

from . import packages

pytestmark = pytest.mark.one_database


@cache
def our_catalogue(domain: str) -> list[polib.POEntry]:
    """What we say in place of packages, by itself or because it is ours too."""
    return [
        entry
        for folder in settings.LOCALE_PATHS
        if (path := folder / "es/LC_MESSAGES" / f"{domain}.po").exists()
        for entry in polib.pofile(str(path))
    ]


def ours(domain: str) -> dict[str, polib.POEntry]:
    return {entry.msgid: entry for entry in our_catalogue(domain)}


@pytest.mark.parametrize("domain", ["django", "djangojs"])
def test_all_that_the_packages_of_the_back_office_say_has_spanish_words(domain):
    borrowed = {(entry.msgctxt or "", entry.msgid) for entry in ours(domain).values()}
    missing = packages.words("en", domain) - packages.translated("es", domain) - borrowed
    assert missing == set(), "say it in locale/packages/es"


# "El Lista de precios no puede ser creado": Spanish words that bend to a name nobody knows yet.
NAMES = r"[%\{]\(?(?:model_name|snippet_type_name|object)\)?[s}]"
BENDS_TO_A_NAME = re.compile(
    rf"\b(?:el|la|un|una|este|esta|ningún|ninguna|otro|otra|privado)\s+'?{NAMES}"
    r"|(?:model_name|snippet_type_name)\S*\s+(?:'%\(object\)s'\s*)?(?:(?:ha sido|fue)\s+)?"
    r"\w+[aei]d[oa]s?\b",
    re.IGNORECASE,
)


def test_no_sentence_of_the_packages_bends_to_the_gender_of_a_name_that_it_is_given():
    theirs = {
        (entry.msgctxt or "", entry.msgid): entry
        for catalogue in packages.catalogues("es")
        for entry in catalogue
    }
    said = theirs | {(entry.msgctxt or "", entry.msgid): entry for entry in our_catalogue("django")}
    bent = [
        said[key].msgid
        for key in theirs
        for form in [said[key].msgstr, *said[key].msgstr_plural.values()]
        if BENDS_TO_A_NAME.search(form)
    ]
    assert bent == [], "say it in locale/packages/es"


@pytest.mark.parametrize("package", ["wagtail.admin", "wagtail_localize"])
def test_scripts_find_all_their_words_with_each_number_and_the_spaces_around_them(package):
    # given the catalogue that is sent to the browser
    with translation.override("es"):
        view = JavaScriptCatalog.as_view(packages=[package])
        sent = json.loads(
            re.search(
                r"newcatalog = (\{.*?\n  \});",
                view(RequestFactory().get("/")).content.decode(),
                re.DOTALL,
            ).group(1)
        )
    for msgid, said in sent.items():
        forms = said if isinstance(said, list) else [said]
        # then no form of a plural is empty
        assert all(forms), msgid
        # and what a script puts behind a word stands apart from it
        assert all(form.endswith(" ") == msgid.endswith(" ") for form in forms), msgid


def test_a_word_that_a_module_asks_for_when_it_is_imported_follows_its_reader():
    # given a module that some package wrote, and a language that is active when it is imported
    source = "from django.utils.translation import gettext as _\nlabel = _('Save')\n"
    source += "class Form:\n    label = _('Save')\ndef now():\n    return _('Save')\n"
    module = {}
    with translation.override("es"):
        exec(compile(source, "module.py", "exec"), module)
        assert translation.gettext is late_words.gettext
    # when somebody reads it in another
    with translation.override("en"):
        read = [str(module["label"]), str(module["Form"].label), module["now"]()]
    assert read == ["Save"] * 3
    assert type(module["now"]()) is str


# --- The screens -----------------------------------------------------------------------

# 22:37:11 of the evening before, in Bogotá.
MOMENT = datetime(2026, 4, 17, 3, 37, 11, tzinfo=UTC)
ANOTHER_CLOCK = re.compile(r"\b0?3:37\b")
RAW = re.compile(r"^(None|True|False)$|: (None|True|False)$")
# Screens that are pages or papers for shoppers, in the language of these.
FOR_SHOPPERS = ("preview", "view_draft", "revisions_view", "print")
# What is there to be shown: names that the company gave, and the names of languages.
CONTENT = {
    "fotos", "hoja", "inicio", "home", "preguntas", "menu", "mi historia", "mi estilo de vida",
    "mis favoritos", "my story", "my lifestyle", "my favorites", "aprobación de mercadeo",
    "aprobación de páginas", "páginas de influencers", "páginas de influencers: aprobación",
    "english", "español", "administrator", "marketer", "merchandiser", "order desk",
    "consultant desk", "trainer", "moderator", "academia", "producto", "new", "discount", "nuevo",
    "pie de página", "menú principal",
}  # fmt: skip
# Wagtail makes these of the names of fields, and asks nobody for a translation.
MADE_OF_NAMES = {
    "port", "site name", "root page", "locale", "locales", "enabled", "page", "subject", "body",
    "email address", "content types",
}  # fmt: skip


class Texts(HTMLParser):
    """What can be read on a screen, or is read out."""

    SPOKEN = ("title", "aria-label", "placeholder", "alt")

    def __init__(self, source: str):
        super().__init__()
        self.found, self.unread = set(), None
        self.feed(source)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if self.unread is None and (tag in ("script", "style") or "hidden" in given):
            self.unread = tag
        self.found |= {" ".join(given[name].split()) for name in self.SPOKEN if given.get(name)}

    def handle_endtag(self, tag):
        if tag == self.unread:
            self.unread = None

    def handle_data(self, data):
        if self.unread is None and data.strip():
            self.found.add(" ".join(data.split()))


def readable(response) -> set[str]:
    """The texts of a screen, or of a dialog that comes as JSON."""
    if response.streaming or response.status_code != 200:
        return set()
    source = response.content.decode(errors="replace")
    if "json" in response.get("Content-Type", ""):
        answer = json.loads(source)
        parts = answer.values() if isinstance(answer, dict) else []
        source = "".join(part for part in parts if isinstance(part, str) and "<" in part)
    return Texts(source).found


def long_ago():
    """Everything happened at one moment, so that it can be found on the screens."""
    for model in apps.get_models():
        if model._meta.label == "sessions.Session" or not model._meta.managed:
            continue
        for field in model._meta.local_fields:
            if isinstance(field, DateTimeField):
                rows = model._base_manager.exclude(**{field.name: None})
                try:
                    with transaction.atomic():
                        rows.update(**{field.name: MOMENT})
                except DatabaseError:
                    pass  # one of two that must differ


def words_of(language: str, other: str) -> set[str]:
    """What can only be the other language: English words that have others in Spanish, or these."""
    pairs = [
        (entry.msgid, entry.msgstr)
        for catalogue in [*packages.catalogues("es"), our_catalogue("django")]
        for entry in catalogue
        if entry.msgstr
    ]
    differing = [(a.casefold(), b.casefold()) for a, b in pairs if a.casefold() != b.casefold()]
    english, spanish = {a for a, _b in differing}, {b for _a, b in differing}
    return english - spanish if other == "en" else spanish - english


@pytest.mark.django_db
@pytest.mark.filterwarnings("ignore::django.core.paginator.UnorderedObjectListWarning")
@pytest.mark.parametrize(("language", "other"), [("es", "en"), ("en", "es")])
def test_every_screen_is_in_the_language_and_on_the_clock_of_its_reader(
    language, other, settings, tmp_path
):
    # given one of each thing, all of them of one moment, and an administrator who reads this
    settings.MEDIA_ROOT = tmp_path
    world = World(Shop())
    long_ago()
    Revision.objects.update(user=world.users["administrator"])
    profile = UserProfile.get_for_user(world.users["administrator"])
    profile.preferred_language = language
    profile.save()
    browser, foreign = world.browser("administrator"), words_of(language, other)
    recognize(settings, browser)
    foreign -= CONTENT | MADE_OF_NAMES
    wrong, seen = {}, 0
    # when they open every screen
    for line, url in questions(world, admin_addresses()):
        if "_results" in line or "bulk" in line:
            continue  # the same rows, or questions of one kind
        if "aging_pages" in line:
            continue  # who published: nobody did, the pages of this world came by themselves
        browser.cookies.pop("messages", None)
        texts = readable(browser.get(url))
        seen += bool(texts)
        if any(name in line for name in FOR_SHOPPERS):
            texts = {text for text in texts if ANOTHER_CLOCK.search(text)}
        for text in texts:
            if text.casefold() in foreign or RAW.search(text) or ANOTHER_CLOCK.search(text):
                wrong.setdefault(text[:100], line)
    # then each is in their language, without a computer's words and with their own clock
    assert wrong == {}
    assert seen > 250

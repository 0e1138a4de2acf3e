"""The words of the software: ours in every edition, and never frozen in one language."""

import ast
from importlib.util import find_spec
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.core.management import call_command
from django.utils import translation

from config.management.commands import compilemessages
from tests.architecture.layout import modules

EAGER = {"gettext", "ngettext", "pgettext", "npgettext"}


FOR_PACKAGES = settings.ROOT / "locale/packages/es/LC_MESSAGES"


def entries() -> list[polib.POEntry]:
    """Ours, and then what we say in place of other packages, as far as ours do not say it."""
    ours = polib.pofile(str(settings.ROOT / "locale/es/LC_MESSAGES/django.po"))
    known = {(entry.msgctxt, entry.msgid) for entry in ours}
    others = polib.pofile(str(FOR_PACKAGES / "django.po"))
    return [*ours, *(entry for entry in others if (entry.msgctxt, entry.msgid) not in known)]


def shown(entry, count: int = 1) -> str:
    """What a template would show of an entry in the language that is active."""
    if entry.msgid_plural and entry.msgctxt:
        return translation.npgettext(entry.msgctxt, entry.msgid, entry.msgid_plural, count)
    if entry.msgid_plural:
        return translation.ngettext(entry.msgid, entry.msgid_plural, count)
    if entry.msgctxt:
        return translation.pgettext(entry.msgctxt, entry.msgid)
    return translation.gettext(entry.msgid)


def editions(language: str) -> list[str]:
    return [code for code, _name in settings.LANGUAGES if code.split("-")[0] == language]


@pytest.mark.parametrize("edition", editions("es"))
def test_our_spanish_wins_over_that_of_other_packages(edition):
    # given packages that ship words for all of Spanish or for one country
    with translation.override(edition):
        for entry in entries():
            # then ours are shown, the number 0 and a million in the plural
            forms = entry.msgstr_plural or {0: entry.msgstr, 1: entry.msgstr}
            assert shown(entry, 1) == forms[0]
            assert {shown(entry, number) for number in (0, 2, 1_000_000)} == {forms[1]}


@pytest.mark.parametrize("edition", editions("en"))
def test_english_pages_show_the_english_words(edition):
    with translation.override(edition):
        for entry in entries():
            assert shown(entry, 1) == entry.msgid
            assert shown(entry, 2) == (entry.msgid_plural or entry.msgid)


def test_what_we_say_for_packages_is_what_they_say():
    """A msgid that Django or Wagtail changed is to be changed here too, or dropped."""
    # given what the packages' own catalogues know
    known = {
        msgid
        for package in ("django", "wagtail", "wagtail_localize", "phonenumber_field")
        for path in Path(find_spec(package).origin).parent.rglob("LC_MESSAGES/django.po")
        if path.parts[-3] in ("en", "es")
        for entry in polib.pofile(str(path))
        for msgid in (entry.msgid, entry.msgid_plural)
    }
    # then all that we say for them is among it
    assert {
        msgid
        for entry in polib.pofile(str(FOR_PACKAGES / "django.po"))
        for msgid in (entry.msgid, entry.msgid_plural)
    } <= known


def test_no_word_is_translated_when_a_module_is_imported():
    """It would stay in the language that is active then; ``gettext_lazy`` waits."""
    assert [
        f"{path.relative_to(settings.ROOT)}:{line}"
        for _name, path in modules()
        for line in eager_calls(ast.parse(path.read_text()))
    ] == []


def eager_calls(tree: ast.Module) -> list[int]:
    eager = {
        name.asname or name.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for name in node.names
        if name.name in EAGER
    }
    return [
        node.lineno
        for node in at_import(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", None) in eager
    ]


def at_import(node: ast.AST):
    """Everything below a node that runs when its module is imported."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            # Its body runs later; its defaults and decorators do not.
            later = [*child.args.defaults, *filter(None, child.args.kw_defaults)]
            later += getattr(child, "decorator_list", [])
            for part in later:
                yield part
                yield from at_import(part)
        else:
            yield child
            yield from at_import(child)


@pytest.fixture
def write_words(tmp_path, settings):
    """Write a catalogue of a locale into a folder of this test: ``write_words("es_MX", {…})``."""
    settings.ROOT = tmp_path
    settings.LOCALE_PATHS = [tmp_path, *settings.LOCALE_PATHS]

    def write(locale: str, words: dict[str, str]):
        folder = tmp_path / locale / "LC_MESSAGES"
        folder.mkdir(parents=True)
        catalogue = polib.POFile()
        catalogue.metadata = {
            "Content-Type": "text/plain; charset=utf-8",
            "Plural-Forms": "nplurals=2; plural=(n != 1);",
        }
        for msgid, msgstr in words.items():
            catalogue.append(polib.POEntry(msgid=msgid, msgstr=msgstr))
        catalogue.save(str(folder / "django.po"))

    return write


def in_edition(edition: str, msgid: str) -> str:
    with translation.override(edition):
        return translation.gettext(msgid)


def test_words_compiled_now_are_shown_at_once(write_words):
    """The first start compiles and builds the demo company in one process."""
    # given a process that has looked a word up before it was compiled
    write_words("es", {"A word of this test": "Una palabra de esta prueba"})
    assert in_edition("es-co", "A word of this test") == "A word of this test"
    # when it is compiled
    call_command("compilemessages", verbosity=0)
    # then it is there without a new start
    assert in_edition("es-co", "A word of this test") == "Una palabra de esta prueba"


def test_a_country_may_have_its_own_word(write_words):
    # given a catalogue for Mexico with one word in it
    write_words("es", {"Neighborhood of this test": "Barrio", "City of this test": "Ciudad"})
    write_words("es_MX", {"Neighborhood of this test": "Colonia"})
    # when both are compiled
    call_command("compilemessages", verbosity=0)
    # then Mexico says that one its own way, and the rest as all do
    assert in_edition("es-mx", "Neighborhood of this test") == "Colonia"
    assert in_edition("es-mx", "City of this test") == "Ciudad"
    assert in_edition("es-co", "Neighborhood of this test") == "Barrio"


def test_two_processes_compile_at_once(write_words, monkeypatch):
    # given one that is in the middle of writing when another begins, and ends before it
    write_words("es", {"A word of two at once": "Una palabra de dos a la vez"})
    write_mo, running = compilemessages.write_mo, []

    def write_while_another_compiles(handle, catalogue):
        write_mo(handle, catalogue)
        if not running:
            running.append(True)
            call_command("compilemessages", verbosity=0)

    monkeypatch.setattr(compilemessages, "write_mo", write_while_another_compiles)
    # when both have ended
    call_command("compilemessages", verbosity=0)
    # then the words are there, and nothing half done beside them
    assert in_edition("es-co", "A word of two at once") == "Una palabra de dos a la vez"
    folder = settings.LOCALE_PATHS[0] / "es" / "LC_MESSAGES"
    assert {path.name for path in folder.iterdir()} == {"django.po", "django.mo"}

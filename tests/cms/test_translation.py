"""Pages and menus in other languages, with Wagtail's own tools."""

from datetime import timedelta

import polib
import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation, TranslationSource
from wagtail_localize.operations import translate_object

from cms.addresses.translations import translate_page
from cms.models import HeaderMenu

from .factories import home, link_to, make_image, make_page

pytestmark = pytest.mark.django_db

SPOKEN = ("es-co", "es-mx", "en-us")


@pytest.fixture
def english():
    return Locale.objects.get(language_code="en")


@pytest.fixture
def page():
    target = make_page("Contacto", "contacto")
    action = {"label": "Escríbenos", "link": link_to(target)}
    body = [
        ("hero", {"title": "Hola", "image": make_image(), "actions": [action], "markets": ["co"]}),
        ("text", {"text": f'<p>Texto <a linktype="page" id="{target.pk}">enlace</a></p>'}),
        ("accordion", {"items": [{"title": "¿Cuánto?", "text": "<p>Poco</p>"}]}),
    ]
    return make_page("Historia", "historia", summary="Resumen", body=body, markets=["co", "us"])


def po_of(page, locale) -> polib.POFile:
    translation = Translation.objects.get(
        source=TranslationSource.objects.get_for_instance(page), target_locale=locale
    )
    return translation, translation.export_po()


def test_a_page_is_translated_by_a_po_file(
    client, page, english, django_capture_on_commit_callbacks
):
    translate_object(page, [english])
    translation, po = po_of(page, english)
    words = {"Historia": "Story", "historia": "story", "Hola": "Hello", "Escríbenos": "Write us"}
    for entry in po:
        entry.msgstr = words.get(entry.msgid, f"EN {entry.msgid}")

    assert not page.get_translation(english).live  # nothing untranslated is published
    with django_capture_on_commit_callbacks(execute=True):
        translation.import_po(polib.pofile(str(po)), delete=False)
        translation.save_target(publish=True)

    html = client.get("/en-us/story/").content.decode()
    assert "page-notice" not in html
    assert "EN ¿Cuánto?" in html
    assert {"/contacto/", "co"}.isdisjoint(entry.msgid for entry in po)
    translated = page.get_translation(english).specific
    assert translated.markets == ["co", "us"]
    assert translated.body[0].value["markets"] == ["co"]
    assert translated.body[0].value["title"] == "Hello"
    assert translated.body[0].value["actions"][0]["label"] == "Write us"


def test_the_translation_editor_opens_and_saves(page, english, admin_client_of, marketer):
    browser = admin_client_of(marketer)
    submit = reverse("wagtail_localize:submit_page_translation", args=[page.pk])

    browser.post(submit, {"locales": [english.pk]})
    translated = page.get_translation(english)
    edit = browser.get(reverse("wagtailadmin_pages:edit", args=[translated.pk]))

    assert edit.status_code == 200
    assert (
        "wagtail-localize" in edit.content.decode() or "translation-editor" in edit.content.decode()
    )
    assert not StringTranslation.objects.exists()


def test_a_new_page_is_copied_into_the_other_languages_tree(admin_client_of, marketer, english):
    browser = admin_client_of(marketer)
    url = reverse("wagtailadmin_pages:add", args=["corporate", "contentpage", home().pk])
    form = {
        "title": "Nueva",
        "slug": "nueva",
        "body-count": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "action-publish": "1",
    }

    assert browser.post(url, form).status_code == 302

    alias = home("en").get_children().get(slug="nueva")
    assert alias.alias_of.slug == "nueva"


def test_a_menu_is_translated_as_a_snippet(client, english, django_capture_on_commit_callbacks):
    target = make_page("Contacto", "contacto")
    item = {"label": "Escríbenos", "link": link_to(target), "children": []}
    menu = HeaderMenu.objects.create(
        locale=Locale.objects.get(language_code="es"), items=[("item", item)]
    )
    menu.save_revision().publish()
    translate_object(menu, [english])
    translation, po = po_of(menu, english)
    assert "Escríbenos" in client.get("/en-us/").content.decode()
    for entry in po:
        entry.msgstr = "Write to us" if entry.msgid == "Escríbenos" else entry.msgid

    with django_capture_on_commit_callbacks(execute=True):
        translation.import_po(polib.pofile(str(po)), delete=False)
        translation.save_target(publish=True)

    html = client.get("/en-us/").content.decode()
    assert "Write to us" in html and 'href="/en-us/contacto/"' in html
    assert "Escríbenos" in client.get("/es-co/").content.decode()


def test_a_page_translated_by_code_takes_the_place_of_its_copy(client, page, english):
    page.copy_for_translation(english, alias=True)

    translate_page(page, "en", title="Story", slug="story")
    again = translate_page(page, "en", title="Our story")

    assert again.alias_of_id is None
    html = client.get("/en-us/story/").content.decode()
    assert "Our story" in html and "page-notice" not in html
    assert home("en").get_children().count() == 1


def test_no_machine_translates_unless_told(settings):
    assert not hasattr(settings, "WAGTAILLOCALIZE_MACHINE_TRANSLATOR")
    assert settings.WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE is False


# --- Nothing becomes public in another language with the source's words


@pytest.fixture
def copied(english):
    """A published page with a public copy in English, as a marketer makes it."""
    page = make_page("Otoño", "otono", body=[("text", {"text": "<p>Hojas</p>"})])
    return page, page.copy_for_translation(english, alias=True)


def is_told_as_untranslated(client, slug: str) -> bool:
    html = client.get(f"/en-us/{slug}/").content.decode()
    return "page-notice" in html and "noindex" in html


def test_a_page_sent_to_translation_keeps_its_notice(
    client, copied, english, admin_client_of, marketer, django_capture_on_commit_callbacks
):
    page, copy = copied
    assert is_told_as_untranslated(client, page.slug)
    submit = reverse("wagtail_localize:submit_page_translation", args=[page.pk])

    with django_capture_on_commit_callbacks(execute=True):
        admin_client_of(marketer).post(submit, {"locales": [english.pk]})

    copy.refresh_from_db()
    assert copy.alias_of_id is None and not copy.live
    assert is_told_as_untranslated(client, page.slug)


def test_a_copy_made_a_page_of_its_own_is_a_draft(client, copied, admin_client_of, marketer):
    page, copy = copied
    convert = reverse("wagtailadmin_pages:convert_alias", args=[copy.pk])

    admin_client_of(marketer).post(convert)

    copy.refresh_from_db()
    assert copy.alias_of_id is None and not copy.live
    assert is_told_as_untranslated(client, page.slug)


def test_a_copy_in_the_same_language_stays_public_when_it_becomes_a_page():
    page = make_page("Otoño", "otono")
    copy = page.create_alias(update_slug="otono-2", parent=home())

    copy.alias_of = None
    copy.save()

    copy.refresh_from_db()
    assert copy.live


def test_a_translation_published_without_a_translated_word_is_told_as_untranslated(
    client, copied, english, django_capture_on_commit_callbacks
):
    page, _copy = copied
    translate_object(page, [english])
    translation, _po = po_of(page, english)

    with django_capture_on_commit_callbacks(execute=True):
        translation.save_target(publish=True)

    assert page.get_translation(english).live
    assert is_told_as_untranslated(client, page.slug)
    assert "/es-us/otono/" in client.get("/en-us/otono/").content.decode()  # what counts


def test_a_planned_page_takes_its_copy_along_at_its_time(client, english, monkeypatch):
    page = make_page("Navidad", "navidad", publish=False)
    page.copy_for_translation(english, alias=True)
    today = timezone.now()
    page.go_live_at = today + timedelta(days=1)
    page.expire_at = today + timedelta(days=2)

    def statuses_after(days: int) -> set[int]:
        monkeypatch.setattr(timezone, "now", lambda: today + timedelta(days=days, minutes=1))
        call_command("publish_scheduled", verbosity=0)
        return {client.get(f"/{edition}/navidad/").status_code for edition in SPOKEN}

    page.save_revision().publish()

    assert statuses_after(0) == {404}
    assert statuses_after(1) == {200}
    assert statuses_after(2) == {404}


def test_an_unpublished_page_takes_its_copy_along(client, copied):
    page, copy = copied

    page.unpublish()

    copy.refresh_from_db()
    assert not copy.live
    assert {client.get(f"/{edition}/otono/").status_code for edition in SPOKEN} == {404}

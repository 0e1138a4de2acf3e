"""Preview, schedule, moderation and moved pages."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Workflow

from cms.addresses.translations import translate_page
from cms.models import StorefrontVersion

from .factories import home, make_page

pytestmark = pytest.mark.django_db

TEXT = {"text": "<p>Nuevo</p>"}


# --- Preview


def test_a_preview_shows_the_draft_in_each_market_and_the_public_nothing(client):
    body = [
        ("text", {"text": "<p>Para Colombia</p>", "markets": ["co"]}),
        ("text", {"text": "<p>Para todos</p>"}),
    ]
    page = make_page("Borrador", "borrador", body=body, publish=False)

    modes = dict(page.preview_modes)
    colombia = page.make_preview_request(preview_mode="es-co")
    mexico = page.make_preview_request(preview_mode="es-mx")

    assert list(modes) == ["es-co", "es-mx", "es-us"]
    assert colombia.status_code == 200 and '<html lang="es-co"' in colombia.content.decode()
    assert "Para Colombia" in colombia.content.decode()
    assert "Para Colombia" not in mexico.content.decode()
    assert "Para todos" in mexico.content.decode()
    assert "private" in colombia.headers["Cache-Control"]
    assert client.get("/es-co/borrador/").status_code == 404


def test_a_preview_leaves_language_and_clock_of_the_editor_alone():
    page = make_page("Borrador", "borrador", publish=False)

    with translation.override("en"), timezone.override("Europe/Madrid"):
        page.make_preview_request(preview_mode="es-mx")

        assert translation.get_language() == "en"
        assert timezone.get_current_timezone_name() == "Europe/Madrid"


def test_preview_modes_are_the_markets_of_the_page_in_its_language():
    english = make_page("Story", "story", parent=home("en"), markets=["co", "us"])
    spanish = make_page("Historia", "historia", markets=["mx"])

    assert [mode for mode, _name in english.preview_modes] == ["en-us"]
    assert [mode for mode, _name in spanish.preview_modes] == ["es-mx"]


def test_a_marketer_previews_what_is_not_saved_yet(admin_client_of, marketer):
    page = make_page("Historia", "historia")
    browser = admin_client_of(marketer)
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    form = {
        "title": "Otra historia",
        "slug": "historia",
        "body-count": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
    }

    stored = browser.post(url, form).json()
    shown = browser.get(url, {"mode": "es-mx"})

    assert stored["is_valid"]
    html = shown.content.decode()
    assert "Otra historia" in html and '<html lang="es-mx"' in html
    policy = shown.headers["Content-Security-Policy"].split("; ")
    assert "script-src 'self'" in policy
    assert "Otra historia" not in Client().get("/es-mx/historia/").content.decode()


# --- Time


def test_a_page_appears_and_goes_at_its_time(client):
    page = make_page("Navidad", "navidad", publish=False)
    page.go_live_at = timezone.now() - timedelta(minutes=1)
    page.expire_at = timezone.now() + timedelta(days=1)
    page.save_revision(approved_go_live_at=page.go_live_at)
    assert client.get("/es-co/navidad/").status_code == 404

    call_command("publish_scheduled", verbosity=0)
    assert client.get("/es-co/navidad/").status_code == 200

    page.refresh_from_db()
    page.expire_at = timezone.now() - timedelta(seconds=1)
    page.save()
    call_command("publish_scheduled", verbosity=0)
    assert client.get("/es-co/navidad/").status_code == 404


def test_publishing_changes_the_version_of_the_frame():
    before = StorefrontVersion.current()

    make_page("Nueva", "nueva")

    assert StorefrontVersion.current() != before


def test_a_page_goes_through_moderation(client, marketer, django_user_model):
    page = make_page("Propuesta", "propuesta", publish=False)
    moderator = django_user_model.objects.create_superuser(
        email="jefa@example.com", password="a long pass phrase"
    )

    state = Workflow.objects.get().start(page, marketer)
    assert client.get("/es-co/propuesta/").status_code == 404
    state.current_task_state.approve(user=moderator)

    assert client.get("/es-co/propuesta/").status_code == 200


# --- Moved pages


@pytest.mark.parametrize("edition", ["es-co", "es-mx", "es-us", "en-us"])
def test_a_renamed_page_is_found_at_its_old_address_in_every_edition(
    client, edition, django_capture_on_commit_callbacks
):
    page = make_page("Nosotros", "nosotros")
    child = make_page("Equipo", "equipo", parent=page)

    with django_capture_on_commit_callbacks(execute=True):
        page.slug = "quienes-somos"
        page.save_revision().publish()

    response = client.get(f"/{edition}/nosotros/equipo/")
    assert response.status_code == 301
    assert response.headers["Location"] == f"/{edition}/quienes-somos/equipo/"
    assert client.get(f"/{edition}/quienes-somos/equipo/").status_code == 200
    assert Redirect.objects.filter(old_path="/nosotros/equipo", redirect_page=child).exists()


def test_a_moved_page_is_found_at_its_old_address(client):
    page = make_page("Nosotros", "nosotros")
    company = make_page("Empresa", "empresa")

    page.move(company, "last-child")

    location = client.get("/es-co/nosotros/").headers["Location"]
    assert location == "/es-co/empresa/nosotros/"


def test_an_old_address_leads_to_the_translation_of_the_reader(
    client, django_capture_on_commit_callbacks
):
    page = make_page("Nosotros", "nosotros")
    translate_page(page, "en", title="About us", slug="about-us")
    with django_capture_on_commit_callbacks(execute=True):
        page.slug = "quienes-somos"
        page.save_revision().publish()

    assert client.get("/en-us/nosotros/").headers["Location"] == "/en-us/about-us/"


@pytest.mark.parametrize(
    ("old_path", "link", "asked", "location"),
    [
        ("/viejo", "/catalogo/", "/es-mx/viejo/", "/es-mx/catalogo/"),
        ("/es-co/viejo", "/catalogo/", "/es-co/viejo/", "/es-co/catalogo/"),
        ("/es-co/viejo", "/catalogo/", "/es-mx/viejo/", None),
        ("/es/viejo", "/es-mx/promo/", "/es-co/viejo/", "/es-mx/promo/"),
        ("/viejo", "https://example.com/x", "/en-us/viejo/", "https://example.com/x"),
        ("/viejo", "/viejo/", "/es-co/viejo/", None),
        # what the row does not name of the query goes along
        ("/viejo", "/catalogo/", "/es-co/viejo/?utm=1", "/es-co/catalogo/?utm=1"),
        ("/viejo", "/catalogo/?a=1#b", "/es-co/viejo/?utm=1", "/es-co/catalogo/?a=1&utm=1#b"),
        ("/viejo", "/viejo/?a=1", "/es-co/viejo/?a=1", None),
        # addresses of the shop before, which had no edition: to the visitor's own
        ("/products/old-cream", "/catalogo/", "/products/old-cream", "/es-co/catalogo/"),
        ("/products/old-cream", "/catalogo/", "/es-mx/products/old-cream/", "/es-mx/catalogo/"),
        ("/categoría/labios", "/catalogo/", "/categor%C3%ADa/labios", "/es-co/catalogo/"),
        ("/categor%c3%ada/labios", "/catalogo/", "/categor%C3%ADa/labios/", "/es-co/catalogo/"),
        ("/a%20b", "/catalogo/", "/a%20b", "/es-co/catalogo/"),
        ("/a%20b", "/catalogo/", "/a+b", None),
        # and were told apart by a query
        (
            "/index.php?id_product=5&controller=product",
            "/catalogo/",
            "/index.php?id_product=5&controller=product&utm_source=x",
            "/es-co/catalogo/?utm_source=x",
        ),
        (
            "/index.php?controller=product&id_product=5",
            "/catalogo/",
            "/es-co/index.php?utm_source=x&id_product=5&controller=product",
            "/es-co/catalogo/?utm_source=x",
        ),
        ("/index.php?id_product=5", "/catalogo/", "/index.php?id_product=6", None),
        ("/collections/all?sort_by=price", "/catalogo/?sort=price", "/collections/all", None),
        (
            "/collections/all?sort_by=price",
            "/catalogo/?sort=price",
            "/collections/all?sort_by=price",
            "/es-co/catalogo/?sort=price",
        ),
        ("/lista?page=2", "/lista/", "/es-co/lista/?page=2", "/es-co/lista/"),
        # what cannot be followed is not there
        ("/viejo", "http://[", "/es-co/viejo/", None),
    ],
)
def test_an_editors_redirect_matches_by_edition(client, old_path, link, asked, location):
    row = Redirect(old_path=old_path, redirect_link=link)
    row.clean()  # as the back office and its import do
    row.save()

    response = client.get(asked)

    assert response.headers.get("Location") == location


def test_where_the_visitors_edition_was_chosen_nobody_else_is_led_there(client):
    Redirect.objects.create(old_path="/products/old", redirect_link="/catalogo/")
    response = client.get("/products/old", headers={"accept-language": "en-US"})
    assert (response.status_code, response["Location"]) == (302, "/en-us/catalogo/")
    assert "no-store" in response["Cache-Control"]
    assert client.get("/en-us/products/old/").status_code == 301


def test_a_page_that_is_there_wins_over_a_redirect(client):
    make_page("Nosotros", "nosotros")
    Redirect.objects.create(old_path="/nosotros", redirect_link="/catalogo/")

    assert client.get("/es-co/nosotros/").status_code == 200


# --- Moderation


def test_a_page_sent_to_approval_waits_for_marketing_who_can_edit_and_approve(
    admin_client_of, marketer, django_user_model
):
    page = make_page("Propuesta", "propuesta", publish=False)
    somebody = django_user_model.objects.create_user("alguien@example.com", "a long pass phrase")
    workflow = Workflow.objects.get()
    state = workflow.start(page, somebody)
    task = state.current_task_state.task.specific
    browser = admin_client_of(marketer)

    home_page = browser.get(reverse("wagtailadmin_home")).content.decode()
    editor = browser.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    approve = reverse(
        "wagtailadmin_pages:workflow_action",
        args=[page.pk, "approve", state.current_task_state.pk],
    )
    browser.post(approve, {"comment": ""})

    assert {group.name for group in task.groups.all()} == {"Marketer", "Administrator"}
    assert workflow.name == "Aprobación de páginas"
    assert "Propuesta" in home_page and approve in home_page
    assert 'data-workflow-action-name="approve"' in editor
    page.refresh_from_db()
    assert page.live

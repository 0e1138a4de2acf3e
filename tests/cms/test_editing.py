"""The editors' screens open, and what is typed there arrives."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.messages.storage.fallback import FallbackStorage
from django.core.exceptions import ValidationError
from django.test import RequestFactory
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext, ngettext
from wagtail.models import Locale, Site
from wagtail.users.models import UserProfile

from cms.models import Announcement, BrandSettings, HeaderMenu
from cms.wagtail_hooks import warn_of_a_full_menu
from corporate.blocks import ContentBlocks
from corporate.models import ContentPage
from replicated.storefronts.blocks import ConsultantBlocks

from .factories import home, link_to, make_image, make_page

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("wagtailadmin_pages:add", ["corporate", "contentpage", "HOME"]),
        ("wagtailadmin_pages:add", ["corporate", "contactpage", "HOME"]),
        ("wagtailadmin_pages:edit", ["HOME"]),
        ("wagtailsnippets_cms_headermenu:add", []),
        ("wagtailsnippets_cms_footer:add", []),
        ("wagtailsnippets_cms_announcement:add", []),
        ("corporate_product_chooser:choose", []),
    ],
)
def test_a_marketers_screens_open(admin_client_of, marketer, name, args):
    args = [home().pk if one == "HOME" else one for one in args]

    assert admin_client_of(marketer).get(reverse(name, args=args)).status_code == 200


@pytest.mark.parametrize("typed", ['"', "'", "\x00", "a OR (", "*", "%", "é" * 200])
def test_the_product_chooser_takes_whatever_is_typed(admin_client_of, marketer, typed):
    url = reverse("corporate_product_chooser:choose_results")

    assert admin_client_of(marketer).get(url, {"q": typed}).status_code == 200


def test_a_marketer_builds_a_page_of_blocks(client, admin_client_of, marketer):
    image = make_image()
    url = reverse("wagtailadmin_pages:add", args=["corporate", "contentpage", home().pk])
    form = {
        "title": "Hecho a mano",
        "slug": "hecho-a-mano",
        "markets": ["co", "mx"],
        "body-count": "2",
        "body-0-type": "hero",
        "body-0-order": "0",
        "body-0-deleted": "",
        "body-0-value-title": "Con las manos",
        "body-0-value-tone": "blush",
        "body-0-value-image": image.pk,
        "body-0-value-alt": "Unas manos",
        "body-0-value-actions-count": "1",
        "body-0-value-actions-0-order": "0",
        "body-0-value-actions-0-deleted": "",
        "body-0-value-actions-0-value-label": "Ver",
        "body-0-value-actions-0-value-link-count": "1",
        "body-0-value-actions-0-value-link-0-type": "path",
        "body-0-value-actions-0-value-link-0-order": "0",
        "body-0-value-actions-0-value-link-0-deleted": "",
        "body-0-value-actions-0-value-link-0-value": "/es-mx/catalogo/",
        "body-1-type": "image",
        "body-1-order": "1",
        "body-1-deleted": "",
        "body-1-value-image": image.pk,
        "body-1-value-width": "wide",
        "body-1-value-markets": ["mx"],
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "action-publish": "1",
    }

    response = admin_client_of(marketer).post(url, form)

    assert response.status_code == 302, response.context["form"].errors
    page = ContentPage.objects.get(slug="hecho-a-mano", alias_of=None)
    assert page.markets == ["co", "mx"]
    assert page.body[1].value["markets"] == ["mx"]
    colombia = client.get("/es-co/hecho-a-mano/").content.decode()
    mexico = client.get("/es-mx/hecho-a-mano/").content.decode()
    # Kept neutral, whatever country was pasted with it.
    assert 'href="/es-co/catalogo/"' in colombia and 'href="/es-mx/catalogo/"' in mexico
    assert colombia.count("<h1") == 1 and 'alt="Unas manos"' in colombia
    assert mexico.count('class="figure"') == 1 and 'class="figure"' not in colombia


@pytest.mark.parametrize("stream", [ContentBlocks, ConsultantBlocks])
def test_every_block_can_be_left_half_done_in_a_draft(stream):
    stream = stream()
    for name, block in stream.child_blocks.items():
        half_done = stream.normalize([(name, block.get_default())])

        assert len(stream.clean_deferred(half_done)) == 1, name


@pytest.mark.parametrize("name", ["video", "products"])
def test_a_half_done_block_is_not_published(name):
    stream = ContentBlocks()
    value = stream.child_blocks[name].get_default()
    value["title"] = "Un título"
    half_done = stream.normalize([(name, value)])

    with pytest.raises(ValidationError):
        stream.clean(half_done)
    assert len(stream.clean_deferred(half_done)) == 1


def test_the_address_of_a_page_has_no_accents(admin_client_of, marketer):
    page = ContentPage(title="Lanzamiento Otoño")
    home().add_child(instance=page)

    assert page.slug == "lanzamiento-otono"


def test_the_brand_is_seen_before_it_is_saved(admin_client_of, django_user_model):
    marketer = django_user_model.objects.create_superuser("jefa@example.com", "a long pass phrase")
    brand = BrandSettings.for_site(Site.objects.get())
    url = reverse("wagtailsettings:edit", args=["cms", "brandsettings", brand.site_id])

    html = admin_client_of(marketer).get(url).content.decode()

    assert "data-brand-sample" in html and "admin-shop/brand" in html
    assert 'data-ink="ink" data-ground="paper" data-needed="4.5"' in html
    assert ">14,49 : 1<" in html and ">4,5 : 1<" in html


def test_the_back_office_bears_the_company_s_name(client, admin_client_of, marketer):
    BrandSettings.objects.create(site=Site.objects.get(), name="Raíz & Co")

    login = client.get(reverse("wagtailadmin_login"), follow=True).content.decode()
    title = BeautifulSoup(
        admin_client_of(marketer).get(reverse("wagtailadmin_home")).content, "html.parser"
    ).title.text

    assert "Raíz & Co" in title and "Wagtail" not in title
    assert "Sign in to Wagtail" not in login


@pytest.mark.parametrize(("language", "column"), [("es", "Idioma"), ("en", "Language")])
def test_lists_and_help_speak_the_reader_s_language(admin_client_of, marketer, language, column):
    UserProfile.objects.create(user=marketer, preferred_language=language)
    browser = admin_client_of(marketer)

    Announcement.objects.create(locale=Locale.objects.get(language_code="es"), text="Hola")
    rows = browser.get(reverse("wagtailsnippets_cms_announcement:list")).content
    headings = [cell.text.strip() for cell in BeautifulSoup(rows, "html.parser").select("th")]
    html = browser.get(reverse("wagtailadmin_home")).content.decode()

    assert column in headings
    assert "Novedades" not in html and "What's new" not in html


def test_what_was_saved_is_said_without_a_gender():
    with translation.override("es"):
        said = gettext("%(model_name)s '%(object)s' created.")
        found = ngettext("There is %(counter)s match", "There are %(counter)s matches", 1)

    assert said == "Se creó: %(model_name)s '%(object)s'."
    assert found == "Hay %(counter)s coincidencia"


@pytest.mark.parametrize(("entries", "warned"), [(8, False), (9, True)])
def test_a_menu_that_is_too_long_for_its_line_is_warned_of(
    admin_client_of, marketer, entries, warned
):
    target = make_page("Contacto", "contacto")
    item = {"label": "Uno", "link": link_to(target), "children": []}
    menu = HeaderMenu.objects.create(
        locale=Locale.objects.get(language_code="es"), items=[("item", item)] * entries
    )
    request = RequestFactory().get("/")
    request.session = {}
    request._messages = FallbackStorage(request)

    warn_of_a_full_menu(request, menu)

    assert bool(list(request._messages)) is warned

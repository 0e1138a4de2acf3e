"""The consultants' page, and what every page says of whose site it is."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_script_prefix, reverse
from wagtail_localize.operations import TranslationCreator

from replicated.consultants.services import set_site
from replicated.storefronts import services
from replicated.storefronts.models import ConsultantPage
from tests.cms.factories import home, make_image, make_page
from tests.factories import listed, product

from .site_factories import BODY, contact, make_consultant_page, write_site

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
HOME = "/@lili-gomez/es-co/"

EVERYTHING = contact(
    phone="+573001111111",
    whatsapp="+573002222222",
    email="lili@shown.example",
    instagram="https://www.instagram.com/lili.shown",
    facebook="https://www.facebook.com/lili.shown",
    tiktok="https://www.tiktok.com/@lili.shown",
    youtube="https://www.youtube.com/@lili.shown",
)
NETWORKS = ("instagram", "facebook", "tiktok", "youtube")
TRACES = {
    "phone": "300 ?111 ?1111",
    "whatsapp": "300 ?222 ?2222",
    "email": "lili@shown",
    **{kind: rf"{kind}\.com/@?lili\.shown" for kind in NETWORKS},
}
PAGES = ["", "catalogo/", "historia/", "cart/", "buscar/?q=crema", "account/login/", "nada/"]


# --- The front door


def test_one_page_serves_every_consultant(client, lili, marta):
    make_consultant_page()
    write_site(lili, words={"es": {"greeting": "Hola\n<script>x</script>", "story": "Yo"}})
    html = client.get(HOME).content.decode()
    assert "<title>Lili Gómez · " in html and html.count("<h1") == 1
    assert "&lt;script&gt;x&lt;/script&gt;" in html and "<script>x" not in html
    assert "Historia" in html and "Regístrate con Lili Gómez" in html
    assert f'href="{HOME}account/signup/"' in html
    other = client.get("/@marta-ruiz/es-co/").content.decode()
    assert "Marta Ruiz" in other and "Soy Marta" in other and "Lili" not in other
    assert "Historia" not in other  # she wrote none


def test_the_page_has_one_first_heading_wherever_the_greeting_stands(client, lili):
    hero = ("hero", {"title": "Bienvenidas", "text": "", "tone": "plain", "actions": []})
    greeting = ("greeting", {"title": "{first_name}", "greeting": "", "tone": "plain"})
    make_consultant_page(body=[hero, greeting])
    html = client.get(HOME).content.decode()
    assert html.count("<h1") == 1 and "Bienvenidas</h1>" in html and "Lili</h2>" in html
    ConsultantPage.objects.all().delete()
    make_consultant_page(body=[("story", {"title": "", "tone": "plain"})])
    html = client.get(HOME).content.decode()
    assert html.count("<h1") == 1 and "<h1>Lili Gómez</h1>" in html


def test_without_such_a_page_it_is_the_companys_home(client, lili):
    home("es").title = "Portada"
    assert client.get(HOME).status_code == 200
    assert client.get(HOME).context["page"].specific_class.__name__ == "HomePage"
    make_consultant_page(publish=False)
    assert client.get(HOME).context["page"].specific_class.__name__ == "HomePage"


def test_a_market_that_it_is_not_for_has_the_companys_home(client, lili):
    make_consultant_page(markets=["us"])
    assert client.get(HOME).context["page"].specific_class.__name__ == "HomePage"


def test_the_company_has_no_such_page(client, lili):
    page = make_consultant_page()
    for path in (f"/es-co/{page.slug}/", f"{HOME}{page.slug}/", f"/en-us/{page.slug}/"):
        assert client.get(path).status_code == 404
    assert "Regístrate con" not in client.get("/es-co/").content.decode()
    assert page.slug not in client.get("/sitemap-es-co.xml").content.decode()


def test_in_the_visitors_language_or_with_a_notice(client, lili):
    source = make_consultant_page()
    write_site(lili, words={"es": {"greeting": "Hola amiga"}, "en": {"greeting": "Hi friend"}})
    fallback = client.get("/@lili-gomez/en-us/").content.decode()
    assert "Regístrate con" in fallback and 'class="page-notice"' in fallback
    make_consultant_page(
        "en",
        source=source,
        body=[("greeting", {"title": "I am {name}", "greeting": "", "tone": "plain"})],
    )
    own = client.get("/@lili-gomez/en-us/").content.decode()
    assert "I am Lili Gómez" in own and "Hi friend" in own and 'class="page-notice"' not in own
    assert 'href="http://testserver/en-us/"' in own  # canonical: the company's home


def test_words_in_another_language_say_so(client, lili):
    source = make_consultant_page()
    make_consultant_page("en", source=source)
    write_site(lili, words={"es": {"greeting": "Hola amiga", "story": "Yo soy"}})
    html = client.get("/@lili-gomez/en-us/").content.decode()
    assert re.search(r'lang="es">\s*<p>Hola amiga', html)


def test_it_is_translated_like_other_pages(lili):
    page = make_consultant_page()
    TranslationCreator(None, [home("en").locale]).create_translations(page)
    made = ConsultantPage.objects.get(locale__language_code="en")
    assert [block.block_type for block in made.body] == [block.block_type for block in page.body]


def test_search_engines_are_told_of_the_companys_home_and_shares_of_hers(client, lili):
    make_consultant_page()
    write_site(lili, photo=True)
    html = client.get(HOME).content.decode()
    assert '<link rel="canonical" href="http://testserver/es-co/">' in html
    assert '<meta property="og:url" content="http://testserver/@lili-gomez/es-co/">' in html
    image = re.search(r'<meta property="og:image" content="([^"]+)"', html)[1]
    assert image == f"http://testserver{lili.card['og_image']}"
    assert lili.card["og_image"].startswith("/media/")


def test_editors_preview_it_with_a_consultant(client, lili):
    page = make_consultant_page(publish=False)
    client.force_login(get_user_model().objects.create_superuser("root@example.com", "x"))
    response = page.make_preview_request(None, "es-co")
    assert "Lucía Andrade" in response.content.decode()
    page.sample_consultant = lili
    response = page.make_preview_request(None, "es-co")
    html = response.content.decode()
    assert "Regístrate con Lili Gómez" in html and "Lucía" not in html


def test_only_who_writes_pages_chooses_that_consultant(client, lili):
    write_site(lili, publish=False)
    editor = get_user_model().objects.create_user("editor@example.com", "a long pass phrase")
    editor.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(editor)
    chooser = reverse("consultant_chooser:choose")
    assert "Lili" not in client.get(chooser).content.decode()
    editor.groups.add(Group.objects.get(name="Marketer"))
    assert "Lili" in client.get(chooser).content.decode()
    results = reverse("consultant_chooser:choose_results")
    # An address finds nobody: that it is one of ours is not told here.
    for words in (lili.person.email, '"', "'; --"):
        assert "Lili" not in client.get(results, {"q": words}).content.decode()
    assert client.get(results, {"q": "\0"}).status_code == 200


# --- Cost


def count(path: str) -> int:
    client = Client()
    client.get(path)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


def test_it_costs_the_alias_and_the_favourites_more_than_the_companys_home(lili):
    cream = listed(product("Crema", "Cream"))
    picture = {"image": make_image(), "alt": "", "caption": "", "width": "text"}
    make_consultant_page(body=[*BODY, ("image", picture)])
    make_page("Historia", "historia")
    write_site(
        lili,
        photo=True,
        contact=EVERYTHING,
        words={"es": {"greeting": "Hola", "story": "Yo"}},
        favourites=[{"product": cream.pk, "notes": {"es": "Mía"}}],
    )
    assert count(HOME) <= count("/es-co/") + 2
    for path in ("catalogo/", "historia/"):
        assert count(f"/@lili-gomez/es-co/{path}") <= count(f"/es-co/{path}") + 1


# --- Ribbon and card: only what they agreed to


@pytest.mark.parametrize("path", PAGES)
def test_every_page_says_whose_site_it_is(client, lili, path):
    make_page("Historia", "historia")
    make_consultant_page()
    write_site(lili, photo=True, contact=EVERYTHING, city="Medellín")
    html = client.get(f"{HOME}{path}").content.decode()
    assert html.count('class="ribbon"') == 1 and html.count('class="contact-card"') == 1
    assert "Compras con <strong>Lili</strong>" in html and lili.card["photo"]["src"] in html
    for trace in TRACES.values():
        assert re.search(trace, html), trace
    own = client.get(f"/es-co/{path}").content.decode()
    assert "ribbon" not in own and "Lili" not in own


@pytest.mark.parametrize("kind", TRACES)
def test_without_consent_it_is_nowhere(client, lili, kind):
    make_page("Historia", "historia")
    make_consultant_page()
    hidden = EVERYTHING | {kind: EVERYTHING[kind] | {"show": False}}
    write_site(lili, photo=True, contact=hidden)
    assert kind not in lili.card["contact"]
    for path in PAGES:
        html = client.get(f"{HOME}{path}").content.decode()
        assert not re.search(TRACES[kind], html), path


def test_withdrawn_consent_holds_from_the_next_publishing(client, lili):
    write_site(lili, contact=EVERYTHING)
    write_site(lili, contact=contact(phone=("+573001111111",)))
    html = client.get(HOME).content.decode()
    assert not any(re.search(trace, html) for trace in TRACES.values())


def test_a_site_that_was_never_filled_in_shows_the_name_only(client, lili):
    html = client.get(f"{HOME}catalogo/").content.decode()
    assert "Compras con <strong>Lili</strong>" in html
    assert lili.person.email not in html


@pytest.mark.parametrize(
    "card",
    [
        {"contact": {"instagram": "javascript:alert(1)", "phone": 5, "email": None}},
        {"contact": None, "words": None, "favourites": None, "photo": None},
        {"words": {"es": {}, "fr": {"greeting": "Salut"}}, "favourites": [{"product": 1}]},
    ],
)
def test_an_odd_card_breaks_no_page(client, lili, card):
    make_consultant_page()
    lili.card = card
    lili.save()
    response = client.get(HOME)
    assert response.status_code == 200 and b"javascript:alert" not in response.content


def test_a_script_in_a_name_stays_text(client, lili):
    make_consultant_page()
    write_site(lili, name='"><script>alert(1)</script>{{ 7|add:7 }}', photo=True)
    for path in ("", "catalogo/"):
        html = client.get(f"{HOME}{path}").content.decode()
        assert "<script>alert" not in html and "{{ 7|add:7 }}" in html


# --- Preview


def test_the_preview_shows_the_draft_to_its_owner_only(client, lili, marta):
    make_consultant_page()
    write_site(lili, words={"es": {"greeting": "Borrador"}}, publish=False)
    address = "/es-co/account/my-site/preview/"
    client.force_login(lili.person.user)
    response = client.get(address)
    html = response.content.decode()
    assert "Borrador" in html and f'href="{HOME}account/signup/"' in html
    assert "no-store" in response.headers["Cache-Control"]
    assert '<meta name="robots" content="noindex, nofollow">' in html
    assert response.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert get_script_prefix() == "/"
    client.force_login(marta.person.user)
    assert "Borrador" not in client.get(address).content.decode()
    assert "Borrador" not in Client().get(HOME).content.decode()


def test_the_preview_follows_what_is_typed_and_keeps_nothing(client, lili):
    make_consultant_page()
    client.force_login(lili.person.user)
    typed = {
        "name": "Lili viva",
        "greeting_es": "Escribiendo",
        "phone": "no es",
        "photo": SimpleUploadedFile("a.jpg", b"junk"),
    }
    html = client.post("/es-co/account/my-site/preview/", typed).content.decode()
    assert "Lili viva" in html and "Escribiendo" in html
    assert services.profile_of(lili).pk is None


# --- Share


def test_the_link_leads_everybody_to_their_own_country(client, lili):
    make_consultant_page()
    write_site(lili)
    html = client.get(HOME).content.decode()
    assert 'data-copy="http://testserver/@lili-gomez/"' in html
    assert "wa.me/?text=" in html and "%40lili-gomez/" in html
    response = client.get("/@lili-gomez/", headers={"accept-language": "en-US"})
    assert response.headers["Location"] == "/@lili-gomez/en-us/"


def test_the_code_to_scan(client, lili):
    svg = client.get(f"{HOME}site-code.svg")
    assert svg.headers["Content-Type"] == "image/svg+xml" and svg.content.startswith(b"<?xml")
    png = client.get(f"{HOME}site-code.png")
    assert png.content[:4] == b"\x89PNG" and "lili-gomez.png" in png["Content-Disposition"]
    assert client.get("/es-co/site-code.svg").status_code == 404
    assert client.get(f"{HOME}site-code.exe").status_code == 404
    client.force_login(lili.person.user)
    mine = client.get("/es-co/account/my-site/share/code.svg")
    assert mine.content == svg.content


def test_a_products_share_link_keeps_the_name_and_its_canonical_does_not(client, lili):
    cream = listed(product("Crema", "Cream"))
    path = cream.listings.get(market="co", language="es").path
    html = client.get(f"/@lili-gomez/es-co{path}").content.decode()
    assert f'data-copy="http://testserver/@lili-gomez/es-co{path}"' in html
    assert f'<link rel="canonical" href="http://testserver/es-co{path}">' in html
    assert f'<meta property="og:url" content="http://testserver/@lili-gomez/es-co{path}">' in html
    share = re.search(r'og:image" content="(http://testserver/media/[^"]+)"', html)[1]
    assert "1200x630" in share and share.endswith(".jpg")
    own = client.get(f"/es-co{path}").content.decode()
    assert f'data-copy="http://testserver/es-co{path}"' in own


def test_a_closed_site_shows_nothing_of_them(client, lili):
    make_consultant_page()
    write_site(lili, photo=True, contact=EVERYTHING)
    set_site(consultant=lili, site_active=False)
    html = client.get(HOME, follow=True).content.decode()
    assert "Lili" not in html and "ribbon" not in html

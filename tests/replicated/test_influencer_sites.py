"""An influencer's pages: made from the template, read under their name and nowhere else."""

import re

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.test import override_settings
from wagtail.models import Locale, Page, Workflow, WorkflowPage

from cms.addresses import routing
from replicated.consultants.models import Consultant, SiteHost
from replicated.consultants.services import rename_site, set_site
from replicated.influencers import tree
from replicated.influencers.models import InfluencerPage, InfluencersIndexPage, InfluencerSite
from replicated.influencers.services import sync_site
from tests.cms.factories import home, make_page
from tests.factories import listed, product, set_prices

from .influencer_factories import INFLUENCER, make_influencer, own_image, own_page, publish, site_of

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def story(vale):
    """Their story in Spanish and English, public."""
    text = [("text", {"text": "<p>Empecé en la cocina de mi abuela.</p>"})]
    publish(own_page(vale, "story"), body=text)
    text = [("text", {"text": "<p>I began in my grandmother's kitchen.</p>"})]
    publish(own_page(vale, "story", "en"), body=text)
    return own_page(vale, "story")


# --- Made


@pytest.mark.engine
def test_doing_it_again_changes_nothing(vale):
    before = (Page.objects.count(), Workflow.objects.count(), WorkflowPage.objects.count())
    sync_site(vale)
    sync_site(vale)
    assert before == (Page.objects.count(), Workflow.objects.count(), WorkflowPage.objects.count())
    make_influencer("Sol", "Paz", alias="sol-paz")
    assert InfluencersIndexPage.objects.count() == 2
    assert Workflow.objects.filter(name="Páginas de influencers").count() == 1


def test_marketers_edit_what_new_sites_begin_with(vale, client):
    template = InfluencerPage.objects.get(slug="template", locale__language_code="es")
    publish(template, body=[("hero", {"title": 'Soy {name}, y esto es "mío"', "text": ""})])
    make_influencer("Sol", 'Paz "la grande"', alias="sol-paz")
    html = client.get("/@sol-paz/es-co/").content.decode()
    assert "Soy Sol Paz &quot;la grande&quot;, y esto es &quot;mío&quot;" in html
    assert "Hola, soy Vale" in client.get("/@vale-rios/es-co/").content.decode()


def test_switching_back_keeps_the_pages_and_closes_them(vale, story, client):
    user = vale.person.user
    assert user.has_perm("wagtailadmin.access_admin")
    count = Page.objects.count()
    set_site(consultant=vale, site_type=Consultant.SiteType.STANDARD)
    sync_site(vale)
    assert client.get("/@vale-rios/es-co/historia/").status_code == 404
    assert "Hola, soy Vale" not in client.get("/@vale-rios/es-co/").content.decode()
    assert Page.objects.count() == count
    fresh = type(user).objects.get(pk=user.pk)
    assert not fresh.has_perm("wagtailadmin.access_admin")
    assert not site_of(vale).group.page_permissions.exists()
    set_site(consultant=vale, site_type=INFLUENCER)
    sync_site(vale)
    assert "abuela" in client.get("/@vale-rios/es-co/historia/").content.decode()
    assert type(user).objects.get(pk=user.pk).has_perm("wagtailadmin.access_admin")


@pytest.mark.parametrize("state", ["paused", "ended"])
def test_who_no_longer_sells_no_longer_curates(vale, state):
    set_site(consultant=vale, state=state)
    sync_site(vale)
    assert not site_of(vale).is_open
    assert not vale.person.user.groups.exists()


@pytest.mark.engine
def test_what_they_wrote_is_exported_and_forgotten(vale, story, client):
    from people.services import CannotErase, erase_person, export_person

    image = own_image(vale)
    kept = export_person(vale.person)["influencer_pages"]
    assert any("cocina de mi abuela" in str(page.get("words")) for page in kept)
    assert {"file": image.title, "name": image.file.name} in kept
    with pytest.raises(CannotErase):
        erase_person(vale.person, by=None)
    set_site(consultant=vale, state="ended")
    sync_site(vale)
    vale.person.user = type(vale.person.user).objects.get(pk=vale.person.user_id)
    erase_person(vale.person, by=None)
    assert not InfluencerPage.objects.filter(slug=f"site-{vale.pk}").exists()
    assert not InfluencerPage.objects.filter(title="Mi historia", live=True).exists()
    assert not type(image).objects.filter(pk=image.pk).exists()
    assert not InfluencerSite.objects.exists()
    # Nobody else's went with it.
    assert InfluencerPage.objects.filter(slug="template").count() == 2


# --- Served


def test_their_pages_come_first_and_the_companys_follow(vale, story, client):
    make_page("Nosotros", "nosotros", body=[("text", {"text": "<p>La compañía.</p>"})])
    html = client.get("/@vale-rios/es-co/historia/").content.decode()
    assert "Empecé en la cocina" in html
    assert 'href="/@vale-rios/es-co/"' in html and "/es-co/influencers" not in html
    assert "La compañía." in client.get("/@vale-rios/es-co/nosotros/").content.decode()
    for path in ("catalogo/", "cart/", "buscar/?q=crema", "account/login/"):
        assert client.get(f"/@vale-rios/es-co/{path}").status_code == 200


def test_nobody_reads_them_anywhere_else(vale, story, lili, client):
    make_influencer("Sol", "Paz", alias="sol-paz")
    inner = story.url_path.strip("/")
    for prefix in ("", "/@lili-gomez", "/@sol-paz"):
        for edition in ("es-co", "en-us"):
            for path in ("historia/", "story/", f"{inner}/", "influencers-es/", "influencers-en/",
                         f"influencers-es/site-{vale.pk}/", "template/"):  # fmt: skip
                response = client.get(f"{prefix}/{edition}/{path}")
                assert response.status_code == 404, (prefix, edition, path)
    for path in (f"{inner}/", "influencers-es/", "template/"):
        assert client.get(f"/@vale-rios/es-co/{path}").status_code == 404


def test_other_languages_and_markets(vale, story, client):
    html = client.get("/@vale-rios/en-us/story/").content.decode()
    assert "grandmother" in html
    # An address of the other language leads to the translation.
    response = client.get("/@vale-rios/en-us/historia/")
    assert response.status_code == 302 and response.url == "/@vale-rios/en-us/story/"
    # The switch goes there too.
    html = client.get("/@vale-rios/es-co/historia/").content.decode()
    assert 'href="/@vale-rios/en-us/story/"' in html
    assert 'href="/@vale-rios/es-mx/historia/"' in html
    # Without a translation the words are those of the default language, and it says so.
    publish(own_page(vale, "lifestyle"), body=[("text", {"text": "<p>Madrugo.</p>"})])
    html = client.get("/@vale-rios/en-us/estilo-de-vida/").content.decode()
    assert "Madrugo." in html and 'lang="es"' in html
    publish(own_page(vale, "lifestyle"), markets=["mx"])
    assert client.get("/@vale-rios/es-mx/estilo-de-vida/").status_code == 200
    assert client.get("/@vale-rios/es-co/estilo-de-vida/").status_code == 404


def test_machines_learn_the_address_under_the_alias(vale, story, client):
    html = client.get("/@vale-rios/es-co/historia/").content.decode()
    assert '<link rel="canonical" href="http://testserver/@vale-rios/es-co/historia/">' in html
    hreflang = dict(re.findall(r'hreflang="([^"]+)" href="([^"]+)"', html))
    assert hreflang["en-US"] == "http://testserver/@vale-rios/en-us/story/"
    assert hreflang["es-MX"] == "http://testserver/@vale-rios/es-mx/historia/"
    assert '"item": "http://testserver/@vale-rios/es-co/historia/"' in html
    # The company's pages under their name stay the company's.
    html = client.get("/@vale-rios/es-co/catalogo/").content.decode()
    assert '<link rel="canonical" href="http://testserver/es-co/catalogo/">' in html


def test_search_engines_may_read_what_is_only_theirs(vale, lili, client):
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert "Disallow: /@" in lines and "Allow: /@vale-rios/" in lines
    assert not any("lili" in line for line in lines)
    set_site(consultant=vale, state="paused")
    assert "Allow: /@vale-rios/" not in client.get("/robots.txt").content.decode()


def test_what_lists_the_companys_pages_does_not_list_theirs(vale, story, client):
    for edition in ("es-co", "en-us"):
        xml = client.get(f"/sitemaps/{edition}-1.xml").content.decode()
        assert "historia" not in xml and "story" not in xml and "@" not in xml
        assert "influencers" not in xml
    linking = make_page(
        "Equipo", "equipo",
        body=[("text", {"text": f'<p><a linktype="page" id="{story.pk}">Vale</a></p>'})],
    )  # fmt: skip
    html = client.get(f"/es-co/{linking.slug}/").content.decode()
    assert "Vale" in html and "historia" not in html and "@vale" not in html


def test_their_pages_link_to_each_other_and_to_the_companys(vale, story, client):
    about = make_page("Nosotros", "nosotros")
    links = "".join(f'<a linktype="page" id="{page.pk}">x</a>' for page in (story, about))
    publish(own_page(vale), body=[("text", {"text": f"<p>{links}</p>"})])
    html = client.get("/@vale-rios/es-co/").content.decode()
    assert '<a href="/@vale-rios/es-co/historia/">x</a>' in html
    assert '<a href="/@vale-rios/es-co/nosotros/">x</a>' in html
    # From one page to the other without a link in the words.
    assert 'aria-current="page">Inicio<' in html
    assert 'href="/@vale-rios/es-co/historia/">Mi historia<' in html


def test_a_closed_site_and_a_renamed_one(vale, story, client):
    rename_site(consultant=vale, alias="vale-natural")
    response = client.get("/@vale-rios/es-co/historia/")
    assert response.url == "/@vale-natural/es-co/historia/"
    html = client.get(response.url).content.decode()
    assert 'rel="canonical" href="http://testserver/@vale-natural/es-co/historia/"' in html
    page = InfluencerPage.objects.get(pk=story.pk)
    assert page.get_url_parts()[2] == "/@vale-natural/es-co/historia/"
    assert page.full_url.endswith("/@vale-natural/es-co/historia/")
    set_site(consultant=vale, site_active=False)
    # The company has no such page: its home page says why one is there.
    response = client.get("/@vale-natural/es-co/historia/", follow=True)
    html = response.content.decode()
    assert response.redirect_chain[-1][0] == "/es-co/?site=closed"
    assert "Este sitio no está abierto" in html and "abuela" not in html


def test_on_a_host_of_their_own(vale, story, client, settings):
    settings.COMPANY_HOSTS = ["testserver"]
    SiteHost.objects.create(consultant=vale, host="vale.example")
    html = client.get("/es-co/historia/", headers={"host": "vale.example"}).content.decode()
    assert "abuela" in html and 'href="/es-co/"' in html
    # One page has one address for machines, wherever it is read.
    assert 'rel="canonical" href="http://testserver/@vale-rios/es-co/historia/"' in html


def test_a_page_that_is_unpublished_gives_way_to_the_companys(vale, client):
    own_page(vale).unpublish()
    html = client.get("/@vale-rios/es-co/").content.decode()
    assert "Hola, soy Vale" not in html
    assert 'rel="canonical" href="http://testserver/es-co/"' in html


# --- Addresses


@pytest.mark.parametrize(
    "slug", ["catalogo", "catalog", "buscar", "search", "cart", "account", "checkout", "orders",
             "visitor", "nosotros", "about", "borrador", "admin", "media", "documents", "es-co",
             "en"],
)  # fmt: skip
def test_the_companys_addresses_are_not_theirs(vale, slug):
    make_page("Nosotros", "nosotros")
    make_page("Borrador", "borrador", publish=False)
    make_page("About", "about", parent=home("en"))
    page = own_page(vale, "story")
    page.slug = slug
    with pytest.raises(ValidationError) as refused:
        page.full_clean()
    assert "slug" in refused.value.message_dict
    # Further down nothing can collide.
    below = InfluencerPage(title="Más", slug=slug, live=False)
    own_page(vale, "lifestyle").add_child(instance=below)
    assert below.pk


def test_the_address_of_a_home_page_is_fixed(vale):
    page = own_page(vale)
    page.slug = "otro"
    with pytest.raises(ValidationError):
        page.full_clean()


# --- Favourites


def favourites(*chosen) -> list:
    items = [{"favourite": item, "note": f"Nota {item.pk}"} for item in chosen]
    return [("favourites", {"title": "Mis favoritos", "text": "", "items": items})]


@pytest.mark.engine
def test_favourites_close_up_when_one_leaves(vale, client, assert_max_queries):
    cream, balm = product("Crema", "Cream"), product("Bálsamo", "Balm")
    only_mx = product("Jabón", "Soap", prices={"mx": "90"})
    listed(cream, balm, only_mx)
    body = [*favourites(cream, only_mx, balm), *favourites(balm)]
    publish(own_page(vale, "favourites"), body=body)
    address = "/@vale-rios/es-co/favoritos/"
    assert client.get(address).status_code == 200
    with assert_max_queries(9) as queries:
        html = client.get(address).content.decode()
    assert len([q for q in queries if "listings_listing" in q["sql"]]) == 1
    assert html.count('class="favourite"') == 3
    assert "Jabón" not in html and f"Nota {only_mx.pk}" not in html
    assert "Jabón" in client.get("/@vale-rios/es-mx/favoritos/").content.decode()
    set_prices(cream, {})
    cream.is_public = False
    cream.save()
    listed(cream)
    html = client.get(address).content.decode()
    assert html.count('class="favourite"') == 2 and f"Nota {cream.pk}" not in html
    balm.is_public = False
    balm.save()
    listed(balm)
    html = client.get(address).content.decode()
    assert "favourite" not in html.replace("favoritos", "")


def test_nobody_else_pays_for_it(lili, vale, client, assert_max_queries):
    for path in ("/@lili-gomez/es-co/", "/@lili-gomez/es-co/catalogo/"):
        client.get(path)
        with assert_max_queries(30) as queries:
            client.get(path)
        assert not any("influencers" in q["sql"] for q in queries)


def test_a_third_language_made_by_synchronising_is_read_on_an_influencers_site(vale, story, client):
    # given Portuguese, and the page tree mirrored into it as Wagtail does, with a slug of its own
    portuguese = Locale.objects.create(language_code="pt")
    for index in InfluencersIndexPage.objects.filter(locale__language_code="es"):
        mirrored = index.copy_for_translation(portuguese, alias=True)
    assert mirrored.slug == "influencers-es-pt"
    own_page(vale).copy_for_translation(portuguese, alias=True)
    story.copy_for_translation(portuguese, alias=True)
    with override_settings(
        WAGTAIL_CONTENT_LANGUAGES=[*settings.WAGTAIL_CONTENT_LANGUAGES, ("pt", "Português")]
    ):
        # then it is found by the index of its language
        branch = tree.branch_of(tree.home_slug(vale.pk))
        assert branch["pt"] == f"/influencers-es-pt/site-{vale.pk}/"
        found = routing.find("/historia/", "pt", branch=branch)
        assert found.page.locale == portuguese and found.family.content_language("pt") == "es"
    # and a language that nobody is served in makes no page of another one fail
    for path in ("", "historia/"):
        assert client.get(f"/@vale-rios/es-co/{path}").status_code == 200
    assert client.get("/@vale-rios/en-us/historia/").status_code in (200, 302)


def test_a_translation_beside_the_trees_leads_nowhere(vale, story):
    # given a page with a translation that no tree of the site holds
    branch = tree.branch_of(tree.home_slug(vale.pk))
    # then who reads that language is not led there, and reads what there is
    found = routing.find("/historia/", "en", branch={"es": branch["es"]})
    assert found.page == story.page_ptr and not found.redirect_path

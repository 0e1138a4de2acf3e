"""Menu, footer, announcement and brand: arranged in the admin, seen on every page."""

import re
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.conf import settings
from django.urls import reverse, set_script_prefix
from wagtail.models import Locale, Site

from cms.addresses.translations import translate_page
from cms.content.blocks.sections import ICONS
from cms.content.contrast import brand_verdicts, contrast_ratio
from cms.content.frame_builder import SIGNS
from cms.frame.site_frame import SiteFrame
from cms.models import Announcement, BrandSettings, Footer, HeaderMenu

from .factories import home, link_to, make_image, make_page

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def locale(language="es"):
    return Locale.objects.get(language_code=language)


def item(label, link, **more):
    return ("item", {"label": label, "link": link, "children": [], **more})


def brand() -> BrandSettings:
    return BrandSettings.for_site(Site.objects.get())


def test_the_menu_follows_what_editors_arrange(client):
    page = make_page("Historia", "historia")
    translate_page(page, "en", title="Story", slug="story")
    children = [{"label": "Equipo", "link": [("path", "/equipo/")]}]
    menu = HeaderMenu.objects.create(
        locale=locale(),
        items=[
            item("Historia", link_to(page), image=make_image(), alt="Un bosque"),
            item("Nosotros", [], children=children),
            item("Solo México", [("path", "/mx/")], markets=["mx"]),
            item("Fuera", [("external", "https://example.com/")]),
        ],
    )
    html = client.get("/es-co/historia/").content.decode()
    assert '<a href="/es-co/historia/" aria-current="page">Historia</a>' in html
    assert 'href="/es-co/equipo/"' in html
    assert 'href="https://example.com/"' in html
    assert "Solo México" not in html
    assert "Solo México" in client.get("/es-mx/").content.decode()
    # English has no menu of its own: the default language's, leading to English pages.
    assert 'href="/en-us/story/"' in client.get("/en-us/").content.decode()

    menu.items = [item("Otra cosa", link_to(page))]
    menu.save()

    html = client.get("/es-co/historia/").content.decode()
    assert "Otra cosa" in html and "Fuera" not in html


def test_a_link_whose_page_is_gone_is_left_out_until_it_is_back(client):
    page = make_page("Historia", "historia")
    HeaderMenu.objects.create(locale=locale(), items=[item("Nuestra casa", link_to(page))])
    assert "Nuestra casa" in client.get("/es-co/").content.decode()

    page.unpublish()
    assert "Nuestra casa" not in client.get("/es-co/").content.decode()

    page.save_revision().publish()
    assert "Nuestra casa" in client.get("/es-co/").content.decode()


def test_footer_and_announcement_are_by_language_and_market(client):
    page = make_page("Privacidad", "privacidad")
    link = {"label": "Privacidad", "link": link_to(page)}
    Footer.objects.create(
        locale=locale(),
        tagline="Hecho con raíces",
        columns=[("column", {"title": "Empresa", "links": [link]})],
        contact=[
            ("line", {"kind": "phone", "text": "+57 601 555 0101", "markets": ["co"]}),
            ("line", {"kind": "email", "text": "hola@example.com"}),
        ],
        legal=[("link", link)],
    )
    Announcement.objects.create(
        locale=locale(), text="Envío gratis", markets=["co"], link=[("path", "/envios/")]
    )

    colombia = client.get("/es-co/").content.decode()
    mexico = client.get("/es-mx/").content.decode()

    assert colombia.count('href="/es-co/privacidad/"') == 2
    assert 'href="tel:+576015550101"' in colombia and "tel:" not in mexico
    assert 'href="mailto:hola@example.com"' in mexico
    assert "Hecho con raíces" in colombia
    assert 'href="/es-co/envios/"' in colombia and "Envío gratis" not in mexico


def test_a_draft_menu_is_not_shown(client):
    menu = HeaderMenu.objects.create(locale=locale(), items=[item("A", [("path", "/a/")])])
    menu.items = [item("Borrador", [("path", "/b/")])]
    revision = menu.save_revision()
    assert "Borrador" not in client.get("/es-co/").content.decode()

    revision.publish()

    assert "Borrador" in client.get("/es-co/").content.decode()


def test_there_is_one_menu_a_language():
    HeaderMenu.objects.create(locale=locale())

    with pytest.raises(Exception, match="already one|Ya hay"):
        HeaderMenu(locale=locale()).full_clean()


def test_parts_that_are_kept_say_nothing_of_another_page(client):
    """Header and footer are drawn once: mark, prefix and switch still follow each page."""
    story, team = make_page("Historia", "historia"), make_page("Equipo", "equipo")
    translate_page(story, "en", title="Story", slug="story")
    HeaderMenu.objects.create(
        locale=locale(), items=[item("Historia", link_to(story)), item("Equipo", link_to(team))]
    )

    def read(path, prefix="/"):
        set_script_prefix(prefix)  # as the server sets it before the view
        return client.get(path).content.decode()

    for _ in range(2):
        first, second = read("/es-co/historia/"), read("/es-co/equipo/")
        under = read("/es-co/historia/", "/@lili/")
        searched = read("/es-co/buscar/?q=%22%3Ca%3E")
        for html, path in ((first, "historia"), (second, "equipo")):
            assert html.count(f'href="/es-mx/{path}/" hreflang="es-mx"') == 3
            marked = re.findall(r'<a href="/es-co/(\w+)/" aria-current="page"', html)
            assert marked == [path]
        assert 'href="/en-us/story/" hreflang="en-us"' in first
        assert "[address:" not in first and "country-switch-->" not in first
        assert 'href="/@lili/es-co/equipo/"' in under and 'href="/es-co/equipo/"' not in under
        assert 'href="/es-mx/buscar/?q=%22%3Ca%3E" hreflang="es-mx"' in searched


def test_a_changed_brand_is_seen_at_once(client):
    before = client.get("/es-co/").content.decode()
    own = brand()
    own.name, own.accent, own.logo = "Raíz", "#112233", make_image("Logo")
    own.save()

    after = client.get("/es-co/").content.decode()
    address = after.split('<link rel="stylesheet" href="/brand/')[1].split('"')[0]
    css = client.get(f"/brand/{address}")

    assert address not in before
    assert "· Raíz</title>" in after and "/logo" in after
    assert "--brand-accent:#112233" in css.content.decode()
    assert "immutable" in css.headers["Cache-Control"]
    assert "immutable" not in client.get("/brand/old.css").headers["Cache-Control"]


def test_the_brands_stylesheet_has_no_alias(client):
    set_script_prefix("/@lili/")  # as the server sets it before the view

    html = client.get("/es-co/").content.decode()

    assert 'href="/brand/' in html
    assert 'href="/@lili/es-co/' in html


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#fff", "#ffffff", 1.0),
        ("#777777", "#FFFFFF", 4.478),
        ("#767676", "#FFFFFF", 4.542),
        ("#A8481F", "#FBF8F3", 5.46),
        ("#FFFFFF", "#A8481F", 5.79),
        ("#5E7361", "#FBF8F3", 4.83),
        ("#5E7361", "#E9E2D6", 3.97),
        ("#FF0000", "#00FF00", 2.914),
    ],
)
def test_contrast(one, other, ratio):
    assert contrast_ratio(one, other) == pytest.approx(ratio, abs=0.04)
    assert contrast_ratio(other, one) == contrast_ratio(one, other)


@pytest.mark.parametrize("colour", ["", "red", "#12", "#12345", "#GGGGGG", "#fff;}", "#ffffff\n"])
def test_what_is_no_colour_is_refused(colour):
    own = BrandSettings(site=Site.objects.get(), accent=colour)

    with pytest.raises(Exception, match="accent"):
        own.full_clean()
    if colour:
        with pytest.raises(ValueError, match="not a colour"):
            contrast_ratio(colour, "#000000")


def test_a_pair_fails_under_its_bar_without_rounding():
    colours = {"accent": "#777777", "paper": "#FFFFFF"}

    [verdict] = [one for one in brand_verdicts(colours) if one.needed == 4.5]

    assert not verdict.passes and verdict.shown == "4,47"  # as a Spanish reader writes it


def test_a_marketer_is_warned_of_a_weak_pair_and_it_is_saved(admin_client_of, marketer):
    own = brand()
    browser = admin_client_of(marketer)
    url = reverse("wagtailsettings:edit", args=["cms", "brandsettings", own.site_id])
    form = {
        "name": "Raíz",
        "legal_name": "",
        "display_face": "fraunces",
        "text_face": "instrument",
        "radius": "2",
        **own.colours,
        "accent": "#FFC0CB",
        "social_links-TOTAL_FORMS": "0",
        "social_links-INITIAL_FORMS": "0",
    }

    html = browser.post(url, form, follow=True).content.decode()

    own.refresh_from_db()
    assert own.accent == "#FFC0CB"
    assert "4,5 : 1" in html
    assert "data-contrast" in html


def test_a_marketer_reaches_content_and_nothing_else(admin_client_of, marketer):
    browser = admin_client_of(marketer)
    allowed = [
        reverse("wagtailadmin_explore", args=[home().pk]),
        reverse("wagtailsnippets_cms_headermenu:list"),
        reverse("wagtailsnippets_cms_footer:list"),
        reverse("wagtailsnippets_cms_announcement:list"),
        reverse("wagtailsettings:edit", args=["cms", "brandsettings", Site.objects.get().pk]),
        reverse("contact_messages:index"),
        reverse("form_answers:index"),
        reverse("wagtailredirects:index"),
    ]
    refused = [reverse("wagtailusers_users:index"), reverse("wagtailsites:index")]

    assert {url: browser.get(url).status_code for url in allowed} == dict.fromkeys(allowed, 200)
    assert all(browser.get(url).status_code in (302, 403) for url in refused)


def test_every_sign_that_editors_can_choose_is_drawn():
    sprite = (settings.ROOT / "static" / "icons.svg").read_text()

    wanted = {*(name for name, _label in ICONS), *SIGNS, "link"}
    assert {name for name in wanted if f'id="{name}"' in sprite} == wanted


def test_the_frame_is_built_by_one_visitor_while_the_others_wait():
    # given a fresh process, whose threads share the brand's pictures
    building, most = [], []

    def build(edition):
        building.append(edition)
        most.append(len(building))
        time.sleep(0.05)
        building.remove(edition)
        return edition

    fresh = SiteFrame("1", build, False, "", (True, True))
    # when many first visitors come at once
    with ThreadPoolExecutor(8) as visitors:
        seen = list(visitors.map(fresh.frame, ["es-co", "es-mx"] * 8))
    # then no two pictures are made at once, and none twice
    assert seen == ["es-co", "es-mx"] * 8
    assert most == [1, 1]

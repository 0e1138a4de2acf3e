"""Blocks that are the same for everybody are drawn once, and never one page's for another's."""

import pytest
from django.urls import set_script_prefix
from wagtail.models import Page

from cms.content.blocks import HeroBlock

from .factories import make_image, make_page

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def text(words):
    return ("text", {"text": f"<p>{words}</p>"})


def read(client, path, prefix="/"):
    set_script_prefix(prefix)
    return client.get(path).content.decode()


def test_a_published_change_shows_at_once(client):
    page = make_page("P", "p", body=[text("Antes"), text("Siempre")])
    assert "Antes" in read(client, "/es-co/p/") and "Antes" in read(client, "/es-co/p/")

    page.body[0].value["text"].source = "<p>Después</p>"
    page.save_revision()
    assert "Antes" in read(client, "/es-co/p/"), "a draft is nobody's to see"
    page.save_revision().publish()

    html = read(client, "/es-co/p/")
    assert "Después" in html and "Antes" not in html and html.count("Siempre") == 1


def test_a_changed_picture_shows_at_once(client):
    image = make_image()
    make_page("P", "p", body=[("image", {"image": image, "alt": "Un bosque"})])
    before = read(client, "/es-co/p/")
    image.focal_point_x = image.focal_point_y = 3
    image.focal_point_width = image.focal_point_height = 2
    image.save()
    assert read(client, "/es-co/p/").count("<img") == before.count("<img") >= 1


def test_a_link_follows_edition_and_prefix(client):
    make_page("P", "p", body=[("text", {"text": '<p><a href="/catalogo/">Ir</a></p>'})])
    for _ in range(2):
        assert 'href="/es-co/catalogo/">Ir' in read(client, "/es-co/p/")
        assert 'href="/es-mx/catalogo/">Ir' in read(client, "/es-mx/p/")
        assert 'href="/@lili/es-co/catalogo/">Ir' in read(client, "/es-co/p/", "/@lili/")


def test_a_block_for_one_market_stays_there(client):
    make_page("P", "p", body=[("text", {"text": "<p>Solo aquí</p>", "markets": ["co"]})])
    for _ in range(2):
        assert "Solo aquí" in read(client, "/es-co/p/")
        assert "Solo aquí" not in read(client, "/es-mx/p/")


def test_the_same_block_on_two_pages_is_two(client):
    page = make_page("P", "p", body=[text("Uno")])
    copy = page.copy(update_attrs={"slug": "q", "title": "Q"}, keep_live=True)
    copy.body[0].value["text"].source = "<p>Dos</p>"
    copy.save_revision().publish()
    assert "Uno" in read(client, "/es-co/p/") and "Dos" in read(client, "/es-co/q/")
    assert Page.objects.filter(slug__in=["p", "q"], live=True).count() == 2


def test_a_preview_is_neither_kept_nor_taken_from_what_is(client, admin_user, rf):
    page = make_page("P", "p", body=[text("Público")])
    read(client, "/es-co/p/")
    page.body[0].value["text"].source = "<p>Borrador</p>"
    page.save_revision()
    draft = page.get_latest_revision_as_object()
    preview = draft.make_preview_request(preview_mode="es-co").content.decode()
    assert "Borrador" in preview and "Público" not in preview
    again = read(client, "/es-co/p/")
    assert "Público" in again and "Borrador" not in again


def test_a_page_whose_blocks_are_kept_reads_none_of_them(client, assert_max_queries):
    images = [make_image() for _ in range(3)]
    body = [("image", {"image": image, "alt": "x"}) for image in images]
    make_page("P", "p", body=body)
    for _ in range(2):
        read(client, "/es-co/p/")
    with assert_max_queries(3):
        read(client, "/es-co/p/")


def test_a_section_stands_on_paper_unless_somebody_chose():
    assert HeroBlock().child_blocks["tone"].get_default() == "plain"

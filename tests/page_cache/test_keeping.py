"""What is kept, for whom, and what never is."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.conf import settings as project
from django.db import connection
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone

from cms.page_cache import cache_page_for_everyone, freshness
from cms.page_cache.middleware import PageCacheMiddleware
from cms.page_cache.page_store import CachedPage, PageStore
from cms.page_cache.prefix import PREFIX_SLOT
from markets.sellers import Seller
from tests import factories as make
from tests.cms.factories import make_page

pytestmark = pytest.mark.one_database


@pytest.fixture
def story(transactional_db):
    return make_page(
        "Historia",
        "historia",
        body=[("text", {"text": '<p>Desde 1998. <a href="/catalogo/">Ir</a></p>'})],
    )


@pytest.fixture
def cream(transactional_db):
    face = make.category("Rostro", "Face")
    product = make.product("Crema", "Cream", sku="C-1", categories=[face], stock=40)
    make.listed()
    return product


@pytest.mark.parametrize("path", ["/es-co/", "/es-co/historia/", "/es-co/catalogo/"])
def test_the_second_reader_costs_no_query(read, story, path):
    first, second = read(path), read(path)
    assert first.queries > 0 and second.queries == 0
    assert (first.status, second.status) == (200, 200)
    assert first.html == second.html
    assert first.headers == second.headers


def test_category_and_product_are_kept(read, cream):
    listing = cream.listings.get(market="co", language="es")
    for path in (f"/es-co{listing.path}", "/es-co/catalogo/rostro/", "/es-co/catalogo/?sort=price"):
        assert read(path).status == 200
        assert read(path).queries == 0, path


def test_each_edition_and_query_is_a_page_of_its_own(read, cream):
    pages = {
        read(path).html
        for path in (
            "/es-co/catalogo/",
            "/es-mx/catalogo/",
            "/es-us/catalogo/",
            "/es-co/catalogo/?sort=name",
        )
    }
    assert len(pages) == 4


def test_every_consultant_is_served_from_one_body(read, story, lili, marta, page_cache):
    own = read("/es-co/historia/")
    before = len(page_cache)
    first = read("/@lili-gomez/es-co/historia/")
    assert len(page_cache) == before + 1
    second = read("/@marta-ruiz/es-co/historia/")
    assert len(page_cache) == before + 1
    assert second.queries == 1  # whose site it is

    assert 'href="/@lili-gomez/es-co/catalogo/"' in first and "Lili" in first
    assert 'href="/@marta-ruiz/es-co/catalogo/"' in second and "Marta" in second
    assert "marta" not in first.html.lower() and "lili" not in second.html.lower()
    for page in (own, first, second):
        assert PREFIX_SLOT not in page and PREFIX_SLOT[2:] not in page
        assert "seller-part" not in page
    assert "/@" not in own
    assert "private" in first.headers["Cache-Control"]
    assert first.headers["ETag"] != second.headers["ETag"]


def test_links_within_links_carry_the_right_name(read, cream, lili, marta):
    """WhatsApp and share links hold the address of the page, quoted."""
    path = cream.listings.get(market="co", language="es").path
    for alias in ("lili-gomez", "marta-ruiz"):
        page = read(f"/@{alias}/es-co{path}")
        assert f"%40{alias}" in page and f"/@{alias}/es-co{path}" in page
        assert read(f"/@{alias}/es-co{path}").queries == 1
        assert PREFIX_SLOT[2:] not in page


def test_the_visitor_of_one_page_is_not_in_the_next(read, story, lili):
    """The seller's cookie is set anew for each reader, and nobody else's is repeated."""
    path = "/@lili-gomez/es-co/historia/"
    first, second = Client(), Client()
    headers = {"HTTP_SEC_FETCH_DEST": "document", "HTTP_SEC_FETCH_MODE": "navigate"}
    read(path, client=first, **headers)
    read(path, client=second, **headers)
    assert first.cookies["seller"].value and second.cookies["seller"].value
    assert not read("/es-co/historia/").headers.get("Set-Cookie")


def test_who_is_signed_in_reads_the_same_bytes(read, story, admin_user):
    client = Client()
    client.force_login(admin_user)
    assert read("/es-co/historia/").html == read("/es-co/historia/", client=client).html
    assert read("/es-co/historia/", client=client).queries == 0


@pytest.mark.parametrize(
    "path", ["/es-co/cart/", "/es-co/account/", "/es-co/search/?q=crema", "/es-co/visitor/"]
)
def test_what_belongs_to_a_visitor_is_never_kept(read, page_cache, path):
    read(path)
    # Pieces that are the same for everybody may be (the products beside an empty cart).
    assert page_cache.pages() == []


def test_errors_redirects_and_posts_are_not_kept(read, story, page_cache):
    assert read("/es-co/nada/").status == 404
    assert read("/es-co/historia").status in (301, 302, 200)
    Client().post("/es-co/historia/", HTTP_SEC_FETCH_SITE="same-origin")
    assert len(page_cache) <= 1  # an address without its slash may show the page itself


def test_a_redirect_under_a_name_keeps_the_name(read, cream, lili):
    path = cream.listings.get(market="co", language="es").path
    answer = read(f"/@lili-gomez/es-co/catalogo/otra{path.removeprefix('/catalogo/rostro')}")
    assert answer.status == 301
    assert answer.headers["Location"] == f"/@lili-gomez/es-co{path}"


def test_campaigns_share_a_page(read, story, page_cache):
    plain = read("/es-co/historia/")
    campaign = read("/es-co/historia/?utm_source=x&gclid=123")
    assert campaign.html == plain.html and campaign.queries == 0
    assert "utm_source" not in read("/es-co/catalogo/?utm_source=x&sort=name").html


def test_asked_again_with_its_tag_it_costs_no_bytes(read, story):
    page = read("/es-co/historia/")
    again = read("/es-co/historia/", HTTP_IF_NONE_MATCH=page.headers["ETag"])
    assert (again.status, again.html) == (304, "")
    assert "no-cache" in page.headers["Cache-Control"]


def test_a_preview_is_neither_kept_nor_replaced(read, story, page_cache, admin_user):
    read("/es-co/historia/")
    story.title = "Borrador"
    request = RequestFactory().get("/admin/")
    request.user = admin_user
    preview = story.make_preview_request(request, "es-co")
    assert "Borrador" in preview.content.decode()
    assert "Borrador" not in read("/es-co/historia/")
    assert len(page_cache) == 1


def test_a_front_door_shows_its_own_consultant(read, lili, marta):
    for name, alias in (("Lili", "lili-gomez"), ("Marta", "marta-ruiz"), ("Lili", "lili-gomez")):
        page = read(f"/@{alias}/es-co/")
        other = {"Lili": "Marta", "Marta": "Lili"}[name]
        assert name in page and other not in page


def test_many_at_once_get_their_own(read, story, lili, marta):
    prefixes = ["/@lili-gomez", "/@marta-ruiz", ""] * 10

    def ask(prefix):
        try:
            return prefix, Client().get(f"{prefix}/es-co/historia/").content.decode()
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as readers:
        for prefix, html in readers.map(ask, prefixes):
            assert f'href="{prefix}/es-co/catalogo/"' in html
            others = {"lili-gomez", "marta-ruiz"} - {prefix.removeprefix("/@")}
            assert not [other for other in others if other in html]


# --- The middleware alone ---------------------------------------------------------------


def ask_middleware(view, path="/es-co/x/", seller=None):
    request = RequestFactory().get(path)
    request.seller = seller

    def respond(request):
        return cache_page_for_everyone(view)(request)

    return PageCacheMiddleware(respond)(request)


def test_it_is_kept_until_the_moment_that_was_told(page_cache):
    def view(request):
        freshness.expires_at(timezone.now() + timedelta(seconds=30))
        return HttpResponse("x")

    ask_middleware(view)
    (page,) = page_cache.pages()
    assert page.ends < timezone.now() + timedelta(seconds=31)
    assert page_cache.get(next(iter(page_cache._entries)), page.ends) is None
    assert len(page_cache) == 0


def _with_cookie(request):
    response = HttpResponse("x")
    response.set_cookie("a", "b")
    return response


def _private(request):
    return HttpResponse("x", headers={"Cache-Control": "private, no-store"})


def _varying(request):
    return HttpResponse("x", headers={"Vary": "Accept, Cookie"})


def _kept_out(request):
    freshness.do_not_cache()
    return HttpResponse("x")


@pytest.mark.parametrize("view", [_with_cookie, _private, _varying, _kept_out])
def test_what_depends_on_the_visitor_stays_out(page_cache, view):
    assert ask_middleware(view).content == b"x"
    assert len(page_cache) == 0


def test_a_page_that_looks_at_its_seller_is_drawn_for_that_one(page_cache):
    def view(request):
        return HttpResponse(request.seller.name)

    seller = Seller(pk=1, code="1", alias="ana", name="Ana")
    assert ask_middleware(view, seller=seller).content == b"Ana"
    assert len(page_cache) == 0


def test_the_store_holds_no_more_than_it_may():
    store, now = PageStore(), timezone.now()
    later, made = now + timedelta(hours=1), (frozenset({"co"}), freshness.latest())
    for number in range(10):
        page = CachedPage(b"x" * 10_000, (), "es-co", str(number), later, *made)
        store.put((number,), page, most=60_000)
    assert store.size <= 60_000 and 0 < len(store) < 10
    assert store.get((9,), now) is not None and store.get((0,), now) is None
    store.put(("large",), CachedPage(b"x" * 70_000, (), "es-co", "", later, *made), most=60_000)
    assert store.get(("large",), now) is None


def test_nobody_can_write_a_slot_into_a_page(read, story, lili):
    """The slot is a name of this process alone."""
    answer = read("/@lili-gomez/es-co/catalogo/?sort=%3C!--seller-part:x--%3E")
    assert answer.status == 200
    assert len(PREFIX_SLOT) > 20
    assert project.PAGE_CACHE_MEGABYTES

"""What drawings share: asked for once, true for as long as a kept page would be."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import transaction
from django.test import Client
from django.urls import set_script_prefix
from django.utils import timezone

from cms.page_cache import cached, cached_html, cached_many, freshness
from cms.page_cache.fragment_cache import get_cached_html
from cms.page_cache.page_store import LONGEST
from commerce.copy.models import CategoryCopy, ProductCopy
from commerce.inventory.services import adjust_stock
from commerce.pricing.models import Price
from markets.storefront_urls import in_edition
from tests import factories as make
from tests.cms.factories import make_page


def size(_value) -> int:
    return 100


@pytest.fixture
def redrawn(read):
    """A page as somebody gets it who names themselves: never a kept one."""
    client = Client(HTTP_AUTHORIZATION="none")
    return lambda path, **options: read(path, client=client, **options)


@pytest.fixture
def cream(transactional_db):
    face = make.category("Rostro", "Face")
    product = make.product("Crema", "Cream", sku="C-1", categories=[face], stock=40)
    make.product("Tónico", "Toner", sku="T-1", categories=[face], stock=40)
    make.listed()
    return product


def path_of(product) -> str:
    return f"/es-co{product.listings.get(market='co', language='es').path}"


# --- The store itself


def test_what_is_remembered_is_made_once(page_cache):
    made = []

    def make_it():
        made.append(1)
        return len(made)

    assert [cached("co", ("a",), make_it, size=size) for _ in range(3)] == [1, 1, 1]
    assert cached("co", ("b",), make_it, size=size) == 2
    assert cached("mx", ("a",), make_it, size=size) == 3


def test_without_room_nothing_is_remembered(page_cache, settings):
    settings.PAGE_CACHE_MEGABYTES = 0
    made = iter(range(9))
    assert cached("co", ("a",), lambda: next(made), size=size) == 0
    assert cached("co", ("a",), lambda: next(made), size=size) == 1
    assert get_cached_html("co", ("a",)) is None


def test_a_change_ends_it(page_cache, transactional_db):
    made = iter(range(9))

    def ask(market):
        return cached(market, ("a",), lambda: next(made), size=size, depends_on=())

    assert [ask("co"), ask("mx")] == [0, 1]
    freshness.invalidate("co")
    assert [ask("co"), ask("mx")] == [2, 1]
    freshness.invalidate()
    assert [ask("co"), ask("mx")] == [3, 4]


def test_it_is_made_of_what_its_making_reads(page_cache, transactional_db):
    made = iter(range(9))

    def make_it():
        freshness.depends_on("lamp")
        return next(made)

    def ask() -> int:
        with freshness.collect():
            return cached("co", ("a",), make_it, size=size)

    assert ask() == 0
    freshness.invalidate("chair")
    assert ask() == 0
    freshness.invalidate("lamp")
    assert ask() == 1


def test_it_is_made_of_what_was_read_before_it_as_well(page_cache, transactional_db):
    """It may show that too: a template is drawn with what its view has read."""
    words = ["old", "new"]

    def ask() -> str:
        with freshness.collect():
            freshness.depends_on("lamp")
            word = words[0]
            return cached("co", ("a",), lambda: word, size=size)

    assert ask() == "old"
    words.pop(0)
    freshness.invalidate("lamp")
    assert ask() == "new"


def test_where_nobody_knows_what_was_read_before_any_change_ends_it(page_cache, transactional_db):
    made = iter(range(9))

    def ask() -> int:
        return cached("co", ("a",), lambda: next(made), size=size)

    assert [ask(), ask()] == [0, 0]
    freshness.invalidate("lamp")
    assert ask() == 1


def test_a_page_is_made_of_what_its_fragments_are_made_of(page_cache, transactional_db):
    def make_it() -> str:
        freshness.depends_on("lamp")
        return "x"

    for _ in range(2):
        with freshness.collect() as page:
            cached("co", ("a",), make_it, size=size, depends_on=["chair"])
        assert {"lamp", "chair"} <= page.all_tags("co")


def test_what_is_made_of_very_much_ends_with_any_change(page_cache, transactional_db):
    made = iter(range(9))

    def make_it() -> int:
        freshness.depends_on(*(f"lamp:{number}" for number in range(freshness.MOST_TAGS + 1)))
        return next(made)

    def ask() -> int:
        return cached("co", ("a",), make_it, size=size, depends_on=())

    assert [ask(), ask()] == [0, 0]
    freshness.invalidate("chair")
    assert ask() == 1


def test_what_changes_while_it_is_made_is_made_again(page_cache, transactional_db):
    words = ["old", "new"]

    def make_it():
        word = words.pop(0)
        if words:
            freshness.invalidate("co")
        return word

    assert cached("co", ("a",), make_it, size=size) == "old"
    assert cached("co", ("a",), make_it, size=size) == "new"


def test_what_was_read_before_a_change_is_nobodys_after_it(page_cache, transactional_db):
    """A request reads something, somebody else changes it, the request remembers what it read."""
    with freshness.pinned():
        page_before = "as it was"
        with ThreadPoolExecutor(1) as somebody_else:
            somebody_else.submit(freshness.announce, {"co"}).result()
        assert cached("co", ("a",), lambda: page_before, size=size) == "as it was"
    assert cached("co", ("a",), lambda: "as it is", size=size) == "as it is"


def test_a_change_of_ones_own_is_seen_at_once(page_cache, transactional_db):
    with freshness.pinned():
        assert cached("co", ("a",), lambda: "before", size=size) == "before"
        freshness.invalidate("co")
        assert cached("co", ("a",), lambda: "after", size=size) == "after"
    assert cached("co", ("a",), lambda: "later", size=size) == "after"


def test_a_page_is_no_younger_than_what_it_is_made_of(page_cache):
    cached("co", ("a",), lambda: "kept for an hour", size=size)
    with freshness.collect() as page:
        cached("co", ("a",), lambda: "", size=size)
    assert page.ends <= timezone.now() + LONGEST


def test_what_may_be_taken_back_is_not_remembered(page_cache, cream):
    def title():
        return cached("co", ("a",), lambda: ProductCopy.objects.get(slug="crema").title, size=len)

    try:
        with transaction.atomic():
            ProductCopy.objects.filter(slug="crema").update(title="Otra")
            assert title() == "Otra"
            raise InterruptedError
    except InterruptedError:
        pass
    assert title() == "Crema"


def test_its_end_is_the_pages_end_each_time(page_cache):
    soon = timezone.now() + timedelta(minutes=5)

    def make_it():
        freshness.expires_at(soon)
        return "true until then"

    for _ in range(2):
        with freshness.collect() as page:
            cached("co", ("a",), make_it, size=size)
        assert page.ends == soon


def test_what_has_ended_is_made_again(page_cache):
    made = iter(range(9))

    def make_it():
        freshness.expires_at(timezone.now() - timedelta(seconds=1))
        return next(made)

    assert cached("co", ("a",), make_it, size=size) == 0
    assert cached("co", ("a",), make_it, size=size) == 1


def test_what_must_not_be_kept_keeps_its_page_out(page_cache):
    made = iter(range(9))

    def make_it():
        freshness.do_not_cache()
        return next(made)

    for expected in (0, 1):
        with freshness.collect() as page:
            assert cached("co", ("a",), make_it, size=size) == expected
        assert not page.cacheable


def test_neither_nothing_nor_a_failure_is_kept(page_cache):
    answers = [None, ZeroDivisionError(), "there"]

    def make_it():
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    assert cached("co", ("a",), make_it, size=size) is None
    with pytest.raises(ZeroDivisionError):
        cached("co", ("a",), make_it, size=size)
    assert cached("co", ("a",), make_it, size=size) == "there"
    assert len(page_cache) == 1


def test_html_leads_to_the_site_it_stands_on(page_cache, client):
    def draw():
        return f'<a href="{in_edition("/catalogo/", "es-co")}">'

    seen = []
    for prefix in ("/@lili/", "/", "/@marta/"):
        set_script_prefix(prefix)
        seen.append(cached_html("co", ("a",), draw))
    assert seen == [
        '<a href="/@lili/es-co/catalogo/">',
        '<a href="/es-co/catalogo/">',
        '<a href="/@marta/es-co/catalogo/">',
    ]
    assert len(page_cache) == 1


# --- Pages that use it


def test_a_product_drawn_again_asks_for_nothing(redrawn, cream):
    redrawn(path_of(cream.categories.get().product_set.get(upc="T-1")))
    path = path_of(cream)
    first, second = redrawn(path), redrawn(path)
    assert first.html == second.html and "Tónico" in second
    assert 1 < first.queries <= 8
    assert second.queries == 1  # the storefront's version


def test_each_variant_of_a_product_is_itself(redrawn):
    product = make.lipstick()
    make.listed()
    path = path_of(product)
    skus = [unit.upc for unit in product.children.order_by("pk")]
    assert len(skus) > 1
    pages = {redrawn(f"{path}?variant={sku}").html for sku in skus for _ in range(2)}
    assert len(pages) == len(skus)


def test_the_card_below_another_product_changes(redrawn, cream):
    other = path_of(cream.categories.get().product_set.get(upc="T-1"))
    assert "99.000" in redrawn(other)
    price = Price.objects.get(product=cream, price_list__market="co")
    price.amount = Decimal("88000")
    price.save()
    assert "88.000" in redrawn(other)


def test_a_draft_is_nobody_elses(redrawn, cream):
    path = path_of(cream)
    words = ProductCopy.objects.get(product=cream, locale__language_code="es")
    words.title = "Solo un borrador"
    draft = words.save_revision().as_object()
    shown = draft.make_preview_request(preview_mode="es-co")
    assert "Solo un borrador" in shown.content.decode()
    assert "Solo un borrador" not in redrawn(path)


def test_a_category_drawn_again(redrawn, cream):
    first, second = redrawn("/es-co/catalogo/rostro/"), redrawn("/es-co/catalogo/rostro/")
    assert first.html == second.html and "Crema" in second
    assert second.queries < first.queries

    words = CategoryCopy.objects.get(slug="rostro", locale__language_code="es")
    words.summary = "Para cada rostro"
    words.save_revision().publish()
    assert "Para cada rostro" in redrawn("/es-co/catalogo/rostro/")


def test_filters_of_a_category_follow_what_is_sold(redrawn, cream):
    def column(query="") -> str:
        html = redrawn(f"/es-co/catalogo/{query}").html
        return html.split('id="filter-form"')[1].split("</form>")[0]

    before = column()
    assert column() == before and "filter-price" not in before, "all cost the same"
    price = Price.objects.get(product=cream, price_list__market="co")
    price.amount = Decimal("88000")
    price.save()
    after = column()
    assert "filter-price" in after
    # What somebody chose is nobody else's.
    assert 'value="90000"' in column("?price_max=90000")
    assert column() == after and 'value="90000"' not in after


@pytest.fixture
def page_with_carousel(cream):
    return make_page(
        "Historia",
        "historia",
        body=[
            ("carousel", {"title": "Mira", "source": "chosen", "most": 4, "products": [cream]}),
            ("products", {"title": "Más", "source": "chosen", "products": [cream]}),
        ],
    )


def test_a_carousel_is_drawn_once(redrawn, page_with_carousel):
    first, second = redrawn("/es-co/historia/"), redrawn("/es-co/historia/")
    assert first.html == second.html and second.html.count("product-card__title") == 2
    assert second.queries < first.queries


def test_a_carousel_shows_what_changed(redrawn, page_with_carousel, cream):
    redrawn("/es-co/historia/")
    price = Price.objects.get(product=cream, price_list__market="co")
    price.amount = Decimal("88000")
    price.save()
    assert redrawn("/es-co/historia/").html.count("88.000") == 2
    record = cream.stockrecords.get(partner__warehouse__served__market="co")
    adjust_stock(stockrecord=record, quantity=0, reason="Conteo")
    assert "Agotado" in redrawn("/es-co/historia/")


def test_a_carousel_in_two_countries_and_on_a_site(redrawn, page_with_carousel, lili):
    for _ in range(2):
        assert 'href="/es-co/catalogo/' in redrawn("/es-co/historia/")
        assert 'href="/es-mx/catalogo/' in redrawn("/es-mx/historia/")
        site = redrawn("/@lili-gomez/es-co/historia/").html
        assert 'href="/@lili-gomez/es-co/catalogo/' in site
        assert 'href="/es-co/catalogo/' not in site


# --- Several at once


def several(keys, made) -> dict:
    def make_them(missing):
        made.append(list(missing))
        return {key: key[0].upper() for key in missing if key != ("none",)}

    return cached_many("co", [(key,) for key in keys], make_them, size=size)


def test_of_several_only_the_unknown_are_made(page_cache):
    made = []
    assert several("ab", made) == {("a",): "A", ("b",): "B"}
    assert several("abc", made) == {("a",): "A", ("b",): "B", ("c",): "C"}
    assert several("cab", made).keys() == {("a",), ("b",), ("c",)}
    assert made == [[("a",), ("b",)], [("c",)]]
    assert several("", made) == {} and cached("co", ("a",), lambda: "another", size=size) == "A"


def test_of_several_what_is_not_there_is_asked_for_again(page_cache):
    made = []
    for _ in range(2):
        assert several(["a", "none"], made) == {("a",): "A"}
    assert made == [[("a",), ("none",)], [("none",)]]


def test_several_end_with_the_first_of_them(page_cache):
    soon = timezone.now() + timedelta(minutes=5)

    def make_them(missing):
        freshness.expires_at(soon)
        return dict.fromkeys(missing, "x")

    cached_many("co", [("a",), ("b",)], make_them, size=size)
    with freshness.collect() as page:
        cached_many("co", [("b",)], make_them, size=size)
    assert page.ends == soon


def test_several_that_must_not_be_kept_are_not(page_cache):
    def make_them(missing):
        freshness.do_not_cache()
        return dict.fromkeys(missing, "x")

    with freshness.collect() as page:
        assert cached_many("co", [("a",)], make_them, size=size) == {("a",): "x"}
    assert not page.cacheable and not len(page_cache)

"""The index of a process follows the listings, whoever wrote them."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from cms.page_cache import freshness
from commerce.listings.facet_index import Choice
from commerce.listings.facet_memory import facet_index
from commerce.listings.models import FilterableAttribute, Listing
from commerce.listings.services import set_filterable
from commerce.pricing.models import Price
from tests import factories as make

pytestmark = pytest.mark.django_db


def found(**values) -> set[str]:
    from django.utils import timezone

    index = facet_index("co", "es")
    choice = Choice({name: frozenset(chosen) for name, chosen in values.items()})
    bits = index.find(choice, index.everything, timezone.now())
    titles = dict(Listing.objects.values_list("pk", "title"))
    return {titles[pk] for pk in index.listings(bits, "name")}


def sold() -> int:
    return facet_index("co", "es").everything.bit_count()


def titles() -> set[str]:
    index = facet_index("co", "es")
    keys = index.listings(index.everything, "name")
    return set(Listing.objects.filter(pk__in=list(keys)).values_list("title", flat=True))


@pytest.fixture
def colour():
    attribute = make.attribute("colour", "Color", "Color")
    set_filterable(attribute=attribute, on=True)
    return attribute


def test_a_colour_and_a_size_are_of_the_same_variant(colour):
    set_filterable(attribute=make.attribute("size", "Tamaño", "Size"), on=True)
    lipstick = make.lipstick()
    make.listed(lipstick)

    assert found(colour=["colour-clay"], size=["size-l"]) == {"Labial de higo"}
    # The large one in clay is sold out.
    assert found(colour=["colour-clay"], size=["size-l"], in_stock=["1"]) == set()
    assert found(colour=["colour-clay"], in_stock=["1"]) == {"Labial de higo"}


def test_what_is_written_is_found_at_once(colour, django_assert_num_queries):
    make.listed(make.lipstick())
    assert found(colour=["colour-fig"]) == {"Labial de higo"}

    other = make.lipstick(sku="RZ-777")
    make.listed(other)

    assert sold() == 2
    other.delete()
    assert sold() == 1
    with django_assert_num_queries(1):
        facet_index("co", "es")


def test_a_change_of_words_moves_a_product_in_the_order(colour):
    first = make.product("Aloe", None, photos=0)
    second = make.product("Berro", None, photos=0)
    make.listed(first, second)
    index = facet_index("co", "es")
    assert index.listings_of([first.pk, second.pk], index.everything) == index.listings(
        index.everything, "name"
    )

    words = first.copies.get()
    words.title = "Zarza"
    words.save()
    make.listed(first)

    index = facet_index("co", "es")
    assert index.listings(index.everything, "name") == index.listings_of(
        [second.pk, first.pk], index.everything
    )


def test_only_ticked_attributes_are_filters(colour):
    make.listed(make.lipstick())
    assert "size" not in facet_index("co", "es").attributes

    set_filterable(attribute=make.attribute("size", "Tamaño", "Size"), on=True)

    assert facet_index("co", "es").attributes == {"colour", "size"}
    assert found(size=["size-s"]) == {"Labial de higo"}

    set_filterable(attribute=colour, on=False)

    assert facet_index("co", "es").attributes == {"size"}
    assert FilterableAttribute.objects.count() == 1


def test_an_attribute_with_a_name_of_the_shops_own_filters_under_another(db):
    attribute = make.attribute("price", "Precio", "Price")
    set_filterable(attribute=attribute, on=True)
    option = make.option(attribute, "fair", "Justo", "Fair")
    make.listed(make.product("Té", "Tea", values={attribute: option}, photos=0))

    assert facet_index("co", "es").attributes == {"attribute_price"}
    assert found(attribute_price=["price-fair"]) == {"Té"}


# --- Kept while nothing changes


@pytest.fixture
def shop(page_cache, transactional_db):
    made = [make.product(name, None, photos=0) for name in ("Aloe", "Berro")]
    make.listed(*made)
    return made


def test_nothing_is_asked_while_nothing_changes(shop, assert_max_queries):
    index = facet_index("co", "es")
    with assert_max_queries(0):
        assert facet_index("co", "es") is index
    freshness.invalidate("mx")
    with assert_max_queries(0):
        assert facet_index("co", "es") is index
    # Something else of the market: the listings are what they were.
    freshness.invalidate("co")
    with assert_max_queries(1):
        assert facet_index("co", "es") is index


def test_what_is_written_or_deleted_is_found_at_once(shop):
    first, second = shop
    assert sold() == 2
    make.listed(make.product("Caléndula", None, photos=0))
    assert sold() == 3
    first.delete()
    assert titles() == {"Berro", "Caléndula"}


def test_what_is_not_committed_is_nobody_elses(shop):
    with pytest.raises(InterruptedError), transaction.atomic():
        make.listed(make.product("Caléndula", None, photos=0))
        assert sold() == 3
        raise InterruptedError
    assert sold() == 2


def test_a_deletion_that_is_taken_back_leaves_nothing_out(shop):
    assert sold() == 2
    with pytest.raises(InterruptedError), transaction.atomic():
        shop[0].delete()
        assert sold() == 1
        raise InterruptedError
    assert sold() == 2
    freshness.invalidate("co")
    assert titles() == {"Aloe", "Berro"}


def test_a_deleted_category_is_empty(page_cache, transactional_db):
    above = make.category("Rostro")
    face, body = make.category("Cremas", parent=above), make.category("Cuerpo")
    make.listed(make.product("Aloe", None, photos=0, categories=[face, body]))
    index = facet_index("co", "es")
    assert all(index.in_category(one.pk) for one in (above, face, body))

    above.delete()

    index = facet_index("co", "es")
    assert [bool(index.in_category(pk)) for pk in (above.pk, face.pk, body.pk)] == [0, 0, 1]


def test_who_began_before_a_change_does_not_take_the_index_back(shop, assert_max_queries):
    """A request asks for the state of its beginning; a newer index answers it as well."""
    with freshness.pinned():
        before = facet_index("co", "es")
        with ThreadPoolExecutor(1) as somebody_else:
            newer = somebody_else.submit(change_price, shop[0]).result()
        with assert_max_queries(0):
            assert facet_index("co", "es") is newer
    assert newer is not before
    with assert_max_queries(0):
        assert facet_index("co", "es") is newer


def change_price(product):
    """In another thread: the index after it."""
    price = Price.objects.get(product=product, price_list__market="co")
    price.amount += 1
    price.save()
    try:
        return facet_index("co", "es")
    finally:
        connection.close()

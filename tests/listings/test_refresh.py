from decimal import Decimal

import pytest

from commerce.copy.models import CategoryCopy
from commerce.listings.models import Listing, ListingCategory
from commerce.projection import services
from commerce.projection.services import rebuild_listings, refresh_listings
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.every_engine]


def rows(**filters):
    return {(row.market, row.language): row for row in Listing.objects.filter(**filters)}


def test_a_product_is_listed_in_each_market_and_language_that_sells_it():
    product = make.listed(make.product(prices={"co": "99000", "us": "25.00"}))

    found = rows(product=product)

    assert set(found) == {("co", "es"), ("us", "en"), ("us", "es")}
    assert found["co", "es"].price == Decimal("99000")
    assert found["co", "es"].currency == "COP"
    assert found["us", "en"].title == "Night cream"
    assert found["us", "es"].title == "Crema de noche"


def test_words_fall_back_to_the_default_language():
    product = make.listed(make.product("Jabón de avena", None))

    row = rows(product=product)["us", "en"]

    assert (row.title, row.source_language) == ("Jabón de avena", "es")


def test_without_words_in_the_default_language_only_its_own_language_lists_it():
    product = make.product("x", "Soap")
    product.copies.get(locale__language_code="es").delete()
    # Its translations went with the source.
    assert not product.copies.exists()

    make.listed(product)

    assert rows(product=product) == {}


@pytest.mark.parametrize("change", ["hide", "unprice", "unpublish"])
def test_a_product_that_is_no_longer_sold_loses_its_rows(change):
    product = make.listed(make.product())
    assert rows(product=product)

    if change == "hide":
        product.is_public = False
        product.save()
    elif change == "unprice":
        product.prices.all().delete()
    else:
        product.copies.update(live=False)
    make.listed(product)

    assert rows(product=product) == {}


def test_variants_make_the_price_range_the_stock_and_the_swatches():
    product = make.listed(make.lipstick(prices={"co": ("90000", "100000")}))

    row = rows(product=product)["co", "es"]

    assert (row.price, row.price_max) == (Decimal("90000"), Decimal("120000"))
    assert (row.compare_at, row.discount) == (Decimal("100000"), 10)
    assert row.stock == "in_stock"
    assert [(s["label"], s["hex"], s["sku"]) for s in row.swatches] == [
        ("Higo", "#5E2A3C", "RZ-501-1"),
        ("Arcilla", "#A8481F", "RZ-501-3"),
    ]
    assert row.facets == {"colour": ["colour-clay", "colour-fig"], "size": ["size-l", "size-s"]}
    assert row.images[0]["alt"] == "Labial de higo, Higo"
    assert "rz5011" in row.search_text and "arcilla" in row.search_text


@pytest.mark.parametrize(
    ("amount", "compare_at", "percent"),
    [("99", "100", 1), ("66.70", "100", 33), ("99.50", "100", 0), ("0", "10", 100)],
)
def test_a_discount_is_rounded_down(amount, compare_at, percent):
    product = make.listed(make.product(prices={"us": (amount, compare_at)}))

    assert rows(product=product)["us", "en"].discount == percent


@pytest.mark.parametrize(("stock", "word"), [(0, "out"), (1, "low"), (5, "low"), (6, "in_stock")])
def test_stock_is_told_in_a_word(stock, word):
    product = make.listed(make.product(stock={"co": stock}))

    assert rows(product=product)["co", "es"].stock == word


def test_a_listing_stands_in_its_category_and_all_above():
    face = make.category("Rostro", "Face")
    creams = make.category("Cremas", "Creams", parent=face)
    product = make.listed(make.product(categories=[creams]))

    row = rows(product=product)["co", "es"]

    assert row.path.endswith("/rostro/cremas/crema-de-noche/")
    assert set(row.in_categories.values_list("category_id", flat=True)) == {face.pk, creams.pk}
    assert rows(product=product)["us", "en"].path.endswith("/face/creams/night-cream/")


def test_pictures_come_in_the_widths_the_original_is_large_enough_for():
    product = make.product(photos=0)
    make.ProductPhoto.objects.create(product=product, image=make.image(width=700, height=900))
    make.ProductPhoto.objects.create(product=product, image=make.image(width=200, height=200))
    make.listed(product)

    large, small = rows(product=product)["co", "es"].images

    assert [part.split()[1] for part in large["srcset"].split(", ")] == ["320w", "480w", "640w"]
    assert (large["width"], large["height"]) == (480, 600)
    assert large["src"].endswith(".webp") and large["src"].startswith("/media/")
    assert small["width"] <= 200


def test_a_lost_picture_does_not_take_the_product_off_the_shelf():
    product = make.product(photos=1)
    image = product.photos.get().image
    image.file.storage.delete(image.file.name)

    make.listed(product)

    assert rows(product=product)["co", "es"].images == []


def test_a_refresh_that_changes_nothing_writes_nothing():
    product = make.listed(make.lipstick())

    done = refresh_listings([product.pk])

    assert (done.written, done.removed, done.unchanged) == (0, 0, 4)


def test_a_variant_stands_for_its_parent():
    product = make.lipstick()

    refresh_listings([product.children.first().pk])

    assert rows(product=product)
    assert not Listing.objects.exclude(product=product).exists()


def test_rebuilding_500_products_takes_few_queries(assert_max_queries):
    category = make.category("Todo", "All")
    for _ in range(30):
        make.product(categories=[category], photos=0)

    with assert_max_queries(60) as first:
        rebuild_listings()
    for _ in range(30):
        make.product(categories=[category], photos=0)
    with assert_max_queries(60) as second:
        rebuild_listings()

    assert Listing.objects.count() == 60 * 4
    assert ListingCategory.objects.count() == 60 * 4
    # More rows need more INSERTs on SQLite, which takes 999 values in one; nothing else grows.
    assert len(second) - len(first) <= 6


def test_a_rebuild_does_not_bring_back_the_name_of_before(db, monkeypatch):
    # given a rebuild that has begun when somebody renames a category
    category = make.category("Rostro", "Face")
    product = make.product("Crema", "Cream", categories=[category])
    make.listed(product)
    render = services.render

    def rename_meanwhile(products):
        words = CategoryCopy.objects.get(category=category, locale__language_code="es")
        words.title, words.slug = "Cara", "cara"
        words.save()
        render(products)

    monkeypatch.setattr(services, "render", rename_meanwhile)
    # when it goes on
    rebuild_listings()
    # then the product stands where its category is now
    path = Listing.objects.get(product=product, market="co", language="es").path
    assert "/cara/" in path and "/rostro/" not in path

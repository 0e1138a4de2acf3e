"""The demo company's products, options and categories hold together in all three markets."""

import re
from decimal import Decimal

import pytest

import demo.company as company
from demo.company import options
from demo.company.schema import TAX_CLASSES, ProductSeed

from .company_walk import LANGUAGES

CATEGORY_KEYS = {category.key for category in company.walk()}


def test_there_is_a_whole_catalogue():
    assert len(company.PRODUCTS) >= 40
    for market in company.MARKETS:
        assert sum(market in product.markets for product in company.PRODUCTS) >= 34


def test_every_sku_is_its_own():
    skus = [product.sku for product in company.PRODUCTS]
    skus += [p.variant_sku(variant) for p in company.PRODUCTS for variant in p.variants]
    assert len(skus) == len(set(skus))
    assert all(re.fullmatch(r"RZ-\d{3}(-[A-Z0-9]+)*", sku) for sku in skus)


def test_titles_are_unique_in_each_language():
    for language in LANGUAGES:
        for group in (company.PRODUCTS, tuple(company.walk()), company.PAGES):
            titles = [thing.title[language].casefold() for thing in group]
            assert len(titles) == len(set(titles))


@pytest.mark.parametrize("product", company.PRODUCTS, ids=lambda product: product.sku)
def test_a_product_is_whole(product: ProductSeed):
    assert product.category in company.LEAF_KEYS
    assert product.shape in company.SHAPES
    assert re.fullmatch("#[0-9A-F]{6}", product.colour)
    assert re.fullmatch("#[0-9A-F]{6}", product.tint)
    assert product.tax_class in TAX_CLASSES
    assert product.launched_days_ago > 0
    assert product.size is None or product.size in options.SIZES_BY_KEY
    assert not (product.size and product.variants)
    assert product.markets
    assert set(product.prices) == set(product.stock) <= set(company.MARKETS)
    for language in LANGUAGES:
        assert len(product.title[language]) <= 60
        assert len(product.summary[language]) <= 110
        assert product.description[language].count("<p>") in (2, 3, 4)
        tags = product.tags[language].split(", ")
        assert len(tags) >= 3
        assert len(set(tags)) == len(tags)
        if product.seo_title:
            assert len(product.seo_title[language]) <= 60
        if product.seo_description:
            assert 60 <= len(product.seo_description[language]) <= 160


@pytest.mark.parametrize("product", company.PRODUCTS, ids=lambda product: product.sku)
def test_prices_and_stock_can_be_kept(product: ProductSeed):
    for variant in product.variants or (None,):
        if variant:
            assert set(variant.prices or {}) <= set(product.markets)
            assert set(variant.stock or {}) <= set(product.markets)
        for market in product.markets:
            amount, compare_at = product.price_of(variant, market)
            decimals = 2 if market == "us" else 0
            for value in filter(None, (amount, compare_at)):
                assert -Decimal(value).as_tuple().exponent == decimals
            assert Decimal(amount) > 0
            assert compare_at is None or Decimal(compare_at) > Decimal(amount)
            assert product.stock_of(variant, market) >= 0


@pytest.mark.parametrize(
    "product", [p for p in company.PRODUCTS if p.variants], ids=lambda product: product.sku
)
def test_variants_differ_by_known_options(product: ProductSeed):
    assert len(product.variants) >= 2
    chosen = [(variant.colour, variant.size) for variant in product.variants]
    assert len(set(chosen)) == len(chosen)
    for colour, size in chosen:
        assert colour or size
        assert colour is None or colour in options.COLOURS_BY_KEY
        assert size is None or size in options.SIZES_BY_KEY
    assert len({(colour is None, size is None) for colour, size in chosen}) == 1


def test_the_shop_has_the_cases_that_a_shop_must_show():
    sold_out = [p for p in company.PRODUCTS if not p.variants and 0 in p.stock.values()]
    low = [
        (p.sku, market)
        for p in company.PRODUCTS
        for variant in p.variants or (None,)
        for market in p.markets
        if 0 < p.stock_of(variant, market) <= 5
    ]
    reduced = [p for p in company.PRODUCTS if any(c for _, c in p.prices.values())]
    not_everywhere = [p for p in company.PRODUCTS if len(p.markets) < 3]
    assert len(sold_out) >= 2
    assert low
    assert len(reduced) >= 5
    assert len(not_everywhere) >= 2
    # Enough for a row, and few enough to mean something.
    assert 8 <= sum(p.featured for p in company.PRODUCTS) <= len(company.PRODUCTS) // 3
    assert sum(p.launched_days_ago <= 90 for p in company.PRODUCTS) >= 4


def test_orange_in_size_m_finds_something_in_every_market():
    for market in company.MARKETS:
        assert [
            product.variant_sku(variant)
            for product in company.PRODUCTS
            if market in product.markets
            for variant in product.variants
            if variant.colour == "orange" and variant.size == "m"
        ]


def test_every_shape_colour_and_size_is_used():
    variants = [variant for p in company.PRODUCTS for variant in p.variants]
    assert {p.shape for p in company.PRODUCTS} == set(company.SHAPES)
    assert {v.colour for v in variants if v.colour} == set(options.COLOURS_BY_KEY)
    sizes = {v.size for v in variants} | {p.size for p in company.PRODUCTS}
    assert sizes - {None} == set(options.SIZES_BY_KEY)


def test_colours_belong_to_a_family():
    assert len(options.COLOURS_BY_KEY) == len(options.COLOURS)
    assert {colour.family for colour in options.COLOURS} == set(options.COLOUR_FAMILIES)
    assert all(re.fullmatch("#[0-9A-F]{6}", colour.hex) for colour in options.COLOURS)


def test_the_category_tree_has_two_levels_and_no_empty_leaf():
    assert len(company.CATEGORIES) == 6
    assert len(CATEGORY_KEYS) == len(list(company.walk()))
    for category in company.CATEGORIES:
        assert 2 <= len(category.children) <= 3
    assert {product.category for product in company.PRODUCTS} == set(company.LEAF_KEYS)
    assert {category.scene for category in company.walk()} <= set(company.SCENES)

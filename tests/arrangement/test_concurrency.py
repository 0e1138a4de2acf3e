"""Lists are arranged while listings are written, on PostgreSQL with real connections."""

import pytest

from commerce.arrangement.models import CatalogueOrder
from commerce.arrangement.services import Conflict, arrange, order_of
from commerce.listings.models import Listing, ListingCategory
from commerce.projection.services import refresh_listings
from tests import factories as make
from tests.at_once import at_once

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
ROUNDS = 4


@pytest.fixture
def creams(transactional_db):
    return make.category("Cremas")


@pytest.fixture
def products(creams):
    made = [make.product(sku=name, categories=[creams]) for name in "ABC"]
    make.listed(*made)
    return made


def put(places, category=None):
    revision = order_of(market="co", category=category).revision or 0
    return lambda: arrange(
        market="co", category=category, places=places, per_page=8, revision=revision, by=None
    )


def test_arranging_and_writing_listings_do_not_block_each_other(products, creams):
    """Products leave the category and come back meanwhile, each followed by a worker."""
    first, second, third = products
    for number in range(1, ROUNDS + 1):
        stays = [creams] if number % 2 == 0 else []
        jobs = [
            lambda stays=stays: first.categories.set(stays),
            lambda stays=stays: second.categories.set(stays),
            lambda: refresh_listings([product.pk for product in reversed(products)]),
        ]

        at_once(put({third.pk: (1, number)}), *jobs)
        at_once(put({third.pk: (2, number)}, creams), *reversed(jobs))

    everywhere = Listing.objects.get(product=third, market="co", language="es")
    in_category = ListingCategory.objects.get(listing=everywhere, category=creams)
    assert (everywhere.catalogue_page, everywhere.catalogue_sequence) == (1, ROUNDS)
    assert (in_category.catalogue_page, in_category.catalogue_sequence) == (2, ROUNDS)


@pytest.mark.parametrize("begun", [False, True])
def test_of_two_who_arrange_the_same_list_one_is_told(products, begun):
    if begun:
        put({products[0].pk: (1, 1)})()

    results = at_once(
        put({products[1].pk: (1, 2)}), put({products[2].pk: (1, 2)}), refused=Conflict
    )

    assert sum(isinstance(result, CatalogueOrder) for result in results) == 1
    assert sum(isinstance(result, Conflict) for result in results) == 1
    assert order_of(market="co").entries.filter(page=1, sequence=2).count() == 1

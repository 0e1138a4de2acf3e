"""Several workers write the same listings, on PostgreSQL with real connections."""

from decimal import Decimal

import pytest

from commerce.listings.models import Listing, ListingVersion
from commerce.pricing.services import set_price
from commerce.projection.services import rebuild_listings, refresh_listings
from tests import factories as make
from tests.at_once import at_once

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
ROUNDS = 4


@pytest.fixture
def products(transactional_db):
    made = [make.product(sku=name) for name in "ABC"]
    make.listed(*made)
    return made


def prices():
    rows = Listing.objects.filter(market="co", language="es")
    return {row.sku: row.price for row in rows}


def changed(product, amount):
    """The price is set, and a worker follows."""

    def change():
        set_price(product=product, price_list=make.price_list("co"), amount=Decimal(amount))
        refresh_listings([product.pk])

    return change


def test_whoever_writes_last_has_read_last(products):
    for number in range(1, ROUNDS + 1):
        at_once(
            *[changed(product, 1000 * number) for product in products],
            rebuild_listings,
            lambda: refresh_listings([product.pk for product in reversed(products)]),
        )

        assert prices() == {name: 1000 * number for name in "ABC"}


def test_each_writing_has_a_number_of_its_own(products):
    before = ListingVersion.objects.get().number

    at_once(*[changed(product, 5000) for product in products])

    numbers = set(Listing.objects.filter(market="co").values_list("sku", "revision"))
    assert len({number for _sku, number in numbers}) == len(products)
    assert ListingVersion.objects.get().number == before + len(products)

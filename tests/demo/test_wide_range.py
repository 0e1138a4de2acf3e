"""``make demo SCALE=…``: thousands of different, believable products."""

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from commerce.listings.facet_index import Choice
from commerce.listings.facet_memory import facet_index
from commerce.listings.models import Listing
from demo.build.wide_range import largest_scale, wide_range
from demo.company import PRODUCTS

pytestmark = pytest.mark.one_database


def test_ten_thousand_products_have_ten_thousand_names():
    seeds = list(wide_range(10_000))

    assert len({seed.sku for seed in seeds}) == 10_000
    for language in ("es", "en"):
        titles = {seed.words["title"][language] for seed in seeds}
        assert len(titles) == 10_000
        assert max(map(len, titles)) <= 120
    assert largest_scale() >= 20_000


def test_a_larger_range_holds_the_smaller_one():
    few, many = list(wide_range(50)), list(wide_range(80))

    assert [seed.words for seed in few] == [seed.words for seed in many[:50]]
    assert [seed.facts["units"] for seed in few] == [seed.facts["units"] for seed in many[:50]]


def test_the_company_grows_to_its_scale(demo_company, client):
    scale = len(PRODUCTS) + 60

    call_command("demo", accounts=False, scale=scale, verbosity=0)
    call_command("demo", accounts=False, scale=scale, verbosity=0)

    products = Listing.objects.values("product_id").distinct().count()
    assert products == scale
    index = facet_index("co", "es")
    sold = index.find(Choice({"in_stock": frozenset("1")}), index.everything, timezone.now())
    assert 30 < sold.bit_count() <= index.everything.bit_count()
    wide = Listing.objects.filter(sku__startswith="RZ-W", market="co").first()
    assert client.get(f"/es-co{wide.path}").status_code == 200
    assert len(wide.images) and wide.units


def test_more_products_than_names_are_refused(db):
    with pytest.raises(CommandError):
        call_command("demo", scale=largest_scale() + 1, verbosity=0)

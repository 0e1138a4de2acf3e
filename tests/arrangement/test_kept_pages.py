"""What arranging, themed days and labels mean for pages that are kept whole."""

from datetime import date

import pytest
from django.db import connection

from cms.page_cache import freshness
from commerce.arrangement.models import ThemedDay
from commerce.arrangement.services import arrange
from commerce.labels.models import Label, LabelPolicy
from commerce.listings.tags import list_tag
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def renews(settings, tmp_path, django_capture_on_commit_callbacks):
    """``renews(write)``: the markets whose pages show something else after a write."""
    settings.PAGE_CHANGES = tmp_path / "changes"

    def watch(write) -> set[str]:
        # What making the shop asked for waits for a commit that never comes.
        connection.run_on_commit = []
        before = freshness.position()
        with django_capture_on_commit_callbacks(execute=True):
            write()
        return {
            market
            for market in ("co", "mx", "us")
            for tag in (market, list_tag(market))
            if not freshness.unchanged_since(before, tag)
        }

    return watch


def test_an_arranged_list_renews_the_pages_of_its_market(renews):
    product = make.listed(make.product())

    def put():
        arrange(market="mx", places={product.pk: (1, 1)}, per_page=24, revision=0, by=None)

    assert "mx" in renews(put)


def test_a_themed_day_renews_pages_when_it_is_made_changed_and_deleted(renews):
    everywhere = {"co", "mx", "us"}
    day = ThemedDay(name="x", first_day=date(2031, 1, 1), last_day=date(2031, 1, 1))
    assert renews(day.save) == everywhere
    colour = make.attribute("colour", "Color", "Color")
    orange = make.option(colour, "orange")
    assert renews(lambda: day.options.add(orange)) == everywhere
    assert renews(day.delete) == everywhere


def test_a_label_renews_pages_through_the_listings_that_carry_it(renews):
    product = make.listed(make.product(prices={"co": "10"}))
    label = Label.objects.create(code="x")
    assert renews(lambda: label.products.add(product)) >= {"co"}


def test_a_label_policy_renews_the_pages_of_its_market(renews):
    assert "us" in renews(lambda: LabelPolicy.objects.create(market="us", most_per_card=1))

"""Labels on listings: what carries one, from when to when, and what cards show of them."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone, translation

from background.models import TimetableRun
from cms.page_cache import freshness
from commerce.catalogue.cards import card_values
from commerce.labels.building import LabelRules, ManualLabels
from commerce.labels.inks import ink_on, validate_ground
from commerce.labels.kinds import Facts
from commerce.labels.models import Label, LabelCopy, LabelPolicy, Newness
from commerce.labels.presentation import current
from commerce.labels.services import present_product, products_to_relabel
from commerce.listings.models import Listing
from commerce.projection.services import refresh_listings
from commerce.projection.tasks import refresh_after_label_dates
from tests import factories as make

pytestmark = pytest.mark.django_db


def label(code="precyber", es="PreCyber", en="PreCyber deal", **fields):
    made = Label.objects.create(code=code, **fields)
    first = LabelCopy.objects.create(label=made, locale=make.locale("es"), text=es)
    LabelCopy.objects.create(
        label=made, locale=make.locale("en"), text=en, translation_key=first.translation_key
    )
    return made


def old(**fields):
    """A product that is not new any more."""
    product = make.product(**fields)
    type(product).objects.filter(pk=product.pk).update(
        date_created=timezone.now() - timedelta(days=400)
    )
    product.refresh_from_db()
    return product


def codes(product, market="co", language="es"):
    return [
        one["code"]
        for one in Listing.objects.in_market(market, language).get(product=product).labels
    ]


def test_the_shop_has_one_label_of_each_kind_that_it_works_out():
    assert set(Label.objects.values_list("kind", "code")) == {
        ("new", "new"),
        ("discount", "discount"),
        ("free", "free-shipping"),
    }


def test_a_new_and_reduced_product_carries_both_in_the_language_of_its_row():
    product = make.listed(make.product(prices={"co": ("80000", "100000")}))
    es = Listing.objects.get(product=product, market="co", language="es")
    assert [(one["kind"], one["text"]) for one in es.labels] == [
        ("discount", "-20\xa0%"),
        ("new", "Nuevo"),
    ]


def test_new_ends_by_itself_after_the_markets_days_or_on_the_products_own_day():
    LabelPolicy.objects.create(market="co", new_days=10)
    product = make.product()
    launched = product.date_created
    make.listed(product)
    value = Listing.objects.get(product=product, market="co", language="es").labels[0]
    assert datetime.fromisoformat(value["until"]) == launched + timedelta(days=10)

    Newness.objects.create(product=product, until=date(2030, 1, 31))
    make.listed(product)
    value = Listing.objects.get(product=product, market="co", language="es").labels[0]
    # Midnight in Bogota.
    assert datetime.fromisoformat(value["until"]) == datetime(2030, 2, 1, 5, tzinfo=UTC)


def test_days_of_zero_mean_that_nothing_is_new():
    LabelPolicy.objects.create(market="co", new_days=0)
    product = make.listed(make.product())
    assert codes(product, "co") == [] and codes(product, "mx") == ["new"]


@pytest.mark.parametrize("way", ["product", "category", "above", "option"])
def test_a_label_of_our_own_stands_on_what_was_named(way):
    above = make.category("Rostro")
    category = make.category("Cremas", parent=above)
    colour = make.attribute("colour", "Color", "Color")
    orange = make.option(colour, "orange", "Naranja", "Orange")
    product, other = old(categories=[category], values={colour: orange}), old()
    made = label()
    {
        "product": lambda: made.products.add(product),
        "category": lambda: made.categories.add(category),
        "above": lambda: made.categories.add(above),
        "option": lambda: made.options.add(orange),
    }[way]()
    make.listed(product, other)
    assert codes(product) == ["precyber"] and codes(other) == []
    english = Listing.objects.get(product=product, market="us", language="en")
    assert english.labels[0]["text"] == "PreCyber deal"


def test_a_label_holds_from_its_first_day_to_its_last_on_the_markets_own_clock():
    made = label(starts_on=date(2026, 11, 27), ends_on=date(2026, 11, 27))
    product = old()
    made.products.add(product)
    rules, manual = LabelRules.read(), ManualLabels.read([product.pk])
    facts = Facts(product.pk, Decimal(1), 0, product.date_created, frozenset(), frozenset())

    def carried(market, moment):
        return [
            one["code"]
            for one in rules.labels(facts, manual, market=market, language="es", at=moment)
        ]

    # Midnight in Bogota is 5:00 UTC, in Mexico City 6:00.
    assert carried("co", datetime(2026, 11, 27, 4, 59, tzinfo=UTC)) == []
    assert carried("co", datetime(2026, 11, 27, 5, 0, tzinfo=UTC)) == ["precyber"]
    assert carried("mx", datetime(2026, 11, 27, 5, 0, tzinfo=UTC)) == []
    assert carried("co", datetime(2026, 11, 28, 4, 59, tzinfo=UTC)) == ["precyber"]
    assert carried("co", datetime(2026, 11, 28, 5, 0, tzinfo=UTC)) == []
    assert carried("mx", datetime(2026, 11, 28, 5, 0, tzinfo=UTC)) == ["precyber"]


def test_a_label_for_one_market_is_in_no_other():
    made = label(markets=["mx"])
    product = old()
    made.products.add(product)
    make.listed(product)
    assert codes(product, "mx") == ["precyber"] and codes(product, "co") == []


def test_a_card_never_shows_a_label_that_has_ended_though_nobody_refreshed():
    product = make.listed(old())
    listing = Listing.objects.get(product=product, market="co", language="es")
    ended = (timezone.now() - timedelta(seconds=1)).isoformat()
    listing.labels = [{"kind": "custom", "code": "x", "text": "Ayer", "until": ended}]
    with translation.override("es-co"):
        assert card_values(listing)["labels"] == []


def test_a_page_with_a_label_that_ends_is_kept_no_longer():
    ends = timezone.now() + timedelta(hours=3)
    with freshness.collect() as dependencies:
        current([{"code": "x", "until": ends.isoformat()}, {"code": "y"}])
    assert dependencies.ends == ends


def test_the_most_important_labels_stand_on_a_card_and_no_more_than_the_market_wants():
    LabelPolicy.objects.create(market="co", most_per_card=2)
    product = old()
    for code, priority in (("third", 1), ("first", 90), ("second", 40)):
        label(code, es=code, priority=priority).products.add(product)
    make.listed(product)
    listing = Listing.objects.get(product=product, market="co", language="es")
    with translation.override("es-co"):
        assert [one["text"] for one in card_values(listing)["labels"]] == ["first", "second"]


def test_what_is_worth_enough_says_that_its_delivery_is_free():
    from commerce.delivery.models import DeliveryMethod

    DeliveryMethod.objects.filter(market="co").delete()
    DeliveryMethod.objects.create(market="co", code="home", price=9000, free_from=150000)
    cheap, dear = old(prices={"co": "90000"}), old(prices={"co": "150000"})
    make.listed(cheap, dear)
    assert codes(cheap) == [] and codes(dear) == ["free-shipping"]


@pytest.mark.parametrize(
    ("regions", "shown"),
    [
        ({"except_regions": "Amazonas,Vaupés"}, ["free-shipping"]),
        ({"only_regions": "Antioquia"}, []),
    ],
)
def test_free_delivery_is_said_where_it_holds_for_most_of_the_market(regions, shown):
    from commerce.delivery.models import DeliveryMethod

    DeliveryMethod.objects.filter(market="co").delete()
    DeliveryMethod.objects.create(market="co", code="home", price=9000, free_from=150000, **regions)
    dear = old(prices={"co": "150000"})
    make.listed(dear)
    assert codes(dear) == shown


def test_a_label_turns_by_the_clock_alone_when_the_task_runs():
    product = old()
    made = label()
    made.products.add(product)
    make.listed(product)
    assert codes(product) == ["precyber"]
    yesterday = timezone.localdate() - timedelta(days=1)
    Label.objects.filter(pk=made.pk).update(ends_on=yesterday)
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)

    turned = products_to_relabel(midnight - timedelta(minutes=5), midnight)
    assert product.pk in turned
    refresh_listings(turned)
    assert codes(product) == []


@pytest.mark.parametrize("days", [1, 12])
def test_a_label_that_ended_while_the_worker_was_away_goes_when_it_is_back(days):
    # given a label, and a product that is new, until a day while nobody looked
    product, new = old(), old()
    made = label()
    made.products.add(product)
    Newness.objects.create(product=new, until=date(2031, 1, 1))
    make.listed(product, new)
    assert codes(product) == ["precyber"] and codes(new)
    over = timezone.localdate() - timedelta(days=days)
    Label.objects.filter(pk=made.pk).update(ends_on=over)
    Newness.objects.update(until=over)
    TimetableRun.objects.update_or_create(
        name=refresh_after_label_dates.module_path,
        defaults={"done_until": timezone.now() - timedelta(days=days + 1)},
    )
    # when the worker is back
    refresh_after_label_dates.func()
    assert codes(product) == codes(new) == []


def test_the_task_runs_with_nothing_to_do():
    refresh_after_label_dates.enqueue()


def test_presenting_a_product_keeps_what_rules_and_the_shop_say():
    product = old()
    one, two = label("one"), label("two")
    present_product(product=product, labels=[one], new_until=date(2031, 1, 1))
    present_product(product=product, labels=[two], new_until=None)
    assert list(product.labels.all()) == [two] and not Newness.objects.exists()


@pytest.mark.parametrize(("colour", "ink"), [("#5E2A3C", "light"), ("#F6C177", "dark")])
def test_the_ink_is_the_one_that_reads_better(colour, ink):
    validate_ground(colour)
    assert ink_on(colour) == ink


@pytest.mark.parametrize("colour", ["#808080", "red", "#12", "#12345G", "javascript:1"])
def test_a_color_on_which_nothing_can_be_read_is_refused(colour):
    with pytest.raises(ValidationError):
        validate_ground(colour)

"""Our engine gives what Oscar's own gives, on random baskets (design: budget and equality)."""

from dataclasses import dataclass
from decimal import Decimal

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from oscar.apps.offer.applicator import Applicator
from oscar.apps.partner import availability, prices
from oscar.apps.partner.strategy import PurchaseInfo
from oscar.core.loading import get_model

from commerce.offers.engine.applying import apply_offers, settle
from commerce.offers.engine.lines import OfferLine
from commerce.offers.engine.loaded import DELIVERY_BENEFITS
from commerce.offers.loading import Buyer, load_offers
from tests import factories as shop

from .factories import goods, offer

Basket = get_model("basket", "Basket")
StockRecord = get_model("partner", "StockRecord")


class PricedBy:
    """A strategy with the prices that the example says, tax included in none."""

    def __init__(self, units):
        self.units = units

    def fetch_for_line(self, line, stockrecord=None):
        price = prices.FixedPrice("USD", self.units[line.product_id], tax=Decimal(0))
        return PurchaseInfo(price, availability.Available(), line.stockrecord)


@dataclass
class Stage:
    products: list
    face: object
    serums: object
    other_class: object


@pytest.fixture
def stage(db):
    face = shop.category("Cuidado facial", "Facial care")
    serums = shop.category("Sérums", "Serums", parent=face)
    body = shop.category("Cuerpo", "Body")
    other_class = shop.product_class("Regalos")
    cream = shop.product("Crema", "Cream", categories=[face])
    serum = shop.product("Sérum", "Serum", categories=[serums])
    soap = shop.product("Jabón", "Soap", categories=[body])
    candle = shop.product("Vela", "Candle")
    candle.product_class = other_class
    candle.save()
    fig = shop.lipstick(categories=[body])
    variants = list(fig.children.order_by("pk"))[:2]
    fixed = shop.product("Nunca rebajado", "Never reduced", categories=[face])
    fixed.is_discountable = False
    fixed.save()
    return Stage([cream, serum, soap, candle, *variants, fixed], face, serums, other_class)


money = st.decimals("0.50", "200", places=2)
conditions = st.one_of(
    st.tuples(st.just("Count"), st.integers(1, 5)),
    st.tuples(st.just("Coverage"), st.integers(1, 4)),
    st.tuples(st.just("Value"), money),
)
benefits = st.one_of(
    st.tuples(st.just("Percentage"), st.decimals("0.5", "100", places=1)),
    st.tuples(st.just("Absolute"), money),
    st.tuples(st.just("Fixed"), money),
    st.tuples(st.just("Multibuy"), st.none()),
    st.tuples(st.just("Fixed price"), money),
    st.tuples(st.just("Shipping percentage"), st.integers(1, 100)),
    st.tuples(st.just("Shipping absolute"), money),
    st.tuples(st.just("Shipping fixed price"), money),
)
ranges = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["everything", "face", "serums", "products", "class"]),
        "chosen": st.sets(st.integers(0, 6), max_size=4),
        "without": st.sets(st.integers(0, 3), max_size=2),
    }
)
plans = st.fixed_dictionaries(
    {
        "when": conditions,
        "gives": benefits,
        "on": ranges,
        "benefit_on": st.none() | ranges,
        "most": st.none() | st.integers(1, 4),
        "exclusive": st.booleans(),
        "priority": st.integers(0, 2),
        "max_basket_applications": st.none() | st.integers(1, 3),
        "max_global_applications": st.none() | st.integers(1, 4),
        "num_applications": st.integers(0, 2),
    }
)
baskets = st.dictionaries(
    st.integers(0, 6), st.tuples(st.integers(1, 7), money), min_size=1, max_size=6
)


def make_range(stage, plan):
    kind, chosen = plan["kind"], [stage.products[i] for i in sorted(plan["chosen"])]
    return goods(
        everything=kind == "everything",
        products=chosen if kind == "products" else (),
        categories=[getattr(stage, kind)] if kind in ("face", "serums") else (),
        classes=[stage.other_class] if kind == "class" else (),
        without=[stage.products[i] for i in sorted(plan["without"])],
    )


def make_offers(stage, drawn):
    for plan in drawn:
        plan = dict(plan)
        on = make_range(stage, plan.pop("on"))
        other = plan.pop("benefit_on")
        offer(**plan, on=on, benefit_on=make_range(stage, other) if other else None)


def in_a_basket(stage, drawn):
    basket = Basket.objects.create()
    units = {}
    for index, (quantity, unit) in drawn.items():
        product = stage.products[index]
        units[product.pk] = unit
        basket.lines.create(
            product=product,
            stockrecord=product.stockrecords.first(),
            quantity=quantity,
            line_reference=str(product.pk),
        )
    basket.strategy = PricedBy(units)
    return basket


@pytest.mark.one_database
@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(drawn=st.lists(plans, min_size=1, max_size=5), cart=baskets)
def test_every_line_and_every_offer_get_what_oscar_gives(stage, drawn, cart):
    with transaction.atomic():
        make_offers(stage, drawn)
        basket = in_a_basket(stage, cart)
        rows = list(basket.all_lines())
        lines = [
            OfferLine(
                key=row.pk,
                product=row.product,
                quantity=row.quantity,
                unit=basket.strategy.units[row.product_id],
            )
            for row in rows
        ]
        offers, _coupons = load_offers(
            market="co", language="es", products=[row.product for row in rows], buyer=Buyer()
        )

        # Oscar lets an offer on the delivery take goods away from a discount; ours do not.
        theirs = {}
        for shop_basket, on_delivery in ((basket, False), (in_a_basket(stage, cart), True)):
            applicator = Applicator()
            some = [
                one
                for one in applicator.get_offers(shop_basket)
                if (one.benefit.type in DELIVERY_BENEFITS) == on_delivery
            ]
            applicator.apply_offers(shop_basket, some)
            theirs |= {
                pk: (one["freq"], one["result"].affects_shipping)
                for pk, one in shop_basket.offer_applications.applications.items()
            }
        ours = apply_offers(lines, offers, currency="USD")

        assert {
            one.offer.pk: (one.times, one.offer.is_on_delivery) for one in ours.applied
        } == theirs
        for row, line in zip(rows, lines, strict=True):
            assert [amount for _pk, amount, _units in line.discounts] == [
                one.amount for one in row.discounts
            ]

        _nothing_is_lost_by_rounding(ours, lines, cents=4 * len(lines) * 5)
        transaction.set_rollback(True)


def _nothing_is_lost_by_rounding(ours, lines, *, cents):
    exact = sum(
        (min(sum((d[1] for d in line.discounts), start=Decimal(0)), line.total) for line in lines),
        start=Decimal(0),
    )
    counted = {one.offer.pk for one in ours.applied}
    settled = settle(ours, decimals=2)
    taken = sum((one.amount for one in settled.applied), start=Decimal(0))
    assert {one.offer.pk for one in settled.applied} <= counted
    assert taken == taken.quantize(Decimal("0.01"))
    assert exact - Decimal(cents) / 100 <= taken <= exact
    for line in lines:
        assert 0 <= settled.discounts.get(line.key, Decimal(0)) <= line.total

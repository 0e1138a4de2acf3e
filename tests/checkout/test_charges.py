"""What is added to the goods: from the steps of the checkout to the order, and to what it shows."""

from decimal import Decimal

import pytest
from django.utils import translation
from oscar.core.loading import get_model

from commerce.charges import kinds
from commerce.charges.kinds import ChargeKind
from commerce.gateways.models import PaymentMethod
from commerce.orders.charges import charges_of
from commerce.orders.presentation import OrderView
from tests.checkout.conftest import MIAMI
from tests.checkout.test_journey import CO, submit, walk
from tests.offers.factories import offer

Order = get_model("order", "Order")
CASH = {"payment_method": "cash_on_delivery"}


@pytest.fixture
def fee(shop):
    """Cash on delivery costs 5,000 pesos more in Colombia."""
    PaymentMethod.objects.filter(market="co", gateway="cash_on_delivery").update(fee=5000)


@pytest.fixture
def packing():
    """Another kind, of an app: two per cent of the goods, at the reduced rate."""

    class Packing(ChargeKind):
        code, name, tax_class = "packing", "Packing", "reduced"

        def price(self, order):
            return order.goods * 2 / 100

    kinds.register_charge(Packing())
    yield
    kinds.unregister_charge("packing")


def amounts(order):
    return [(one.code, one.incl_tax, one.excl_tax) for one in charges_of(order)]


@pytest.mark.parametrize(
    ("payment", "total", "others"),
    [
        ("transfer", 108900, []),
        # 5000 / 1.19, rounded to hundredths
        ("cash_on_delivery", 113900, [("cash_on_delivery", Decimal(5000), Decimal("4201.68"))]),
    ],
)
def test_only_cash_on_delivery_has_its_fee(shop, fee, payment, total, others):
    order = shop.place(payment_method=payment, expected_total=Decimal(total))

    assert amounts(order) == [("delivery", Decimal(9900), Decimal("8319.33")), *others]
    assert order.total_incl_tax == order.payments.get().amount == Decimal(total)
    assert order.total_excl_tax == sum(
        (one.excl_tax for one in charges_of(order)), order.lines.get().line_price_excl_tax
    )


def test_another_market_has_a_fee_of_its_own(shop, fee):
    order = shop.place(
        shop.basket(edition="en-us"),
        edition="en-us",
        address=MIAMI,
        expected_total=Decimal("31.50"),
        **CASH,
    )
    assert not order.surcharges.exists()


def test_charges_stand_beside_each_other_delivery_first(shop, fee, packing):
    # 99000 goods, 9900 delivery, 1980 packing, 5000 fee
    order = shop.place(expected_total=Decimal(115880), **CASH)

    assert [code for code, _incl, _excl in amounts(order)] == [
        *("delivery", "cash_on_delivery", "packing"),
    ]
    # 1980 / 1.05: each charge bears its own rate
    assert amounts(order)[2] == ("packing", Decimal(1980), Decimal("1885.71"))
    assert order.total_incl_tax - order.total_excl_tax == sum(
        (incl - excl for _code, incl, excl in amounts(order)),
        order.lines.get().line_price_incl_tax - order.lines.get().line_price_excl_tax,
    )


def test_a_charge_is_rounded_as_prices_are(shop, packing):
    odd = shop.product("RZ-7", co="12345")
    # two per cent of it are 246.90, and pesos have no cents
    order = shop.place(shop.basket(odd), expected_total=Decimal(12345 + 9900 + 247))
    assert order.surcharges.get().incl_tax == Decimal(247)


def test_an_offer_on_the_delivery_leaves_other_charges_alone(shop, fee):
    offer("Viaja gratis", gives=("Shipping percentage", 100))
    order = shop.place(expected_total=Decimal(104000), **CASH)
    assert [incl for _code, incl, _excl in amounts(order)] == [Decimal(0), Decimal(5000)]
    assert order.discounts.get().amount == Decimal(9900)


def test_a_shopper_sees_the_fee_before_they_choose_and_before_they_order(shop, shopper, fee):
    shopper.add(shop.cream)
    review = walk(shopper, CO, "cash_on_delivery")

    methods = shopper.at("checkout/methods/").context["payment_choices"]
    assert {one["value"]: one["amount"] for one in methods} == {
        "demo": "",
        "transfer": "",
        "cash_on_delivery": "$5.000",
    }
    rows = [(row["label"], row["amount"]) for row in review.context["summary"]["rows"]]
    assert rows == [
        ("Productos", "$99.000"),
        ("Envío", "$9.900"),
        ("Cargo por pago al recibir", "$5.000"),
    ]
    assert review.context["total_text"] == "$113.900"


def test_a_fee_that_changed_meanwhile_is_shown_again(shop, shopper, fee):
    shopper.add(shop.cream)
    review = walk(shopper, CO, "cash_on_delivery")
    PaymentMethod.objects.update(fee=6000)

    answer = submit(shopper, review)

    assert answer.status_code == 409 and "$114.900" in answer.content.decode()
    assert not Order.objects.exists()


def test_another_charge_makes_another_order_of_the_same_cart(shop, packing):
    basket = shop.basket()
    first = shop.place(basket, expected_total=Decimal(110880))
    kinds.unregister_charge("packing")
    second = shop.place(basket)
    first.refresh_from_db()
    assert (first.status, second.status) == ("expired", "pending")


def test_every_reader_reads_charges_in_their_language(shop, fee, packing):
    order = shop.place(expected_total=Decimal(115880), **CASH)
    # the app is gone: what was written stays
    kinds.unregister_charge("packing")
    shown = {}
    for edition in ("es-co", "en-us"):
        with translation.override(edition):
            rows = OrderView(order, edition=edition).rows
        shown[edition] = [row["label"] for row in rows][1:4]
    assert shown == {
        "es-co": ["Envío", "Cargo por pago al recibir", "Packing"],
        "en-us": ["Shipping", "Cash on delivery fee", "Packing"],
    }

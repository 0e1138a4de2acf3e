"""Kinds of delivery methods of an app: whom they reach, what they cost, how long it takes."""

from decimal import Decimal

import pytest
from django.urls import reverse

from commerce.delivery import kinds
from commerce.delivery.models import DeliveryMethod
from commerce.delivery.options import delivery_options, free_delivery_from
from commerce.pricing.tax import Destination

pytestmark = pytest.mark.django_db
CHOCO = Destination(region="Chocó")
NOWHERE = Destination()


class ByRiver(kinds.DeliveryKind):
    code, name = "river", "By river"

    def reaches(self, method, destination):
        return destination.region == "Chocó"

    def price(self, method, *, destination, goods_shown):
        return method.price + goods_shown / 100

    def days(self, method, destination):
        return 9, 14


@pytest.fixture
def by_river(monkeypatch):
    monkeypatch.setitem(kinds._kinds, "river", ByRiver())
    return DeliveryMethod.objects.create(
        market="co", code="boat", kind="river", price=Decimal(20000), free_from=Decimal(500000)
    )


def offered(destination, goods=100000):
    options = delivery_options(edition="es-co", destination=destination, goods_shown=Decimal(goods))
    return {option.code: option for option in options}


def test_a_kind_says_whom_it_reaches_what_it_costs_and_how_long_it_takes(by_river):
    boat = offered(CHOCO)["boat"]
    assert (boat.price, boat.days) == (21000, (9, 14))
    assert "14" in boat.days_text
    assert offered(CHOCO, goods=500000)["boat"].price == 0
    assert "boat" not in offered(Destination(region="Bogotá"))


def test_its_price_is_rounded_as_prices_are_there(by_river):
    assert offered(CHOCO, goods=100050)["boat"].price == 21001


def test_nothing_is_promised_of_it_before_somebody_says_where_they_live(by_river):
    assert offered(NOWHERE) == {}
    assert free_delivery_from("co") is None


def test_a_method_whose_kind_is_gone_is_not_offered(by_river, monkeypatch):
    monkeypatch.delitem(kinds._kinds, "river")
    assert offered(CHOCO) == {}


def test_an_order_keeps_the_days_that_were_promised(shop, by_river):
    terms = {"address": {**shop.terms().address, "state": "Chocó"}, "delivery": "boat"}
    order = shop.place(**terms, expected_total=Decimal(99000 + 20990))
    assert order.placement.delivery_days == "9-14"
    assert order.shipping_incl_tax == 20990


def test_staff_choose_a_kind_where_there_is_a_choice(admin_client, by_river, monkeypatch):
    address = reverse("delivery-methods:edit", args=[by_river.pk])
    choices = admin_client.get(address).context["form"].fields["kind"].choices
    assert choices == [("flat", "Precio fijo"), ("river", "By river")]
    monkeypatch.delitem(kinds._kinds, "river")
    assert dict(admin_client.get(address).context["form"].fields["kind"].choices)["river"]
    new = reverse("delivery-methods:add")
    assert "kind" not in admin_client.get(new).context["form"].fields

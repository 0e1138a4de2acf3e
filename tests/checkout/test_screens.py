"""What the cart and the checkout say: what was cut, what things cost, what was just ordered."""

from decimal import Decimal

import pytest
from oscar.core.loading import get_model

from commerce.delivery.models import DeliveryMethod
from commerce.gateways.models import PaymentMethod
from commerce.media.models import ProductPhoto
from commerce.pricing.services import set_price
from tests import factories as make
from tests.checkout.test_journey import CO, submit, walk
from tests.offers.factories import offer
from tests.providers.stripe_account import keys

pytestmark = pytest.mark.one_database

Basket = get_model("basket", "Basket")
Order = get_model("order", "Order")

HTMX = {"HTTP_HX_REQUEST": "true", "HTTP_HX_TARGET": "cart-drawer-content"}


def text(response):
    return response.content.decode()


def test_the_drawer_says_how_many_there_were(shop, shopper):
    data = {"product": shop.cream.pk, "quantity": 50}

    drawer = shopper.at("cart/add/", data, **HTMX)

    assert "Solo hay 5" in text(drawer) or "Solo quedan 5" in text(drawer)
    # Said once, where one is: not on some page later.
    assert "notice--warning" not in text(shopper.at("cart/"))


def test_the_drawer_opens_for_what_was_refused(shop, shopper):
    gone = shop.product("RZ-2", co="50000", stock=0)

    drawer = shopper.at("cart/add/", {"product": gone.pk}, **HTMX)

    assert "agotado" in text(drawer).lower()
    assert '"open": true' in drawer["HX-Trigger"]


@pytest.mark.parametrize("typed", ["dos", "0", "-3", "1.5"])
def test_a_quantity_that_is_none_is_told_in_the_shops_words(shop, shopper, typed):
    drawer = shopper.at("cart/add/", {"product": shop.cream.pk, "quantity": typed}, **HTMX)

    assert "Escribe la cantidad" in text(drawer)
    assert not drawer.context["cart"]["lines"]


def test_a_line_that_is_for_sale_nowhere_any_more_keeps_its_picture(shop, shopper):
    ProductPhoto.objects.create(product=shop.cream, image=make.image())
    shopper.add(shop.cream)
    shop.cream.is_public = False
    shop.cream.save()

    page = shopper.at("cart/")

    line = page.context["cart"]["lines"][0]
    assert line["image"]["src"]
    assert line["image"]["src"] in text(page)
    assert line["url"] == ""
    assert 'href=""' not in text(page)


def test_what_no_courier_does_is_not_offered_there(shop, shopper):
    PaymentMethod.objects.filter(market="co", gateway="cash_on_delivery").update(
        except_regions="Amazonas, Vaupés"
    )
    shopper.add(shop.cream)
    review = walk(shopper, CO, "cash_on_delivery")

    shopper.at("checkout/address/", CO | {"state": "Amazonas", "line4": "Leticia"})
    offered = shopper.at("checkout/methods/").context["payment_choices"]
    refused = submit(shopper, review)

    assert [one["value"] for one in offered] == ["demo", "transfer"]
    assert refused.url == "/es-co/checkout/methods/"
    assert not Order.objects.exists()


def test_the_pretend_bank_is_offered_where_no_provider_takes_money(shop, shopper, settings):
    for gateway in ("stripe", "mercadopago"):
        PaymentMethod.objects.create(market="co", gateway=gateway)

    def offered():
        page = shopper.at("checkout/methods/")
        return [one["value"] for one in page.context["payment_choices"]]

    shopper.add(shop.cream)
    walk(shopper, CO, "demo")
    # Methods without keys are no providers.
    assert offered() == ["demo", "transfer", "cash_on_delivery"]

    settings.GATEWAY_CREDENTIALS = keys("http://127.0.0.1:1")
    assert set(offered()) == {"stripe", "transfer", "cash_on_delivery"}
    # Whoever had chosen it chooses anew, and nothing is ordered by it.
    assert shopper.at("checkout/review/").url == "/es-co/checkout/methods/"


def test_the_way_to_free_shipping_is_what_most_of_the_country_has(shop, shopper):
    DeliveryMethod.objects.filter(market="co").update(
        free_from=Decimal(150000), except_regions="Amazonas"
    )
    # Where the courier of one region is free sooner, the others are promised nothing.
    DeliveryMethod.objects.create(
        market="co",
        code="bike",
        price=Decimal(5000),
        free_from=Decimal(50000),
        only_regions="Antioquia",
    )
    shopper.add(shop.cream)

    assert "Te faltan $51.000 para el envío gratis." in text(shopper.at("cart/"))


def test_a_line_has_its_own_price_and_the_summary_has_the_offer(shop, shopper):
    offer("Veinte mil menos", gives=("Absolute", 20000))
    shopper.add(shop.cream)

    cart = shopper.at("cart/").context["cart"]

    assert [(line["total"], line["was_total"]) for line in cart["lines"]] == [("$99.000", "")]
    assert cart["rows"][0]["amount"] == "$99.000"
    assert cart["rows"][1]["amount"] == "-$20.000"
    assert cart["total"]["amount"] == "$79.000"


def test_several_new_prices_are_one_notice(shop, shopper):
    products = [shop.product(f"RZ-5{number}", co="10000") for number in range(3)]
    for product in products:
        shopper.add(product)
    shopper.at("cart/")
    for product in products:
        set_price(product=product, price_list=shop.lists["co"], amount=Decimal(12000))

    page = shopper.at("cart/")

    assert text(page).count('class="notice notice--info"') == 1
    assert text(page).count("$12.000 (") == 3


def _preview(shopper, delivery):
    """What the script asks for whenever something else is chosen: nothing is kept yet."""
    return shopper.at(
        "checkout/methods/", {"delivery": delivery, "payment": "demo", "preview": "1"}
    )


def test_the_preselected_and_the_chosen_delivery_are_in_the_total(shop, shopper):
    DeliveryMethod.objects.create(market="co", code="express", price=Decimal(17900), position=2)
    shopper.add(shop.cream)
    walk(shopper, CO, "demo")

    assert shopper.at("checkout/methods/").context["summary"]["total"]["amount"] == "$108.900"
    chosen = _preview(shopper, "express")

    assert chosen.context["summary"]["total"]["amount"] == "$116.900"
    assert _preview(shopper, "drone").status_code == 200
    assert shopper.at("checkout/methods/").context["summary"]["total"]["amount"] == "$108.900"


def test_an_offer_that_gives_nothing_on_a_free_delivery_is_not_told(shop, shopper):
    DeliveryMethod.objects.filter(market="co").update(free_from=Decimal(50000))
    offer("Viaja gratis", gives=("Shipping percentage", 100), max_global_applications=1)
    shopper.add(shop.cream)

    review = walk(shopper, CO, "cash_on_delivery")
    submit(shopper, review)

    assert "Viaja gratis" not in text(review)
    assert not Order.objects.get().discounts.exists()


def test_the_checkout_lists_offers_that_apply_and_those_within_reach(shop, shopper):
    offer("Lleva 2, paga 1", when=("Count", 2), gives=("Multibuy", None))
    offer("Diez menos", gives=("Percentage", 10), exclusive=False)
    shopper.add(shop.cream)

    review = text(walk(shopper, CO, "demo"))

    assert "Diez menos" in review
    assert "Lleva 2, paga 1" in review


def test_the_empty_cart_names_the_order_that_was_just_placed(shop, shopper):
    shopper.add(shop.cream)
    submit(shopper, walk(shopper, CO, "cash_on_delivery"))
    number = Order.objects.get().number

    assert f"/es-co/orders/{number}/" in text(shopper.at("cart/"))

    shopper.add(shop.cream)
    assert number not in text(shopper.at("cart/"))


def test_a_cart_whose_order_waits_for_payment_leads_to_it(shop, shopper):
    shopper.add(shop.cream)
    submit(shopper, walk(shopper, CO, "demo"))

    page = text(shopper.at("cart/"))

    assert f"/es-co/orders/{Order.objects.get().number}/" in page
    assert "espera el pago" in page


@pytest.mark.parametrize("payment", ["demo", "cash_on_delivery"])
def test_the_second_of_two_submits_goes_to_the_order(shop, shopper, payment):
    shopper.add(shop.cream)
    review = walk(shopper, CO, payment)
    submit(shopper, review)

    again = submit(shopper, review)

    assert again.url == f"/es-co/orders/{Order.objects.get().number}/"

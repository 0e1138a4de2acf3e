"""A whole checkout with the app installed: run by test_gift_wrapping.py, with its settings."""

from decimal import Decimal

import pytest
from oscar.core.loading import get_model

from commerce.checkout import added_steps
from commerce.checkout.added_steps import AddedStep
from commerce.orders import services
from commerce.orders.privacy import export_orders, forget_orders
from commerce.orders.settling import confirm_payment
from people.models import User
from tests import papers
from tests.checkout.conftest import Shopper, built_shop, shop, shopper  # noqa: F401
from tests.checkout.test_journey import CO, US, submit, walk
from tests.gift_wrapping.choice import GiftWrapping
from tests.order.conftest import clerk, desk, person_with  # noqa: F401

Basket = get_model("basket", "Basket")
Order = get_model("order", "Order")
METHODS = {"delivery": "standard", "payment": "cash_on_delivery"}


def choose(shopper, **typed):  # noqa: F811
    fields = {f"gift_wrapping-{name}": value for name, value in typed.items()}
    return shopper.at("checkout/methods/", METHODS | fields)


def ordered(shopper, shop, address=CO, **typed):  # noqa: F811
    """An order that was placed after choosing that."""
    shopper.add(shop.cream)
    walk(shopper, address, "cash_on_delivery")
    assert choose(shopper, **typed).status_code == 302
    assert submit(shopper, shopper.at("checkout/review/")).status_code == 302
    return Order.objects.order_by("-pk").first()


def said(page) -> str:
    return " ".join(page.content.decode().split())


def test_it_is_asked_priced_and_told_before_the_order(shop, shopper):  # noqa: F811
    shopper.add(shop.cream)
    walk(shopper, CO, "cash_on_delivery")
    methods = said(shopper.at("checkout/methods/"))
    assert "Envolverlo para regalo" in methods and "$5.000 por todo el pedido" in methods

    choose(shopper, wrapped="on", card="Feliz día,\nAna")
    review = shopper.at("checkout/review/")

    assert "Feliz día,<br>Ana" in said(review)
    rows = {row["label"]: row["amount"] for row in review.context["summary"]["rows"]}
    assert rows["Envoltura de regalo"] == "$5.000"
    assert review.context["total_text"] == "$113.900"
    # what was typed stays
    assert "Feliz día" in said(shopper.at("checkout/methods/"))


def test_the_total_follows_what_is_chosen_before_anything_is_kept(shop, shopper):  # noqa: F811
    shopper.add(shop.cream)
    walk(shopper, CO, "cash_on_delivery")
    page = shopper.at(
        "checkout/methods/", METHODS | {"gift_wrapping-wrapped": "on", "preview": "1"}
    )
    assert page.context["summary"]["total"]["amount"] == "$113.900"
    assert shopper.at("checkout/review/").context["total_text"] == "$108.900"


def test_the_order_has_it_with_its_tax_and_so_has_everything_that_shows_it(
    shop,  # noqa: F811
    shopper,  # noqa: F811
    desk,  # noqa: F811
    mailoutbox,
):
    order = ordered(shopper, shop, wrapped="on", card="Feliz día")

    charge = order.surcharges.get()
    # 5000 / 1.19, rounded to hundredths
    assert (charge.code, charge.incl_tax, charge.excl_tax) == (
        "gift_wrapping",
        Decimal("5000.00"),
        Decimal("4201.68"),
    )
    assert order.total_incl_tax == order.payments.get().amount == Decimal(113900)
    assert order.basket_total_incl_tax == Decimal(99000)

    (mail,) = mailoutbox
    html = mail.alternatives[0].content
    for text in (said(shopper.at(f"orders/{order.number}/")), mail.body, html):
        assert "Envoltura de regalo" in text and "$5.000" in text
        assert "Feliz día" in text and "$113.900" in text
    english = said(desk.at(f"{order.number}/"))
    assert "Gift wrapping" in english and "$5.000" in english and "Feliz día" in english
    assert "$5.000" in papers.text(desk.at(f"{order.number}/print/order/"))
    slip = papers.text(desk.at(f"{order.number}/print/slip/"))
    assert "Envoltura de regalo" in slip and "Feliz día" in slip


def test_where_prices_exclude_tax_the_address_decides_its_tax(shop):  # noqa: F811
    order = ordered(Shopper("en-us"), shop, address=US, wrapped="on")
    charge = order.surcharges.get()
    assert (charge.name, charge.excl_tax, charge.incl_tax) == (
        "Gift wrapping",
        Decimal("3.50"),
        Decimal("3.71"),
    )
    # cream 25 + 6 %, delivery 5, wrapping 3.50 + 6 %
    assert order.total_incl_tax == Decimal("35.21")


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ({"card": "Feliz día"}, "La tarjeta va con la envoltura. Márcala también."),
        ({"wrapped": "on", "card": "á" * 201}, "En la tarjeta caben 200 caracteres."),
    ],
)
def test_what_is_wrong_is_said_and_stays_as_it_was_typed(
    shop,  # noqa: F811
    shopper,  # noqa: F811
    typed,
    error,
):
    shopper.add(shop.cream)
    walk(shopper, CO, "cash_on_delivery")

    page = choose(shopper, **typed)

    assert page.status_code == 200
    assert said(page).count('id="form-errors"') == 1
    assert error in said(page) and typed["card"] in said(page)
    assert "<title> Error:" in said(page) or "<title>Error:" in said(page)
    assert shopper.at("checkout/review/").context["total_text"] == "$108.900"


def test_not_chosen_it_is_nowhere(shop, shopper):  # noqa: F811
    order = ordered(shopper, shop)
    assert order.total_incl_tax == Decimal(108900)
    assert not order.surcharges.exists() and order.placement.choices == {}
    assert "Envoltura" not in said(shopper.at(f"orders/{order.number}/"))


def test_it_can_be_asked_with_the_address(shop, shopper, monkeypatch):  # noqa: F811
    monkeypatch.setattr(GiftWrapping, "step", "address")
    shopper.add(shop.cream)
    walk(shopper, CO, "cash_on_delivery")
    wrong = shopper.at("checkout/address/", CO | {"gift_wrapping-card": "Feliz día"})
    assert wrong.status_code == 200 and said(wrong).count('id="form-errors"') == 1
    shopper.at("checkout/address/", CO | {"gift_wrapping-wrapped": "on"})
    review = shopper.at("checkout/review/")
    assert review.context["total_text"] == "$113.900"
    assert [row["url"] for row in review.context["chosen"]] == ["/es-co/checkout/address/"]


@pytest.mark.parametrize("step", ["address", "methods"])
def test_the_next_order_is_asked_again_in_whichever_step_it_is(shop, shopper, monkeypatch, step):  # noqa: F811
    monkeypatch.setattr(GiftWrapping, "step", step)
    ordered(shopper, shop)
    shopper.add(shop.cream)
    if step == "address":  # the address of before is still there, and could be passed by
        shopper.at("checkout/methods/", METHODS)
    assert shopper.at("checkout/review/").url == f"/es-co/checkout/{step}/"


@pytest.fixture
def own_step(monkeypatch):
    """The app asks on a page of its own."""
    monkeypatch.setattr(GiftWrapping, "step", "gift")
    added_steps.register_step(AddedStep("gift", "¿Es un regalo?"))
    yield
    added_steps.unregister_step("gift")


def test_it_can_be_asked_in_a_step_of_its_own(shop, shopper, own_step):  # noqa: F811
    shopper.add(shop.cream)
    step = "/es-co/checkout/more/gift/"
    # the review waits for it
    assert walk(shopper, CO, "cash_on_delivery").url == step
    page = shopper.at(step)
    assert "¿Es un regalo?" in said(page)
    assert [one["state"] for one in page.context["steps"]] == ["done", "done", "current", "next"]
    assert page.context["summary"]["total"]["amount"] == "$108.900"

    # what is wrong stays as it was typed, a preview keeps nothing
    wrong = shopper.at(step, {"gift_wrapping-card": "Feliz día"})
    assert wrong.status_code == 200 and "Feliz día" in said(wrong)
    typed = {"gift_wrapping-wrapped": "on"}
    shown = shopper.at(step, typed | {"preview": "1"})
    assert shown.context["summary"]["total"]["amount"] == "$113.900"
    assert shopper.at("checkout/review/").url == step

    assert shopper.at(step, typed).url == "/es-co/checkout/review/"
    review = shopper.at("checkout/review/")
    assert review.context["total_text"] == "$113.900"
    assert [row["url"] for row in review.context["chosen"]] == [step]
    assert submit(shopper, review).status_code == 302
    assert Order.objects.get().surcharges.get().code == "gift_wrapping"

    # the next order is asked again
    shopper.add(shop.cream)
    shopper.at("checkout/methods/", METHODS)
    assert shopper.at("checkout/review/").url == step


def test_a_step_with_nothing_to_ask_is_not_there(shop, shopper, own_step, monkeypatch):  # noqa: F811
    monkeypatch.setattr(GiftWrapping, "is_offered", lambda self, cart: False)
    shopper.add(shop.cream)
    assert walk(shopper, CO, "cash_on_delivery").status_code == 200
    assert shopper.at("checkout/more/gift/").status_code == 404
    assert shopper.at("checkout/more/other/").status_code == 404


def test_what_was_chosen_is_still_there_after_a_declined_payment(shop, shopper):  # noqa: F811
    shopper.add(shop.cream)
    walk(shopper, CO, "demo")
    chosen = METHODS | {"payment": "demo"}
    card = {"gift_wrapping-wrapped": "on", "gift_wrapping-card": "Feliz día"}
    shopper.at("checkout/methods/", chosen | card)
    bank = submit(shopper, shopper.at("checkout/review/")).url
    shopper.get(shopper.at(bank, {"decision": "decline"}).url)

    # by way of the cart, as somebody who wants to pay otherwise
    assert shopper.at("checkout/").url == "/es-co/checkout/address/"
    methods = shopper.at("checkout/methods/")
    assert "Feliz día" in said(methods)
    assert methods.context["summary"]["total"]["amount"] == "$113.900"
    assert [row["value"] for row in methods.context["payment_choices"] if row["checked"]] == [
        "demo"
    ]
    shopper.at("checkout/methods/", chosen | card)
    review = shopper.at("checkout/review/")
    assert review.context["total_text"] == "$113.900"

    # the same order goes to the bank again
    shopper.at(submit(shopper, review).url, {"decision": "pay"})
    order = Order.objects.get()
    shopper.at(f"checkout/return/{order.number}/")
    order.refresh_from_db()
    assert order.status == "confirmed"
    assert order.placement.choices["gift_wrapping"]["card"] == "Feliz día"

    # the next cart knows nothing of it
    shopper.add(shop.cream)
    assert "Feliz día" not in said(shopper.at("checkout/methods/"))


def test_it_is_still_there_for_a_guest_who_signs_in_after_a_declined_payment(shop, shopper):  # noqa: F811
    shopper.add(shop.cream)
    walk(shopper, CO, "demo")
    chosen = METHODS | {"payment": "demo"}
    card = {"gift_wrapping-wrapped": "on", "gift_wrapping-card": "Feliz día"}
    shopper.at("checkout/methods/", chosen | card)
    bank = submit(shopper, shopper.at("checkout/review/")).url
    shopper.get(shopper.at(bank, {"decision": "decline"}).url)

    shopper.force_login(User.objects.create_user("ana@correo.example", "una-clave-larga-7"))

    assert shopper.at("cart/").status_code == 200
    methods = shopper.at("checkout/methods/")
    assert "Feliz día" in said(methods)
    shopper.at("checkout/methods/", chosen | card)
    shopper.at(submit(shopper, shopper.at("checkout/review/")).url, {"decision": "pay"})
    placed = Order.objects.get(status="pending")
    shopper.at(f"checkout/return/{placed.number}/")
    placed.refresh_from_db()
    assert placed.status == "confirmed"
    assert placed.placement.choices["gift_wrapping"]["card"] == "Feliz día"

    # the next cart knows nothing of it
    shopper.add(shop.cream)
    assert "Feliz día" not in said(shopper.at("checkout/methods/"))


def test_what_was_taken_back_after_a_declined_payment_stays_away(shop, shopper):  # noqa: F811
    shopper.add(shop.cream)
    walk(shopper, CO, "demo")
    chosen = METHODS | {"payment": "demo"}
    shopper.at("checkout/methods/", chosen | {"gift_wrapping-wrapped": "on"})
    bank = submit(shopper, shopper.at("checkout/review/")).url
    shopper.get(shopper.at(bank, {"decision": "decline"}).url)

    shopper.at("checkout/methods/", chosen)

    assert shopper.at("checkout/review/").context["total_text"] == "$108.900"


def test_it_is_offered_for_some_goods_only(shop, shopper, monkeypatch):  # noqa: F811
    soap = shop.product("RZ-2", co="20000")
    for_cream = lambda self, cart: any(line.product == shop.cream for line in cart.lines)  # noqa: E731
    monkeypatch.setattr(GiftWrapping, "is_offered", for_cream)
    shopper.add(soap)
    walk(shopper, CO, "cash_on_delivery")
    assert "Envolverlo" not in said(shopper.at("checkout/methods/"))
    shopper.add(shop.cream)
    # it is asked now, although its step was passed without it
    assert shopper.at("checkout/review/").url == "/es-co/checkout/methods/"
    choose(shopper, wrapped="on")
    assert shopper.at("checkout/review/").context["total_text"] == "$133.900"

    # what is taken out of the cart takes it along
    line = Basket.objects.get(status="Open").lines.get(product=shop.cream)
    shopper.at(f"cart/lines/{line.pk}/remove/", {})
    review = shopper.at("checkout/review/")
    assert review.context["total_text"] == "$29.900" and not review.context["chosen"]
    submit(shopper, review)
    order = Order.objects.get()
    assert order.placement.choices == {} and not order.surcharges.exists()


def test_what_is_not_offered_any_more_is_not_ordered(shop, monkeypatch):  # noqa: F811
    monkeypatch.setattr(GiftWrapping, "is_offered", lambda self, cart: cart.goods > 99000)
    order = shop.place(choices=_card("Ana"), expected_total=Decimal(108900))
    assert order.placement.choices == {}


def test_another_card_is_another_order(shop):  # noqa: F811
    basket = shop.basket()
    terms = {"expected_total": Decimal(113900)}
    first = shop.place(basket, choices=_card("Ana"), **terms)
    assert shop.place(basket, choices=_card("Ana"), **terms) == first
    second = shop.place(basket, choices=_card("Luz"), **terms)
    assert second.number != first.number
    first.refresh_from_db()
    assert first.status == "expired"


def _card(text):
    return {"gift_wrapping": {"wrapped": True, "card": text}}


def test_canceled_it_goes_back_with_the_rest(shop, clerk):  # noqa: F811
    order = shop.place(choices=_card("Ana"), expected_total=Decimal(113900))
    shop.begin(order)
    shop.bank_says(order, "paid")
    confirm_payment(order=order)
    services.cancel_order(order=order, by=clerk, reason="Test")
    order.refresh_from_db()
    assert sum(refund.amount for refund in order.payments.get().refunds.all()) == Decimal(113900)


def test_what_the_card_says_is_exported_and_erased(shop, shopper):  # noqa: F811
    order = ordered(shopper, shop, wrapped="on", card="Feliz día")
    person = order.placement.person
    assert export_orders(person)["orders"][0]["choices"]["gift_wrapping"]["card"] == "Feliz día"
    forget_orders(person)
    order.placement.refresh_from_db()
    assert order.placement.choices == {}

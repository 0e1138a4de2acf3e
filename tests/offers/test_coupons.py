"""Coupons: typed, refused with a reason, taken out, held by an order and given back."""

from datetime import timedelta
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone, translation
from oscar.core.loading import get_model

from commerce.cart.coupons import CouponRefused, add_coupon
from commerce.checkout.services.placing import TotalChanged
from commerce.gateways.models import DemoCharge
from commerce.orders.claiming import claim_orders
from commerce.orders.models import Placement
from commerce.orders.releasing import release_pending
from commerce.orders.settling import confirm_payment
from people.services import register
from tests.checkout.conftest import Shopper
from tests.checkout.test_journey import CO, hidden, submit, walk
from tests.factories import customer_group

from .factories import coupon, goods, offer

Basket = get_model("basket", "Basket")
Order = get_model("order", "Order")
Voucher = get_model("voucher", "Voucher")


def typed(basket, code, edition="es-co"):
    """Why a code is refused, "" where it is taken."""
    with translation.override(edition):
        try:
            add_coupon(basket=Basket.objects.get(pk=basket.pk), code=code, edition=edition)
        except CouponRefused as refused:
            return refused.message
    return ""


def test_a_coupon_is_typed_in_any_way_and_taken_out_again(shop, shopper):
    coupon("HOLA10")
    shopper.add(shop.cream)

    assert shopper.at("cart/coupon/", {"code": " hola 10 "}).status_code == 302
    page = shopper.at("cart/").content.decode()
    assert "HOLA10" in page
    assert "$89.100" in page

    remove = f"cart/coupon/{Voucher.objects.get().pk}/remove/"
    shopper.at(remove, {})
    assert "$89.100" not in shopper.at("cart/").content.decode()


def test_a_refused_code_stays_where_it_was_typed(shop, shopper):
    shopper.add(shop.cream)

    answer = shopper.at("cart/coupon/", {"code": "<nada>"})

    assert answer.status_code == 200
    page = answer.content.decode()
    assert "<title>Error:" in page and "<title>Error:" not in shopper.at("cart/").content.decode()
    assert "No conocemos este código" in page
    assert 'value="&lt;nada&gt;"' in page
    assert "Crema RZ-1" in page


def test_with_a_script_the_cart_is_answered_in_place(shop, shopper):
    coupon("HOLA10")
    shopper.add(shop.cream)
    htmx = {"HX-Request": "true", "HX-Target": "cart"}

    answer = shopper.at("cart/coupon/", {"code": "NADA"}, headers=htmx)
    assert "No conocemos este código" in answer.content.decode()
    answer = shopper.at("cart/coupon/", {"code": "hola10"}, headers=htmx)

    assert answer.status_code == 200
    assert "<html" not in answer.content.decode()
    assert "$89.100" in answer.content.decode()


@pytest.mark.parametrize("edition", ["es-co", "es-us"])
def test_every_refusal_says_why(shop, edition):
    day = timedelta(days=1)
    now = timezone.now()
    market = edition[3:]
    other = "mx"
    coupon("TARDE", ends=now - day, markets=(market,))
    coupon("PRONTO", starts=now + day, markets=(market,))
    coupon("LEJOS", markets=(other,))
    coupon("GASTADO", markets=(market,), max_global_applications=1, num_applications=1)
    coupon("CUENTA", markets=(market,), usage="Once per customer")
    coupon("MINIMO", markets=(market,), when=("Value", 1000000))
    coupon("CINCO", markets=(market,), when=("Count", 5))
    other_product = shop.product("RZ-9", co="1000", us="1")
    coupon("NADA", markets=(market,), on=goods(products=[other_product]))
    basket = shop.basket(edition=edition)

    said = {
        code: typed(basket, code, edition)
        for code in ["TARDE", "PRONTO", "LEJOS", "GASTADO", "CUENTA", "MINIMO", "CINCO", "NADA"]
    }

    assert said["TARDE"].startswith("Este cupón terminó el")
    assert said["PRONTO"].startswith("Este cupón se puede usar desde el")
    assert said["LEJOS"] == "Este cupón es de otro país: México."
    assert said["GASTADO"] == "Este cupón ya se agotó."
    assert said["CUENTA"] == "Este cupón es para clientes con cuenta: primero inicia sesión."
    assert said["MINIMO"].startswith("Agrega productos por")
    assert said["CINCO"] == "Agrega 4 productos más de los que incluye este cupón."
    assert said["NADA"] == "Este cupón no vale para lo que hay en tu carrito."
    assert typed(basket, "") == "Escribe el código de tu cupón."
    assert Basket.objects.get(pk=basket.pk).vouchers.count() == 0


def test_english_reads_english(shop):
    coupon("LATE", ends=timezone.now() - timedelta(days=1), markets=("us",))

    assert typed(shop.basket(edition="en-us"), "late", "en-us").startswith("This coupon expired on")


def test_a_coupon_waits_in_the_cart_for_what_it_needs(shop, shopper):
    coupon("DOS", when=("Count", 2))
    shopper.add(shop.cream, 2)
    shopper.at("cart/coupon/", {"code": "DOS"})
    line = Basket.objects.get().lines.get()

    shopper.at(f"cart/lines/{line.pk}/", {"quantity": 1})

    page = shopper.at("cart/").content.decode()
    assert "Agrega 1 producto más" in page
    assert "$99.000" in page


def test_a_better_offer_on_the_same_goods_says_that_both_do_not_go(shop):
    offer("De la casa", priority=9)
    coupon("MIO")

    assert typed(shop.basket(), "MIO") == (
        "No se puede combinar con otra oferta sobre los mismos productos."
    )


def test_guessing_is_stopped(shop, shopper):
    coupon("HOLA10")
    shopper.add(shop.cream)
    for number in range(20):
        shopper.at("cart/coupon/", {"code": f"X{number}"})

    answer = shopper.at("cart/coupon/", {"code": "HOLA10"})

    assert "Probaste demasiados códigos" in answer.content.decode()


def test_in_the_review_a_code_is_typed_and_the_order_has_it(shop, shopper, mailoutbox):
    coupon("HOLA10", es="Bienvenida")
    shopper.add(shop.cream)
    review = walk(shopper, CO, "cash_on_delivery")
    token = {"expected_total": hidden(review, "expected_total")}

    refused = shopper.at("checkout/review/", token | {"add_coupon": "1", "code": "NADA"})
    assert refused.status_code == 200
    assert "<title>Error:" in refused.content.decode()
    assert "No conocemos este código" in refused.content.decode()
    assert 'value="NADA"' in refused.content.decode()
    shopper.at("checkout/review/", {"add_coupon": "1", "code": "hola10"})
    review = shopper.at("checkout/review/")
    assert "$99.000" in review.content.decode()
    submit(shopper, review)

    order = Order.objects.get()
    assert order.total_incl_tax == Decimal(99000)
    assert order.discounts.get().voucher_code == "HOLA10"
    assert Voucher.objects.get().num_orders == 1
    assert "Bienvenida (HOLA10): -$9.900" in mailoutbox[0].body
    assert "HOLA10" in shopper.at(f"orders/{order.number}/").content.decode()
    assert Basket.objects.filter(vouchers__isnull=False).count() == 0


def test_in_the_review_a_coupon_is_taken_out(shop, shopper):
    _offer, voucher = coupon("HOLA10")
    shopper.add(shop.cream)
    shopper.at("cart/coupon/", {"code": "HOLA10"})
    walk(shopper, CO, "cash_on_delivery")

    shopper.at("checkout/review/", {"remove_coupon": str(voucher.pk)})

    assert "$108.900" in shopper.at("checkout/review/").content.decode()


REFUSED = {
    "TARDE": "Este cupón terminó el",
    "LEJOS": "Este cupón es de otro país: México.",
    "GASTADO": "Este cupón ya se agotó.",
    "MINIMO": "Agrega productos por",
}


@pytest.mark.parametrize("where", ["cart", "review"])
def test_the_page_where_a_code_was_typed_says_why_it_does_not_hold(shop, shopper, where):
    coupon("TARDE", ends=timezone.now() - timedelta(days=1))
    coupon("LEJOS", markets=("mx",))
    coupon("GASTADO", max_global_applications=1, num_applications=1)
    coupon("MINIMO", when=("Value", 1000000))
    shopper.add(shop.cream)
    if where == "review":
        walk(shopper, CO, "cash_on_delivery")
    path = {"cart": "cart/coupon/", "review": "checkout/review/"}[where]

    for code, why in REFUSED.items():
        page = BeautifulSoup(
            shopper.at(path, {"add_coupon": "1", "code": code}).content, "html.parser"
        )
        field = page.select_one("#coupon-code")
        assert field["value"] == code and field["aria-invalid"] == "true"
        assert page.select_one(f"#{field['aria-describedby']}").get_text().startswith(why)
    assert Basket.objects.filter(vouchers__isnull=False).count() == 0


def test_the_review_tells_codes_for_everyone_and_takes_one_with_a_button(shop, shopper):
    coupon("HOLA10", es="Diez menos")
    coupon("MIA", usage="Single use")
    coupon("AYER", ends=timezone.now() - timedelta(days=1))
    coupon("PRONTO", starts=timezone.now() + timedelta(days=1))
    coupon("LEJOS", markets=("mx",))
    coupon("SOCIAS", groups=[customer_group("Club")])
    secret, _voucher = coupon("SECRETO")
    secret.terms.is_listed = False
    secret.terms.save()
    shopper.add(shop.cream)
    walk(shopper, CO, "cash_on_delivery")
    path = "checkout/review/"

    def offered():
        page = BeautifulSoup(shopper.at(path).content, "html.parser")
        return page.select(".coupon__item--offered"), page

    [told], _page = offered()
    assert "HOLA10" in told.get_text() and "Diez menos" in told.get_text()
    form, button = told.select_one("form"), told.select_one("button")
    data = {"code": told.select_one("[name=code]")["value"]}
    if button.get("name"):
        data[button["name"]] = button["value"]
    shopper.at(form["action"], data)

    left, page = offered()
    assert left == [] and "$9.900" in page.select_one(".totals").get_text()


# --- What an order holds ----------------------------------------------------------------


def with_coupon(shop, code):
    basket = shop.basket()
    assert typed(basket, code) == ""
    return basket


TEN_OFF = {"expected_total": Decimal(99000)}


def test_a_single_use_is_held_by_a_pending_order_and_given_back(shop):
    made, voucher = coupon("UNICO", usage="Single use")
    first, second = with_coupon(shop, "UNICO"), with_coupon(shop, "UNICO")
    order = shop.place(first, **TEN_OFF)
    made.refresh_from_db()
    assert (made.num_applications, made.total_discount) == (1, 9900)

    with pytest.raises(TotalChanged):
        shop.place(second, **TEN_OFF, email="otra@correo.example")
    assert typed(shop.basket(), "UNICO") == "Este cupón ya se agotó."

    assert release_pending(order=order)
    made.refresh_from_db()
    voucher.refresh_from_db()
    assert (made.num_applications, made.total_discount, voucher.num_orders) == (0, 0, 0)
    assert shop.place(second, **TEN_OFF, email="otra@correo.example").total_incl_tax == 99000


def test_the_same_basket_keeps_its_own_use(shop):
    coupon("UNICO", usage="Single use", max_global_applications=1)
    basket = with_coupon(shop, "UNICO")

    order = shop.place(basket, **TEN_OFF)
    again = shop.place(Basket.objects.get(pk=basket.pk), **TEN_OFF)
    other_terms = shop.place(Basket.objects.get(pk=basket.pk), **TEN_OFF, first_name="Otra")

    assert again == order
    assert other_terms != order
    order.refresh_from_db()
    assert order.status == "expired"
    assert Voucher.objects.get().applications.get().order == other_terms


def test_a_confirmed_order_that_is_cancelled_has_used_it(shop, django_user_model):
    from commerce.orders.services import cancel_order

    _offer, voucher = coupon("UNICO", usage="Single use")
    order = shop.place(with_coupon(shop, "UNICO"), **TEN_OFF, payment_method="cash_on_delivery")
    shop.begin(order)
    order.refresh_from_db()
    assert order.status == "confirmed"
    admin = django_user_model.objects.create_superuser("admin@correo.example", "x")

    cancel_order(order=order, by=admin, reason="prueba")

    assert voucher.applications.count() == 1
    assert typed(shop.basket(), "UNICO") == "Este cupón ya se agotó."


def test_paid_after_expiry_takes_the_use_again_or_gives_the_money_back(shop):
    coupon("UNICO", usage="Single use")
    for taken_meanwhile in (False, True):
        order = shop.place(with_coupon(shop, "UNICO"), **TEN_OFF)
        shop.begin(order)
        assert release_pending(order=order)
        other = None
        if taken_meanwhile:
            other = shop.place(with_coupon(shop, "UNICO"), **TEN_OFF, email="b@correo.example")
        shop.bank_says(order, DemoCharge.State.PAID)
        from commerce.orders.settling import record_receipt

        record_receipt(order=order, by=None)

        order.refresh_from_db()
        assert order.status == ("cancelled" if taken_meanwhile else "confirmed")
        if other is None:
            # The next round starts with the coupon free.
            Voucher.objects.get().applications.all().delete()


def test_once_per_customer(shop, django_user_model):
    _offer, voucher = coupon("UNAVEZ", usage="Once per customer")
    ana = django_user_model.objects.create_user("ana@correo.example", "x")

    def basket_of(user):
        basket = shop.basket()
        Basket.objects.filter(pk=basket.pk).update(owner=user)
        return Basket.objects.get(pk=basket.pk)

    basket = basket_of(ana)
    assert typed(basket, "UNAVEZ") == ""
    order = shop.place(basket, **TEN_OFF, user=ana, payment_method="cash_on_delivery")
    shop.begin(order)

    assert typed(basket_of(ana), "UNAVEZ") == "Ya usaste este cupón."
    bea = django_user_model.objects.create_user("bea@correo.example", "x")
    assert typed(basket_of(bea), "UNAVEZ") == ""


def test_a_typed_address_uses_up_nothing_of_its_owners(shop):
    """A stranger ordered with her address; the offer and the code count what she did herself."""
    ana = register(email="ana@correo.example", edition="es-co", source="corporate")
    made, voucher = coupon("UNAVEZ")
    made.max_user_applications = 1
    shop.begin(shop.place(with_coupon(shop, "UNAVEZ"), **TEN_OFF, email="ana@correo.example"))
    Voucher.objects.filter(pk=voucher.pk).update(usage=Voucher.ONCE_PER_CUSTOMER)
    made.save()

    def basket_of(user):
        basket = shop.basket()
        Basket.objects.filter(pk=basket.pk).update(owner=user)
        return Basket.objects.get(pk=basket.pk)

    basket = basket_of(ana)
    assert typed(basket, "UNAVEZ") == ""
    shop.begin(shop.place(basket, **TEN_OFF, user=ana, payment_method="cash_on_delivery"))

    # Her own counts; and so does what she ordered as a guest, once she proved that it was she.
    assert typed(basket_of(ana), "UNAVEZ") == "Ya usaste este cupón."
    bea = register(email="bea@correo.example", edition="es-co", source="corporate")
    Order.objects.filter(user=ana).update(user=None)
    Placement.objects.filter(order__user=None).update(person=bea.person)
    assert typed(basket_of(bea), "UNAVEZ") == ""
    claim_orders(bea.person)
    assert typed(basket_of(bea), "UNAVEZ") == "Ya usaste este cupón."


def test_who_is_not_signed_in_gets_nothing_that_is_once_per_customer(shop):
    """Also where the code became one while they were paying."""
    _made, voucher = coupon("UNAVEZ")
    basket = with_coupon(shop, "UNAVEZ")
    Voucher.objects.filter(pk=voucher.pk).update(usage=Voucher.ONCE_PER_CUSTOMER)
    with pytest.raises(TotalChanged):
        shop.place(basket, **TEN_OFF)
    assert not Order.objects.exists()


def test_limits_per_order_customer_and_in_all(shop, django_user_model):
    ana = django_user_model.objects.create_user("ana@correo.example", "x")
    made = offer(
        "Una de regalo",
        when=("Count", 2),
        gives=("Multibuy", None),
        max_basket_applications=1,
        max_user_applications=2,
    )
    basket = shop.basket(quantity=4)
    Basket.objects.filter(pk=basket.pk).update(owner=ana)

    order = shop.place(
        Basket.objects.get(pk=basket.pk), user=ana, expected_total=Decimal(297000 + 9900)
    )

    assert order.discounts.get().frequency == 1
    made.refresh_from_db()
    assert made.num_applications == 1


def test_a_guest_and_a_second_browser(shop):
    coupon("UNICO", usage="Single use")
    first, second = Shopper(), Shopper()
    for one in (first, second):
        one.add(shop.cream)
        one.at("cart/coupon/", {"code": "UNICO"})
    reviews = [
        (one, walk(one, CO | {"email": f"p{n}@correo.example"}, "cash_on_delivery"))
        for n, one in enumerate((first, second))
    ]

    answers = [submit(one, review) for one, review in reviews]

    assert [answer.status_code for answer in answers] == [302, 409]
    assert Order.objects.count() == 1
    assert "$108.900" in answers[1].content.decode()
    assert "agotó" in answers[1].content.decode()


def test_confirming_asks_nothing_of_the_coupon(shop):
    coupon("UNICO", usage="Single use")
    order = shop.place(with_coupon(shop, "UNICO"), **TEN_OFF)
    shop.begin(order)
    shop.bank_says(order, DemoCharge.State.PAID)

    assert confirm_payment(order=order) == "confirmed"

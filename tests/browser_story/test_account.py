"""Ways in: an account by mailed code, the cart that comes along, orders found again."""

import pytest
from oscar.core.loading import get_model
from playwright.sync_api import expect

from people.models import User

from .visitor import code_in, mails_to

Order = get_model("order", "Order")
PAULA = "paula.henao@correo.example"
PASSWORD = "raiz-demo-2026"


def sign_in(visitor, email, password=PASSWORD):
    visitor.go("account/login/")
    visitor.main.locator("[name='login']").fill(email)
    visitor.main.locator("[name='password']").fill(password)
    visitor.button("Sign in", visitor.main).click()
    visitor.arrive("account/")


@pytest.mark.parametrize(("edition", "width"), [("es-co", 360), ("en-us", 1440)])
def test_an_account_by_mailed_code_keeps_the_cart(visitor, mailoutbox, edition, width):
    email = "sofia@correo.example"
    shopper = visitor(edition, width=width)
    shopper.put_in_cart("RZ-613")
    shopper.go("account/signup/").look("sign-up")
    for name, value in {
        "first_name": "Sofía",
        "last_name": "Ríos",
        "email": email,
        "password": "una-clave-larga-7",
    }.items():
        shopper.main.locator(f"[name='{name}']").fill(value)
    shopper.main.locator("[name='terms']").check()
    shopper.button("Create my account").click()

    shopper.arrive("account/code/")
    shopper.look("code")
    (message,) = mails_to(email)
    assert shopper.main.get_by_text(email).is_visible()
    # A wrong code first: refused, and nothing lost.
    right = code_in(message)
    shopper.main.locator("[name='code']").fill("000000" if right != "000000" else "111111")
    shopper.button("Continue", shopper.main).click()
    expect(shopper.main.get_by_role("alert")).to_be_visible()
    shopper.look("code-wrong")
    shopper.main.locator("[name='code']").fill(right)
    shopper.button("Continue", shopper.main).click()

    shopper.arrive("account/")
    shopper.look("account")
    expect(shopper.page.locator("[data-cart-count]").first).to_have_text("1")
    user = User.objects.get(email=email)
    assert user.person.first_name == "Sofía"

    shopper.go("account/profile/").look("profile")
    shopper.main.locator("[name='first_name']").fill("Sofía María")
    shopper.button("Save", shopper.main).click()
    shopper.go("account/")
    shopper.see("Sofía María")
    shopper.go("cart/")
    expect(shopper.page.locator(".cart-line")).to_have_count(1)


def test_the_cart_of_before_and_the_one_of_now_are_one(visitor):
    phone, desk = visitor("es-co", width=360), visitor("es-co")
    sign_in(phone, PAULA)
    phone.put_in_cart("RZ-613")
    desk.put_in_cart("RZ-621", {"colour": "sage", "size": "m"})

    sign_in(desk, PAULA)

    desk.go("cart/")
    expect(desk.page.locator(".cart-line")).to_have_count(2)
    phone.go("cart/")
    expect(phone.page.locator(".cart-line")).to_have_count(2)


def test_a_customer_sees_orders_details_and_signs_out(visitor):
    for width in (360, 1440):
        paula = visitor("es-co", width=width)
        sign_in(paula, PAULA)
        paula.look("account")
        paula.go("orders/history/").look("history")
        rows = paula.page.locator(".order-row")
        assert rows.count() == Order.objects.filter(user__email=PAULA).count() > 1
        rows.first.get_by_role("link").click()
        paula.order_number()
        paula.look("order")
        for path in ("profile", "security", "privacy"):
            paula.go(f"account/{path}/").look(path)

    paula.go("account/logout/").look("sign-out")
    paula.main.locator("form button").first.click()
    paula.go("orders/history/")
    assert "/account/login/" in paula.page.url


def test_a_guest_finds_an_order_by_mailed_code(visitor, mailoutbox):
    email = "de.paso@correo.example"
    shopper = visitor("es-co")
    shopper.put_in_cart("RZ-613")
    shopper.check_out_as_guest(email=email, payment="cash_on_delivery")
    shopper.place_order.click()
    number = shopper.order_number()
    mailoutbox.clear()

    later = visitor("es-co", width=360)
    later.go(f"orders/{number}/")
    assert number not in later.main.inner_text() or "find" in later.page.url
    later.go("orders/find/").look("find")
    later.main.locator("[name='number']").fill(number.lower())
    later.main.locator("[name='email']").fill(email.upper())
    later.button("Send me a code").click()
    later.arrive("orders/find/code/")
    later.look("find-code")
    (message,) = mails_to(email)
    later.main.locator("[name='code']").fill(code_in(message))
    later.button("View order").click()

    assert later.order_number() == number

"""The order desk's day: the transfer came, the parcel left, and the customer sees both."""

import pytest
from django.urls import reverse
from oscar.core.loading import get_model
from playwright.sync_api import expect

from tests import papers

from .back_office import Staff
from .visitor import mails_to

Order = get_model("order", "Order")
EMAIL = "transferencia@correo.example"


@pytest.fixture
def clerk(demo_company, new_page, visitor) -> Staff:
    page = new_page()
    page.set_default_timeout(30_000)
    return Staff(page, "pedidos@raiz.example")


def do(clerk: Staff, action: str) -> None:
    """Press one of the order's buttons; what it does is said before it does it."""
    clerk.page.locator(f".desk-actions a[href$='/{action}/']").click()
    clerk.page.wait_for_url(f"**/{action}/")


def confirm(clerk: Staff) -> None:
    clerk.page.locator(".desk-form button[type='submit']").click()
    clerk.has_worked()


def test_a_transfer_comes_and_the_parcel_leaves(clerk, visitor, mailoutbox):
    shopper = visitor("en-us", width=360)
    shopper.put_in_cart("RZ-613")
    shopper.check_out_as_guest(email=EMAIL, payment="transfer")
    shopper.place_order.click()
    number = shopper.order_number()
    shopper.see("Demonstration Bank", "000000000")
    shopper.look("waits-for-transfer")
    mailoutbox.clear()

    # Found by its number among all orders.
    clerk.page.goto(reverse("order_desk:index"))
    clerk.page.locator("main [name='q'], header [name='q']").first.fill(number)
    clerk.page.locator(f"#listing-results a[href*='{number}']").first.click()
    expect(clerk.page.locator("h1").first).to_contain_text(number)
    do(clerk, "payment-received")
    expect(clerk.page.locator(".desk-consequences li")).to_have_count(2)
    confirm(clerk)
    assert Order.objects.get(number=number).status == "confirmed"
    assert len(mails_to(EMAIL)) == 1
    shopper.page.reload()
    shopper.see(shopper.say("Paid"))

    do(clerk, "preparing")
    confirm(clerk)
    do(clerk, "shipped")
    # A tracking address without its number is refused, and stays typed.
    clerk.write("url", "https://tracking.example/1Z999")
    clerk.page.locator(".desk-form button[type='submit']").click()
    expect(clerk.page.locator(".error-message").first).to_be_visible()
    expect(clerk.page.locator("[name='url']")).to_have_value("https://tracking.example/1Z999")
    clerk.write("carrier", "Correo del Sur")
    clerk.write("number", "1Z999")
    confirm(clerk)

    shopper.page.reload()
    shopper.see("1Z999", "Correo del Sur")
    expect(shopper.main.get_by_role("link", name="1Z999")).to_have_attribute(
        "href", "https://tracking.example/1Z999"
    )
    shopper.look("on-its-way")
    shipped = mails_to(EMAIL)[-1]
    assert len(mails_to(EMAIL)) == 2
    assert "1Z999" in shipped.body

    # The slip that goes into the parcel.
    slip = clerk.page.request.get(reverse("order_desk:print", args=[number, "slip"]))
    assert number in papers.text_of(slip.body())

"""A consultant's link: opened, read, registered and bought by, on two devices; and credited."""

from urllib.parse import unquote

import pytest
from oscar.core.loading import get_model
from playwright.sync_api import expect

from replicated.attribution.models import Credit
from replicated.consultants.models import Consultant
from replicated.inbox.models import ConsultantMessage

from .back_office import Staff
from .test_account import sign_in
from .visitor import code_in, mails_to

Order = get_model("order", "Order")
PASSWORD = "una-clave-larga-7"


def stays_on_the_site(visitor) -> None:
    """No link of the page leads to the company's own address of the shop."""
    out = visitor.page.evaluate(
        """(prefix) => [...document.querySelectorAll("a[href], form[action]")]
            .map((one) => one.getAttribute("href") || one.getAttribute("action"))
            .filter((path) => path.startsWith("/") && !path.startsWith(prefix + "/")
                && !/^.(static|media|documents)\\//.test(path))""",
        visitor.prefix,
    )
    assert not out, f"links that leave the site: {out}"


def register(visitor, email) -> None:
    visitor.go("account/signup/")
    for name, value in {
        "first_name": "Sofía",
        "last_name": "Ríos",
        "email": email,
        "password": PASSWORD,
    }.items():
        visitor.main.locator(f"[name='{name}']").fill(value)
    assert visitor.main.locator("[name='code']").count() == 0, "the link says who it was"
    visitor.main.locator("[name='terms']").check()
    visitor.button("Create my account").click()
    visitor.arrive("account/code/")
    visitor.main.locator("[name='code']").fill(code_in(mails_to(email)[-1]))
    visitor.button("Continue", visitor.main).click()
    visitor.arrive("account/")


@pytest.mark.parametrize(
    ("edition", "width", "alias"), [("es-co", 360, "lili-gomez"), ("en-us", 1440, "denise-walker")]
)
def test_link_browse_register_buy_credited_on_two_devices(
    visitor, mailoutbox, edition, width, alias
):
    consultant = Consultant.objects.get(alias=alias)
    email = "sofia@correo.example"
    phone = visitor(edition, width=width, under=alias)
    phone.go().look("consultant-home")
    expect(phone.page.locator("h1")).to_have_text(consultant.name)
    stays_on_the_site(phone)
    expect(phone.page.locator(".favourite").first).to_be_visible()

    phone.put_in_cart("RZ-204")
    phone.look("product-under-a-name")
    stays_on_the_site(phone)
    register(phone, email)
    phone.look("account-under-a-name")
    stays_on_the_site(phone)

    # Another device, the company's own address: the cart and the consultant came along.
    desk = visitor(edition, width=1440 if width == 360 else 360)
    sign_in(desk, email, PASSWORD)
    desk.go("checkout/")
    desk.arrive("checkout/address/")
    desk.type_address()
    desk.button("Continue to shipping").click()
    desk.arrive("checkout/methods/")
    desk.choose_methods(payment="transfer")
    desk.place_order.click()
    number = desk.order_number()

    credit = Credit.objects.current().get(order__number=number)
    assert (credit.consultant, credit.reason) == (consultant, "bound")
    bond = Credit.objects.current().get(person__email=email)
    assert (bond.consultant, bond.reason) == (consultant, "link")
    desk.go("account/consultant/").look("your-consultant")
    desk.see(consultant.name)


def test_the_buyer_needs_no_script(visitor, mailoutbox):
    shopper = visitor("es-co", width=360, javascript=False, under="marta-ruiz")
    shopper.put_in_cart("RZ-613")
    shopper.check_out_as_guest(email="eva@correo.example", payment="cash_on_delivery")
    shopper.place_order.click()
    number = shopper.order_number()
    credit = Credit.objects.current().get(order__number=number)
    assert (credit.consultant.alias, credit.evidence["by"]) == ("marta-ruiz", "address")
    assert "/@marta-ruiz/es-co/orders/" in mails_to("eva@correo.example")[-1].body


def test_a_visitor_writes_and_the_consultant_reads(visitor, mailoutbox):
    guest = visitor("es-co", width=360, under="lili-gomez")
    guest.go("escribir/").look("write-to-consultant")
    for name, value in {
        "name": "Natalia",
        "email": "natalia@correo.example",
        "phone": "304 535 1581",
        "message": "¿Sirve para piel mixta?",
    }.items():
        guest.main.locator(f"[name='{name}']").fill(value)
    guest.main.locator("[name='consent']").check()
    guest.main.locator("form.stack button[type='submit'], form button.button").last.click()
    guest.see(guest.say("Your message is on its way"))
    message = ConsultantMessage.objects.get(email="natalia@correo.example")
    assert message.consultant.alias == "lili-gomez"
    assert mails_to("lili.gomez@consultoras.example")

    lili = visitor("es-co", width=1440)
    sign_in(lili, "lili.gomez@consultoras.example", "raiz-demo-2026")
    lili.go("account/messages/").look("inbox")
    lili.main.get_by_text("Natalia", exact=False).first.click()
    lili.see("¿Sirve para piel mixta?")


def test_a_consultant_fills_in_her_site_and_shares_a_product(visitor):
    lili = visitor("es-co", width=360)
    sign_in(lili, "lili.gomez@consultoras.example", "raiz-demo-2026")
    lili.go("account/my-site/").look("my-site")
    lili.main.locator("[name='greeting_es']").fill("Hoy estoy en la feria de El Retiro.")
    guest = visitor("es-co", under="lili-gomez")
    guest.go()
    assert "feria" not in guest.main.inner_text(), "a draft is nobody's to see"
    lili.main.locator("button[name='action'][value='publish']").click()
    expect(lili.page.locator(".notice--success, .message, [role='status']").first).to_be_visible()
    guest.page.reload()
    guest.see("Hoy estoy en la feria de El Retiro.")
    guest.go_to_product("RZ-101")
    share = guest.main.locator("a[href^='https://wa.me/?text=']").first.get_attribute("href")
    assert "/@lili-gomez/es-co/" in unquote(share)


def test_an_influencer_edits_is_refused_anothers_and_is_approved(visitor, new_page, mailoutbox):
    page = new_page()
    page.set_default_timeout(30_000)
    vale = Staff(page, "valentina@influencia.example")
    from replicated.influencers.services import page_of

    own, other = (
        page_of(Consultant.objects.get(alias=alias), "story", "es")
        for alias in ("vale-duarte", "emiliano-rivas")
    )
    reader = visitor("es-co", under="vale-duarte")
    reader.go(f"{own.slug}/")
    before = reader.main.inner_text()

    page.goto(f"/admin/pages/{other.pk}/edit/")
    assert "/edit/" not in page.url or page.locator("[name='title']").count() == 0
    vale.edit(own)
    vale.write("title", "Cómo empezó todo")
    vale.write("body-0-value-title", "Cómo empezó todo")
    vale.in_the_menu_of_buttons("button[name='action-submit']")
    reader.page.reload()
    assert reader.main.inner_text() == before, "nobody sees it before it is approved"
    (asked,) = [m for m in mailoutbox if "marketing@raiz.example" in m.to]
    assert "Valentina" in asked.body and "Cómo empezó todo" in asked.body

    desk = new_page()
    desk.set_default_timeout(30_000)
    marketer = Staff(desk, "marketing@raiz.example")
    marketer.edit(own)
    marketer.in_the_menu_of_buttons("button[data-workflow-action-name='approve']")
    reader.page.reload()
    expect(reader.page.locator("h1")).to_have_text("Cómo empezó todo")
    assert [m for m in mailoutbox if "valentina@influencia.example" in m.to]

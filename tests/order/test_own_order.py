"""What a customer can do on the page of an order: go on shopping, write, buy again, print."""

import threading
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.test import TestCase

from commerce.listings.pictures import MAIL_SPEC
from commerce.orders.mails import send_order_mail
from commerce.orders.presentation import OrderView
from commerce.projection.services import refresh_listings
from corporate.models import ContactPage
from tests import factories, papers
from tests.cms.factories import home

from .test_desk_detail import words

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def serum(shop):
    """On the shelf of the same shop, with words, a page and a picture."""
    face = factories.category("Cara", "Face")
    made = factories.product("Sérum", "Serum", categories=[face], prices={"co": "50000"})
    refresh_listings([made.pk])
    return made


@pytest.fixture
def order_of_serum(orders, shop, serum):
    return orders.paid(basket=shop.basket(serum, quantity=2), expected_total=Decimal(109900))


def page_of(browser, order, path=""):
    return browser.at(f"orders/{order.number}/{path}")


def links(page) -> dict[str, str]:
    soup = BeautifulSoup(page.content, "html.parser").main
    return {" ".join(link.get_text(" ").split()): link["href"] for link in soup.find_all("a")}


def test_an_order_is_a_page_of_the_account(customer, orders):
    order = orders.paid()
    page = page_of(customer(), order)
    menu = BeautifulSoup(page.content, "html.parser").select_one(".account__nav")
    assert menu.select_one("[aria-current]").get_text() == "Pedidos"
    assert links(page)["Todos tus pedidos"] == "/es-co/orders/history/"


def test_who_has_no_order_yet_is_shown_what_to_buy(customer, serum):
    found = links(customer().at("orders/history/"))
    assert "/catalogo/cara/" in found["Cara"]
    assert any("serum" in address for address in found.values())


def test_a_guest_reads_the_same_without_the_menu(orders, shopper):
    order = orders.paid()
    session = shopper.session
    session["orders"] = [order.number]
    session.save()
    page = page_of(shopper, order)
    assert "Comprar otra vez" in words(page) and "account__nav" not in page.content.decode()
    assert page_of(shopper, order, "print/").status_code == 200


def test_strangers_print_nothing_and_buy_nothing(orders, shopper):
    order = orders.paid()
    for path in ("", "print/"):
        answer = page_of(shopper, order, path)
        assert answer.status_code == 302 and "orders/find" in answer.url
    answer = shopper.at(f"orders/{order.number}/again/", {})
    assert answer.status_code == 302 and "orders/find" in answer.url


def test_the_print_is_a_receipt_in_the_orders_language(customer, orders):
    order = orders.paid()
    ana = customer(edition="en-us")
    assert "/print/" in links(page_of(ana, order))["Receipt (PDF) (opens in a new window)"]
    answer = page_of(ana, order, "print/")
    assert f'"receipt-{order.number}.pdf"' in answer["Content-Disposition"]
    said = papers.text(answer)
    assert order.number in said and "Crema RZ-1" in said and "$108.900" in said
    assert "factura" in said


def test_the_mail_of_a_paid_order_leads_to_the_receipt(customer, orders, mailoutbox):
    paid = orders.paid()
    (sent,) = mailoutbox
    address = f"/es-co/orders/{paid.number}/print/"
    html = sent.alternatives[0].content
    assert address in sent.body and address in html
    assert customer().get(address)["Content-Type"] == "application/pdf"

    mailoutbox.clear()
    with TestCase.captureOnCommitCallbacks(execute=True):
        due = orders.due(email="b@correo.example")
    (sent,) = mailoutbox
    assert due.number in sent.body and "/print/" not in sent.body


def test_buying_again_fills_the_cart(customer, orders, shop):
    order = orders.paid()
    ana = customer()
    answer = ana.at(f"orders/{order.number}/again/", {})
    assert answer.url == "/es-co/cart/" or answer.url.endswith("/cart/")
    cart = ana.get(answer.url)
    assert "Todo está otra vez en tu carrito" in words(cart)
    line = ana.user.baskets.get(status="Open").lines.get()
    assert (line.product, line.quantity) == (shop.cream, 1)


def test_what_cannot_be_bought_again_is_said(customer, orders, shop):
    gone = shop.product("RZ-2", co="1000", stock=5)
    order = orders.paid(basket=shop.basket(shop.cream, gone), expected_total=109900)
    shop.record(gone).__class__.objects.filter(product=gone).update(num_in_stock=0)
    ana = customer()
    cart = ana.get(ana.at(f"orders/{order.number}/again/", {}).url)
    assert "por ahora no se vende: Crema RZ-2" in words(cart)
    assert ana.user.baskets.get(status="Open").lines.count() == 1


def test_what_was_taken_off_the_shop_takes_its_variants_along(customer, orders, shop):
    robe = factories.product("Bata", "Robe", structure="parent")
    size = factories.product(parent=robe, prices={"co": "50000"})
    order = orders.paid(basket=shop.basket(size), expected_total=Decimal(59900))
    robe.is_public = False
    robe.save()

    ana = customer()
    answer = ana.at(f"orders/{order.number}/again/", {})

    assert "por ahora no se vende" in words(ana.get(answer.url))
    assert not ana.user.baskets.filter(status="Open", lines__isnull=False).exists()


def test_fewer_are_left_than_were_bought(customer, orders, shop):
    order = orders.paid(basket=shop.basket(quantity=3), expected_total=306900)
    ana = customer()
    cart = ana.get(ana.at(f"orders/{order.number}/again/", {}).url)
    assert "con menos unidades, las que quedan: Crema RZ-1" in words(cart)
    assert ana.user.baskets.get(status="Open").lines.get().quantity == 2


def test_where_nothing_can_be_bought_again_one_stays_and_is_told(customer, orders, shop):
    order = orders.paid()
    shop.cream.stockrecords.update(num_in_stock=0)
    ana = customer()
    answer = ana.at(f"orders/{order.number}/again/", {})
    assert order.number in answer.url
    assert "por ahora no se vende" in words(ana.get(answer.url))


def test_looking_does_not_buy(customer, orders):
    order = orders.paid()
    assert customer().at(f"orders/{order.number}/again/").status_code == 405


def test_writing_about_an_order_begins_with_its_number(customer, orders):
    contact = ContactPage(title="Contacto", slug="contacto", consent_text="<p>Sí</p>")
    home().add_child(instance=contact)
    order = orders.paid()
    ana = customer()
    url = links(page_of(ana, order))["Escríbenos por este pedido"]
    assert url.endswith(f"/contacto/?order={order.number}")
    form = BeautifulSoup(ana.get(url).content, "html.parser").find("textarea", {"name": "message"})
    assert form.get_text().strip() == f"Sobre el pedido {order.number}:"
    odd = ana.get(url.replace(order.number, "<script>"))
    assert BeautifulSoup(odd.content, "html.parser").find("textarea").get_text().strip() == ""


def test_without_a_contact_page_nothing_leads_there(customer, orders):
    assert "Escríbenos por este pedido" not in links(page_of(customer(), orders.paid()))


def test_what_was_bought_leads_to_its_page_with_its_picture(customer, order_of_serum, serum):
    page = page_of(customer(), order_of_serum)
    soup = BeautifulSoup(page.content, "html.parser").main
    path = serum.listings.get(market="co", language="es").path
    assert links(page)["Sérum"] == f"/es-co{path}"
    assert soup.select_one(".order-summary__media img")["src"]


def test_what_is_not_sold_any_more_leads_nowhere(customer, order_of_serum, serum):
    serum.listings.all().delete()
    assert "Sérum" not in links(page_of(customer(), order_of_serum))


def mails_of(order) -> tuple[str, BeautifulSoup]:
    mail.outbox.clear()
    send_order_mail(order, "confirmed", again=True)
    sent = mail.outbox[-1]
    return sent.body, BeautifulSoup(sent.alternatives[0][0], "html.parser")


def test_the_mail_shows_what_was_bought(order_of_serum, serum, settings):
    text, html = mails_of(order_of_serum)
    picture = html.select_one("table.lines img")
    assert picture["src"].startswith(f"{settings.PUBLIC_URL}/media/")
    assert picture["src"].endswith((".jpg", ".jpeg"))
    assert (picture["alt"], picture["width"], picture["height"]) == ("Sérum", "64", "80")
    link = html.select_one("table.lines a")
    path = serum.listings.get(market="co", language="es").path
    assert link["href"] == f"{settings.PUBLIC_URL}/es-co{path}"
    assert "Cantidad: 2" in html.select_one("table.lines").get_text()
    assert "2 x Sérum: $100.000" in text and "media" not in text


def test_a_mail_from_a_site_of_a_consultant_leads_to_their_shop(order_of_serum, settings):
    order_of_serum.placement.base = "/@lili-gomez"
    _text, html = mails_of(order_of_serum)
    start = f"{settings.PUBLIC_URL}/@lili-gomez/es-co/"
    assert html.select_one("table.lines a")["href"].startswith(start)


def test_a_lost_picture_keeps_no_mail_back(order_of_serum, serum):
    image = serum.photos.get().image
    image.renditions.filter(filter_spec=MAIL_SPEC).delete()
    image.file.storage.delete(image.file.name)
    _text, html = mails_of(order_of_serum)
    assert html.select_one("table.lines img") is None
    assert "Sérum" in html.select_one("table.lines").get_text()


def test_a_picture_is_drawn_for_the_first_mail_only(order_of_serum, serum):
    mails_of(order_of_serum)
    image = serum.photos.get().image
    image.file.storage.delete(image.file.name)

    _text, html = mails_of(order_of_serum)

    assert html.select_one("table.lines img") is not None


def test_the_picture_is_of_the_color_that_was_bought(orders, shop):
    lipstick = factories.lipstick()
    refresh_listings([lipstick.pk])
    clay = lipstick.children.get(upc="RZ-501-3")
    price = lipstick.listings.get(market="co", language="es").price
    order = orders.paid(basket=shop.basket(clay), expected_total=price + 9900)
    shown = OrderView(order, edition="es-co", for_mail=True).lines[0]
    _fig, photo = lipstick.photos.order_by("pk")
    assert shown["image"]["src"].endswith(photo.image.get_rendition(MAIL_SPEC).url)
    assert shown["url"].endswith("?variant=RZ-501-3")


def test_a_picture_for_a_mail_is_no_page_of_a_browser(order_of_serum):
    shown = OrderView(order_of_serum, edition="es-co").lines[0]
    assert shown["url"].startswith("/es-co/") and shown["image"]["src"].startswith("/")


def test_in_another_countrys_edition_the_goods_are_shown_where_they_were_sold(
    customer, order_of_serum
):
    page = customer().get(f"/en-us/orders/{order_of_serum.number}/")
    line = page.context["order"].lines[0]
    assert line["url"].startswith("/es-co/") and line["image"]["src"].startswith("/")


def test_a_receipt_that_cannot_be_made_now_leads_back_with_words(customer, orders, monkeypatch):
    order = orders.paid()
    monkeypatch.setattr("commerce.typesetting.pdf.WAITS", 0)
    busy = threading.BoundedSemaphore(1)
    busy.acquire()
    monkeypatch.setattr("commerce.typesetting.pdf._at_once", busy)
    ana = customer()

    answer = page_of(ana, order, "print/")

    assert answer.url == f"/es-co/orders/{order.number}/"
    assert "No se pudo crear el documento" in ana.get(answer.url).content.decode()


def test_receipts_are_not_made_without_end(customer, orders, monkeypatch):
    order = orders.paid()
    monkeypatch.setattr("commerce.orders.views.RECEIPTS_A_MINUTE", 1)
    ana = customer()

    assert page_of(ana, order, "print/").status_code == 200
    assert page_of(ana, order, "print/").status_code == 302

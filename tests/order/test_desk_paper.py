"""Paper and what is done to several orders at once."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from commerce.order_desk.views import printing
from commerce.orders import parcels, services
from commerce.typesetting import pdf
from tests import papers
from tests.checkout.conftest import MIAMI

from .test_desk_detail import fresh
from .test_desk_list import words

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def american(orders, shop):
    return orders.paid(
        basket=shop.basket(edition="en-us"),
        edition="en-us",
        address=MIAMI,
        phone="+13055550123",
        email="joe@mail.example",
        expected_total=Decimal("31.50"),
    )


def test_a_packing_slip_is_in_the_customer_s_language_without_prices(desk, orders):
    order = orders.due(notes="Portería 2")
    answer = desk.at(f"{order.number}/print/slip/")
    text = papers.text(answer)

    assert answer["Content-Type"] == "application/pdf" and "no-store" in answer["Cache-Control"]
    assert f'"packing-slip-{order.number}.pdf"' in answer["Content-Disposition"]
    assert papers.sizes(answer) == [papers.LETTER]
    for said in (order.number, "RZ-1", "Calle 72 # 10-07", "Colombia", "304 5351581", "Portería 2"):
        assert said in text, said
    assert "Va para" in text and "Ship to" not in text
    # Cash is asked for at the door; nothing else costs anything on this paper.
    assert text.count("$") == 1 and "$108.900" in text


def test_whatever_the_customer_typed_stands_there_as_it_was_typed(desk, orders):
    notes = '#import "@preview/x:1.0.0" $x$ *no* _nor_ \\ @ref <lbl> `raw` // c /* d */ ❤ 🎁'
    order = orders.due(notes=notes)
    address = order.shipping_address
    # Wider than any column: it breaks, and nothing of it is lost.
    address.line1 = "Calle" + "x" * 150
    address.save()
    for paper in ("slip", "label"):
        answer = desk.at(f"{order.number}/print/{paper}/")
        text = papers.text(answer)
        assert notes in text
        assert address.line1 in text.replace(" ", "")
        assert max(map(len, papers.lines(answer))) < 110


def test_what_must_not_leave_says_so(desk, orders):
    order = orders.pending()
    assert "No enviar: " in papers.text(desk.at(f"{order.number}/print/slip/"))
    paid = orders.paid(email="b@correo.example")
    assert "No enviar" not in papers.text(desk.at(f"{paid.number}/print/slip/"))


def test_an_order_print_has_the_sums(desk, american):
    text = papers.text(desk.at(f"{american.number}/print/order/"))
    for said in ("$25.00", "$5.00", "$1.50", "$31.50", "FL", "United States", "Paid"):
        assert said in text, said
    assert f"Receipt {american.number}" in text and "This is not a tax invoice" in text


def test_a_receipt_tells_each_payment_and_refund_with_its_day(desk, orders, clerk):
    order = orders.paid()
    # Paid at half past one at night in London: the evening before, in Bogotá.
    came = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)
    order.payments.update(came_at=came)
    services.refund_order(order=order, amount=Decimal(50000), reason="roto", by=clerk)
    text = papers.text(desk.at(f"{order.number}/print/order/"))
    assert f"Recibo {order.number}" in text
    assert "1 de marzo de 2026 Pago de demostración $108.900" in text
    assert "Reembolso: Pago de demostración -$50.000" in text
    # Included taxes are told beside the total.
    assert "incluye $" in text


def test_what_is_not_paid_has_no_receipt(desk, orders):
    order = orders.due()
    text = papers.text(desk.at(f"{order.number}/print/order/"))
    assert f"Pedido {order.number}" in text and "Recibo" not in text
    assert "Receipt" not in words(desk.at(f"{order.number}/"))


def test_several_slips_at_once_each_in_its_language(desk, orders, american, assert_max_queries):
    others = [
        orders.due(email="a@correo.example"),
        orders.at("shipped", email="b@correo.example"),
        orders.at("delivered", email="c@correo.example"),
    ]
    chosen = "&".join(f"id={order.pk}" for order in [american, *others])

    answer = desk.get(f"/admin/bulk/order/order/packing-slips/?{chosen}&next=/admin/orders/")
    assert answer.status_code == 302
    first = desk.get(answer.url)
    # As many for four orders as for forty.
    with assert_max_queries(17):
        desk.get(answer.url)
    pages = papers.pages(first)
    assert len(pages) == 4
    assert "Ship to" in pages[0] and all("Va para" in page for page in pages[1:])
    assert all(order.number in page for order, page in zip([american, *others], pages, strict=True))


def test_more_than_can_be_looked_over_are_refused_whole(desk, orders, monkeypatch):
    monkeypatch.setattr(printing, "MOST_SHEETS", 1)
    chosen = f"id={orders.due().pk}&id={orders.due(email='b@correo.example').pk}"
    answer = desk.at(f"print/slip/?{chosen}")
    assert (answer.status_code, answer.url) == (302, "/admin/orders/")
    assert "At most 1 " in words(desk.get(answer.url))


def test_a_fault_of_the_printer_leads_back_and_is_told(desk, orders, monkeypatch):
    order = orders.due()
    monkeypatch.setattr(pdf, "COMPILER", pdf.COMPILER.with_name("missing.py"))
    answer = desk.at(f"{order.number}/print/slip/")
    assert answer.url == f"/admin/orders/{order.number}/"
    assert "could not be made" in words(desk.get(answer.url))


def test_a_long_order_goes_on_on_the_next_page_which_says_whose_it_is(desk, orders, shop):
    order = orders.due()
    line = order.lines.get()
    for _each in range(60):
        line.pk, line._state.adding = None, True
        line.save()
    pages = papers.pages(desk.at(f"{order.number}/print/slip/"))
    assert len(pages) == 3
    for number, page in enumerate(pages, start=1):
        assert f"{order.number} · {number} / 3" in page and "Producto" in page


def test_a_picking_list_sums_the_units_of_many_orders(desk, orders, shop, assert_max_queries):
    serum = shop.product("RZ-2", co="20000", stock=5)
    two = orders.paid(basket=shop.basket(quantity=2), expected_total=Decimal(207900))
    both = orders.at(
        "preparing",
        basket=shop.basket(shop.cream, serum),
        expected_total=Decimal(128900),
        email="b@correo.example",
    )
    unpaid = orders.pending(email="c@correo.example")
    sent = orders.at("shipped", email="d@correo.example")
    chosen = "&".join(f"id={order.pk}" for order in (two, both, unpaid, sent))

    leads = desk.get(f"/admin/bulk/order/order/picking-list/?{chosen}&next=/admin/orders/")
    desk.get(leads.url)
    with assert_max_queries(16):
        answer = desk.get(leads.url)
    (text,) = papers.pages(answer)

    assert '"picking-list.pdf"' in answer["Content-Disposition"]
    assert "2 orders" in text and "Units 4" in text
    # By SKU: three creams for two orders, then one serum.
    assert f"3 RZ-1 Crema RZ-1 {two.number} × 2, {both.number} × 1" in text
    assert f"1 RZ-2 Crema RZ-2 {both.number} × 1" in text
    assert text.index("3 RZ-1") < text.index("1 RZ-2")
    # Left out, and said so.
    assert f"{unpaid.number} (Awaiting payment), {sent.number} (On its way)" in text
    assert f"{sent.number} ×" not in text


def test_what_already_left_is_not_picked_again(desk, orders, shop, clerk):
    order = orders.at("preparing", basket=shop.basket(quantity=3), expected_total=Decimal(306900))
    parcels.send_parcel(order=order, by=clerk, quantities={order.lines.get().pk: 2})
    text = papers.text(desk.at(f"print/picking/?id={order.pk}"))
    assert f"1 RZ-1 Crema RZ-1 {order.number} × 1" in text


def test_shelves_of_two_warehouses_are_two_tables(desk, orders):
    first, second = orders.paid(), orders.paid(email="b@correo.example")
    second.lines.update(partner_name="Bodega Norte", partner_sku="A-07")
    text = papers.text(desk.at(f"print/picking/?id={first.pk}&id={second.pk}"))
    assert "Bodega Norte Quantity" in text and "RZ-1 A-07" in text
    first.lines.update(partner_name="Bodega Norte", partner_sku="A-12")
    text = papers.text(desk.at(f"print/picking/?id={first.pk}&id={second.pk}"))
    assert text.index("A-07") < text.index("A-12")
    alone = papers.text(desk.at(f"print/picking/?id={first.pk}"))
    assert "Bodega" not in alone


def test_where_nothing_is_to_be_packed_it_is_said(desk, orders):
    order = orders.at("delivered")
    answer = desk.at(f"print/picking/?id={order.pk}")
    assert answer.url == "/admin/orders/"
    assert "Nothing of these orders is to be packed" in words(desk.get(answer.url))


def test_a_label_has_the_address_and_what_is_collected(desk, orders, american):
    order = orders.due(notes="Portería 2")
    leads = desk.get(
        f"/admin/bulk/order/order/labels/?id={order.pk}&id={american.pk}&next=/admin/orders/"
    )
    answer = desk.get(leads.url)
    first, second = papers.pages(answer)
    # 100 x 150 mm, in points
    assert papers.sizes(answer) == [(283, 425)] * 2
    assert "Ship to" in second or "Ship to" in first
    own = first if order.number in first else second
    for said in ("Va para Ana Gómez", "Calle 72 # 10-07", "Colombia", "Portería 2", "$108.900"):
        assert said in own, said


def test_a_packages_label_has_its_number(desk, orders, shop, clerk):
    order = orders.at("preparing", basket=shop.basket(quantity=3), expected_total=Decimal(306900))
    tracking = {"carrier": "Envía", "number": "E-1"}
    parcels.send_parcel(
        order=order, by=clerk, quantities={order.lines.get().pk: 2}, tracking=tracking
    )
    assert f"/{order.number}/parcels/1/label/" in desk.at(f"{order.number}/").content.decode()
    text = papers.text(desk.at(f"{order.number}/parcels/1/label/"))
    assert "Envía E-1" in text and "Paquete 1" in text
    assert desk.at(f"{order.number}/parcels/2/label/").status_code == 404


def test_strange_ids_are_left_out(desk, orders):
    order = orders.due()
    good = f"id={order.pk}"
    assert desk.at(f"print/slip/?id=x&id=-1&id={'9' * 30}&{good}").status_code == 200
    assert desk.at("print/slip/?id=x").status_code == 404
    assert desk.at("print/slip/").status_code == 404
    for wrong in ("id=x", "id=all", f"id={'9' * 30}", ""):
        for action in ("packing-slips", "labels", "picking-list", "prepare"):
            answer = desk.get(f"/admin/bulk/order/order/{action}/?{wrong}&next=/admin/orders/")
            assert (answer.status_code, answer.url) == (302, "/admin/orders/")


def test_several_orders_are_marked_at_once_and_the_others_stay(desk, orders, clerk):
    ready, other = orders.paid(), orders.due(email="b@correo.example")
    waiting = orders.pending(email="c@correo.example")
    url = (
        "/admin/bulk/order/order/prepare/"
        f"?id={ready.pk}&id={other.pk}&id={waiting.pk}&next=/admin/orders/"
    )
    asked = words(desk.get(url))
    assert "These 2 orders" in asked and waiting.number in asked

    answer = desk.post(url)
    assert answer.url == "/admin/orders/"
    assert [fresh(order).status for order in (ready, other, waiting)] == [
        "preparing",
        "preparing",
        "pending",
    ]
    assert ready.events.get(kind="preparing").by == clerk
    assert "2 orders are marked" in words(desk.get(answer.url))


def test_somebody_was_faster_with_one_of_them(desk, orders, clerk, monkeypatch):
    ready, taken = orders.paid(), orders.due(email="b@correo.example")
    move = services.move_order

    def faster(*, order, **kwargs):
        if order.pk == taken.pk:
            move(order=fresh(taken), **kwargs)
        move(order=order, **kwargs)

    monkeypatch.setattr(services, "move_order", faster)
    answer = desk.post(
        f"/admin/bulk/order/order/prepare/?id={ready.pk}&id={taken.pk}&next=/admin/orders/"
    )
    told = words(desk.get(answer.url))
    assert "1 order is marked" in told and f"{taken.number}: The order is now" in told
    assert taken.events.filter(kind="preparing").count() == 1

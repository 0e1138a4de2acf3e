"""Shipping many orders by a file with their tracking numbers."""

from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import TestCase
from django.utils import timezone
from django.utils.translation import override

from commerce.orders import parcels
from commerce.orders.models import Parcel
from commerce.orders.services import refund_order
from commerce.orders.tracking_files.planning import plan, ship
from commerce.orders.tracking_files.reading import READY, REFUSED, SENT

from .test_desk_detail import fresh
from .test_desk_list import words

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

HEAD = "Order,Carrier,Tracking number,SKU,Quantity\n"


def packages(*lines: str, head: str = HEAD) -> list:
    return plan(head + "".join(f"{line}\n" for line in lines))


def states(*lines: str, **terms) -> list[str]:
    return [package.state for package in packages(*lines, **terms)]


def why(*lines: str, **terms) -> str:
    """The reason of the last package, which is refused."""
    last = packages(*lines, **terms)[-1]
    assert last.state == REFUSED
    return last.message


def send(*lines: str, by) -> list:
    found = packages(*lines)
    with TestCase.captureOnCommitCallbacks(execute=True):
        ship(found, by=by)
    return found


@pytest.fixture(autouse=True)
def in_english():
    with override("en"):
        yield


@pytest.fixture
def order(orders):
    return orders.at("preparing")


@pytest.fixture
def two_products(orders, shop):
    """Preparing: two creams and a serum."""
    serum = shop.product("RZ-2", co="20000", stock=5)
    order = orders.at(
        "preparing",
        basket=shop.basket(shop.cream, shop.cream, serum),
        expected_total=Decimal(227900),
        email="dos@correo.example",
    )
    return order


def upload(desk, content: bytes, name="guias.csv"):
    return desk.at("by-file/", {"file": SimpleUploadedFile(name, content, "text/csv")})


def test_the_file_is_looked_at_then_sent(desk, order, orders, clerk, mailoutbox):
    waiting = orders.paid(email="b@correo.example")
    mailoutbox.clear()
    content = (
        f"Pedido;Transportadora;Número de guía\n{order.number};Envía;E1\n{waiting.number};;E2\n"
    )

    shown = upload(desk, content.encode("cp1252"))

    said = words(shown)
    assert "1 package can be sent" in said and "1 package cannot be sent" in said
    assert "only what is being prepared can be sent" in said
    assert not Parcel.objects.exists() and not mailoutbox

    done = desk.at("by-file/", {"text": shown.context["text"]})

    assert "1 package is sent" in words(done) and fresh(order).status == "shipped"
    parcel = order.parcels.get()
    assert (parcel.carrier, parcel.number) == ("Envía", "E1")
    assert order.events.get(kind="shipped").by == clerk
    (mail,) = mailoutbox
    assert mail.to == [order.placement.email] and "E1" in mail.body
    assert fresh(waiting).status == "confirmed"
    # The same once more changes nothing.
    again = desk.at("by-file/", {"text": shown.context["text"]})
    assert "Sent before, with this number" in words(again) and Parcel.objects.count() == 1


def test_what_is_disputed_or_went_back_is_warned_of(desk, order, orders, clerk):
    given_back = orders.at("preparing", email="b@correo.example")
    refund_order(order=given_back, amount=given_back.total_incl_tax, reason="", by=clerk)
    fine = orders.at("preparing", email="c@correo.example")
    payment = order.payments.get()
    payment.disputes.create(
        reference="d1", state="open", amount=payment.amount, opened_at=timezone.now()
    )
    lines = [f"{one.number},Envía,E{pk}" for pk, one in enumerate((order, given_back, fine))]

    shown = upload(desk, "\n".join([HEAD.strip(), *lines]).encode())

    said = [row.warning for row in shown.context["rows"]]
    assert said == [
        "The cardholder disputed the payment: waits for our answer.",
        "All of the money went back.",
        "",
    ]
    assert words(shown).count("Think before you ship.") == 2
    # It is the clerk who decides.
    done = desk.at("by-file/", {"text": shown.context["text"]})
    assert "3 packages are sent" in words(done)
    assert words(done).count("All that was left") == 3
    assert "Think before" not in words(done)


@pytest.mark.parametrize(
    "line, reason",
    [
        ("NOBO-DY99,Envía,A1", "There is no order"),
        (",Envía,A1", "order number is missing"),
        ("{number},Envía,", "tracking number is missing"),
        ("{number},Envía,1.23457E+11", "shortened"),
        ("{number},Envía,{long}", "at most 80"),
        ("{number},Envía,A1,RZ-9,1", "RZ-9: nothing of it is left"),
        ("{number},Envía,A1,RZ-1,2", "RZ-1: only 1 unit is left"),
        ("{number},Envía,A1,RZ-1,", "RZ-1: enter how many"),
        ("{number},Envía,A1,RZ-1,0", "RZ-1: enter how many"),
        ("{number},Envía,A1,RZ-1,-1", "RZ-1: enter how many"),
    ],
)
def test_a_wrong_line_says_why_and_holds_back_no_other(order, clerk, orders, line, reason):
    good = orders.at("preparing", email="b@correo.example")
    wrong = line.format(number=order.number, long="9" * 81)
    first, second = send(wrong, f"{good.number},Envía,B1", by=clerk)
    assert first.state == REFUSED and first.lines == [2] and reason in first.message
    assert second.state == SENT and fresh(good).status == "shipped"
    assert fresh(order).status == "preparing"


def test_numbers_are_found_as_they_are_typed(order):
    plain = order.number.replace("-", "").lower()
    assert states(f"# {plain},Envía,A1") == [READY]


def test_a_number_twice_is_a_slip(order, orders, clerk):
    other = orders.at("preparing", email="b@correo.example")
    lines = (f"{order.number},Envía,A1", f"{other.number},Envía,A1")
    assert "stands in line 2" in why(*lines)

    send(lines[0], by=clerk)
    assert f"Order {order.number} was sent with this tracking number" in why(lines[1])


def test_an_order_that_was_sent_with_another_number_is_not_sent_again(order, clerk):
    send(f"{order.number},Envía,A1", by=clerk)
    assert "The order is" in why(f"{order.number},Envía,A2")


def test_an_order_in_two_packages_says_what_is_in_each(two_products, clerk):
    number = two_products.number
    assert "Lines above send all" in why(f"{number},Envía,A1", f"{number},Envía,A2")

    first, second = send(f"{number},Envía,A1,RZ-1,2", f"{number},Envía,A2,rz-2,1", by=clerk)

    assert (first.state, second.state) == (SENT, SENT)
    assert fresh(two_products).status == "shipped"
    held = {
        parcel.number: list(parcel.lines.values_list("line__partner_sku", "quantity"))
        for parcel in two_products.parcels.all()
    }
    assert held == {"A1": [("RZ-1", 2)], "A2": [("RZ-2", 1)]}


def test_lines_of_one_number_are_one_package(two_products, clerk):
    number = two_products.number
    (package,) = send(f"{number},Envía,A1,RZ-1,1", f"{number},Envía,A1,RZ-2,1", by=clerk)
    assert package.lines == [2, 3] and package.state == SENT
    assert fresh(two_products).status == "partly_shipped"
    assert two_products.parcels.get().lines.count() == 2


def test_one_wrong_line_holds_back_its_whole_package(two_products, clerk):
    number = two_products.number
    (package,) = send(f"{number},Envía,A1,RZ-1,1", f"{number},Envía,A1,RZ-9,1", by=clerk)
    assert package.state == REFUSED and not Parcel.objects.exists()
    twice = why(f"{number},Envía,A1", f"{number},Envía,A1")
    assert "each needs the SKU" in twice


def test_what_changed_since_it_was_shown_is_refused(order, clerk):
    found = packages(f"{order.number},Envía,A1")
    parcels.send_parcel(order=order, by=clerk, tracking={"number": "OTHER"})
    ship(found, by=clerk)
    assert found[0].state == REFUSED and found[0].message
    assert order.parcels.get().number == "OTHER"


@pytest.mark.parametrize(
    "content, reason",
    [
        (b"", "empty"),
        (b"%PDF-1.7", "no CSV"),
        (b"PK\x03\x04", "no CSV"),
        (b"\x00\x01", "no CSV"),
        (b"nothing,of,use\n1,2,3\n", "must name the columns"),
        (b"Order,Tracking\n", "no lines"),
        (b"Order,Tracking\n" + b"A,B\n" * 501, "too large"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_whole(desk, content, reason):
    answer = upload(desk, content)
    assert answer.status_code == 422 and reason in words(answer)


def test_a_large_file_asks_no_more_queries(order, orders, assert_max_queries):
    lines = [f"{order.number},Envía,A{each}" for each in range(300)]
    with assert_max_queries(7):
        assert states(*lines)[0] == READY


def test_a_link_must_be_one(order):
    head = "Order,Tracking,Link\n"
    assert "web address" in why(f"{order.number},A1,javascript:alert(1)", head=head)
    assert states(f"{order.number},A1,https://carrier.example/A1", head=head) == [READY]


def test_whoever_only_reads_ships_nothing(reader, order, desk):
    text = f"Order,Tracking\n{order.number},A1\n"
    assert reader.at("by-file/").status_code in (302, 403)
    assert reader.at("by-file/", {"text": text}).status_code in (302, 403)
    assert fresh(order).status == "preparing"
    assert "by-file" in desk.at().content.decode()
    assert "by-file" not in reader.at().content.decode()


def test_two_clerks_with_the_same_file_send_each_package_once(two_products, clerk, mailoutbox):
    order = two_products
    lines = (f"{order.number},Envía,E1,RZ-1,1", f"{order.number},Envía,E2,RZ-1,1")
    both = [packages(*lines), packages(*lines)]
    mailoutbox.clear()

    with TestCase.captureOnCommitCallbacks(execute=True):
        for found in both:
            ship(found, by=clerk)

    assert [package.state for package in both[1]] == [SENT, SENT]
    assert [one.number for one in order.parcels.order_by("pk")] == ["E1", "E2"]
    assert len(mailoutbox) == 2


def test_what_belongs_into_a_line_that_is_wrong_goes_into_no_other(two_products):
    number = two_products.number

    assert states(f"{number},Envía,E1,RZ-1,uno", f"{number},Envía,E2,,") == [REFUSED, REFUSED]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{number},Envía,E1,RZ-1,1\n{number},Envía,E1,rz-1,1", "another product"),
        ("{number},Envía,E1,,2", "The SKU is missing"),
        ("{number},Envía,E1,',2", "nothing of it is left"),
    ],
)
def test_units_that_are_not_sure_are_asked_about(two_products, line, said):
    assert said in why(line.format(number=two_products.number))


def test_a_link_that_no_package_can_keep_is_refused(order):
    head = "Order,Tracking number,Link\n"
    link = "https://envia.example/" + "x" * 500

    assert "at most 500" in why(f"{order.number},E1,{link}", head=head)

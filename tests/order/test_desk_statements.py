"""A bank's statement at the desk: uploaded, read, matched with transfers, confirmed."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import override
from oscar.core.loading import get_model

from commerce.books.models import Statement, StatementLine
from commerce.books.statements import services
from commerce.books.statements.matching import Sureness, suggest, waiting_transfers
from commerce.books.statements.reading import read_table
from commerce.books.tasks import forget_unread_statements
from commerce.gateways.models import Payment
from commerce.gateways.of_order import payments_of
from commerce.orders.acting import NotPossible
from commerce.orders.releasing import release_pending
from people.privacy import erasers, exporters
from tests.staff import make_staff

from .conftest import Desk
from .test_desk_list import words

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

Order = get_model("order", "Order")
URL = "/admin/bank-statements/"
HEAD = "Fecha;Descripción;Valor;Ordenante\n"


def csv_of(*lines: tuple[str, str, str]) -> str:
    day = f"{timezone.localdate():%d/%m/%Y}"
    return HEAD + "".join(f"{day};{text};{amount};{payer}\n" for text, amount, payer in lines)


def taken_in(clerk, *lines, currency="COP") -> list[StatementLine]:
    statement = services.take_in(
        name="nov.csv", content=csv_of(*lines).encode(), currency=currency, by=clerk
    )
    layout = read_table(statement.content).guess(prefer="dmy")
    services.read_statement(statement=statement, layout=layout, by=clerk)
    return list(statement.lines.order_by("position"))


def status_of(order) -> str:
    return Order.objects.get(pk=order.pk).status


def sureness(line) -> list[str]:
    return [one.sureness for one in suggest([line], waiting_transfers())[line.pk]]


# --- Which transfer it may be -----------------------------------------------------------------


@pytest.mark.parametrize(
    "text, payer, amount, expected",
    [
        ("PAGO {number}", "", "108.900", [Sureness.SURE]),
        ("pago pedido {spaced}", "", "108.900", [Sureness.SURE]),
        ("PAGO{plain}/2", "", "108.900", [Sureness.SURE]),
        ("TRANSFERENCIA", "GOMEZ ANA MARIA", "108.900", [Sureness.LIKELY]),
        ("TRANSFERENCIA", "PEDRO RUIZ", "108.900", [Sureness.POSSIBLE]),
        ("PAGO {number}", "", "100.000", [Sureness.WRONG]),
        ("PAGO {number}", "", "110.000", [Sureness.WRONG]),
        ("TRANSFERENCIA", "ANA GOMEZ", "5.000", []),
    ],
)
def test_a_transfer_is_suggested_by_number_amount_and_name(
    orders, clerk, text, payer, amount, expected
):
    number = orders.pending().number
    text = text.format(
        number=number, spaced=number.replace("-", " ").lower(), plain=number[:4] + number[5:]
    )
    [line] = taken_in(clerk, (text, amount, payer))

    assert sureness(line) == expected


def test_only_transfers_that_wait_are_suggested(orders, clerk):
    for order in (orders.paid(), orders.due(), orders.pending(method="demo")):
        [line] = taken_in(clerk, (order.number, "108.900", f"Ana {order.pk}"))
        assert sureness(line) == []


def test_of_several_transfers_of_an_order_the_newest_is_suggested(desk, orders, clerk):
    order = orders.pending()
    first = order.payments.get()
    Payment.objects.update(closed_at=timezone.now(), state=Payment.State.CANCELLED)
    again = Payment.objects.create(
        order=order,
        gateway=first.gateway,
        amount=first.amount,
        currency=first.currency,
        state=Payment.State.PENDING,
    )
    [line] = taken_in(clerk, (order.number, "108.900", ""))

    [only] = suggest([line], waiting_transfers())[line.pk]
    assert (only.payment, only.sureness) == (again, Sureness.SURE)


def test_transfers_are_read_once_for_all_lines(desk, orders, clerk):
    number = orders.pending().number
    lines = taken_in(clerk, *[("x", amount, "") for amount in ("1.000", "2.000", "3.000")])
    typed = {}
    for line in lines:
        typed |= {f"line_{line.pk}": "", f"number_{line.pk}": number}

    with CaptureQueriesContext(connection) as asked:
        assert words(desk.post(URL, typed)).count("Too little came") == 3

    # For what was chosen, and for the page that says why not.
    assert sum('"date_placed" >' in one["sql"] for one in asked) == 2


def test_the_second_line_that_names_an_order_is_not_its_sure_one(orders, clerk):
    number = orders.pending().number
    first, second = taken_in(clerk, (number, "108.900", "A"), (f"{number} otra", "108.900", "B"))

    found = suggest([first, second], waiting_transfers())
    assert [found[line.pk][0].sureness for line in (first, second)] == ["sure", "wrong"]


# --- Confirmed --------------------------------------------------------------------------------


def test_a_confirmed_line_is_the_proof_of_its_payment(orders, clerk):
    order = orders.pending()
    [line] = taken_in(clerk, (order.number, "108.900", "ANA"))

    services.confirm_line(line=line, payment=order.payments.get(), by=clerk)

    assert status_of(order) == "confirmed"
    event = order.events.get(kind="payment_received")
    assert event.by == clerk
    assert order.payments.get().statement_line == line
    for again in (order.payments.get(), orders.pending(email="b@correo.example").payments.get()):
        with pytest.raises(NotPossible):
            services.confirm_line(line=line, payment=again, by=clerk)
    assert order.events.filter(kind="payment_received").count() == 1


def test_a_line_that_was_refused_is_still_open(orders, clerk):
    order = orders.pending()
    [line] = taken_in(clerk, (order.number, "100.000", "ANA"))

    with override("en"), pytest.raises(NotPossible, match="Too little"):
        services.confirm_line(line=line, payment=order.payments.get(), by=clerk)
    line.amount, line.currency = Decimal(108900), "USD"
    with override("en"), pytest.raises(NotPossible, match="Another currency"):
        services.confirm_line(line=line, payment=order.payments.get(), by=clerk)

    assert status_of(order) == "pending"
    assert StatementLine.objects.open().exists()


def test_money_that_came_late_revives_the_order(orders, clerk):
    order = orders.pending()
    release_pending(order=order)
    [line] = taken_in(clerk, (order.number, "108.900", "ANA"))
    assert sureness(line) == [Sureness.SURE]

    services.confirm_line(line=line, payment=order.payments.get(), by=clerk)

    assert status_of(order) == "confirmed"


def test_the_same_statement_brings_nothing_a_second_time(orders, clerk):
    number = orders.pending().number
    taken_in(clerk, (number, "108.900", "ANA"), ("otra", "5.000", ""))

    assert taken_in(clerk, (number, "108.900", "ANA"), ("otra", "5.000", "")) == []
    [new] = taken_in(clerk, ("otra", "5.000", ""), ("nueva", "7.000", ""))
    assert new.text == "nueva"
    assert Statement.objects.first().known == 1


def test_two_equal_transfers_count_twice_and_a_file_once(orders, clerk):
    twice = [("ANA", "5.000", "ANA"), ("ANA", "5.000", "ANA")]
    assert len(taken_in(clerk, *twice)) == 2
    assert taken_in(clerk, *twice) == []


def test_a_line_like_one_of_another_file_is_warned_of(desk, orders, clerk):
    taken_in(clerk, ("TRANSFERENCIA DE ANA", "5.000", ""), ("otra", "7.000", ""))
    assert "Same day and amount" not in words(desk.get(URL))

    # Another export of the bank words it otherwise.
    page = upload(desk, csv_of(("Transf. Ana", "5.000", ""), ("x", "9.000", "")).encode())
    typed = {name: one.initial for name, one in page.context["form"].fields.items()}
    read = desk.post(page.redirect_chain[-1][0], typed, follow=True)

    said = words(read)
    assert "1 line has the day and amount of a line of another statement" in said
    assert said.count("Same day and amount as a line of nov.csv") == 2


def test_only_who_may_say_that_money_came_confirms(orders, clerk):
    order = orders.pending()
    [line] = taken_in(clerk, (order.number, "108.900", "ANA"))
    reader = make_staff(None, "books.view_statement", "books.change_statementline")

    for act in (
        lambda: services.confirm_line(line=line, payment=order.payments.get(), by=reader),
        lambda: services.set_aside(line=line, note="x", by=reader),
        lambda: services.take_in(name="x", content=b"", currency="COP", by=reader),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_who_paid_is_exported_and_forgotten(orders, clerk):
    order = orders.pending()
    [line] = taken_in(clerk, (order.number, "108.900", "ANA GOMEZ"))
    services.confirm_line(line=line, payment=order.payments.get(), by=clerk)
    person = order.placement.person

    [told] = exporters()["statement_lines"](person)
    assert told["payer"] == "ANA GOMEZ"
    erasers()["statement_lines"](person)
    line.refresh_from_db()
    assert (line.payer, line.text, line.amount) == ("", "", Decimal(108900))


# --- The screens ------------------------------------------------------------------------------


def upload(desk, content: bytes, currency="COP"):
    file = SimpleUploadedFile("nov.csv", content, "text/csv")
    return desk.post(f"{URL}upload/", {"file": file, "currency": currency}, follow=True)


def test_a_statement_is_uploaded_checked_and_confirmed_at_once(desk, orders):
    ana = orders.pending()
    eva = orders.pending(email="eva@correo.example", first_name="Eva")
    lines = csv_of(
        (ana.number, "108.900", "ANA"), (eva.number, "108.900", "EVA"), ("NOMINA", "5.000", "X")
    )

    page = upload(desk, lines.encode("cp1252"))
    assert "Check the columns" in words(page)
    form = page.context["form"]
    typed = {name: form.fields[name].initial for name in form.fields}
    read = desk.post(page.redirect_chain[-1][0], typed, follow=True)
    assert "3 new lines." in words(read)
    chosen = {
        row.field: next(one["value"] for one in row.choices if one["chosen"])
        for row in read.context["rows"]
        if row.choices
    }
    assert len(chosen) == 2
    [rest] = [row for row in read.context["rows"] if not row.choices]

    done = desk.post(URL, chosen | {rest.field: "aside"}, follow=True)

    assert "2 payments are recorded." in words(done)
    assert "1 line is set aside." in words(done)
    assert "No line waits." in words(done)
    assert {status_of(ana), status_of(eva)} == {"confirmed"}
    assert ana.number in words(desk.get(URL, {"state": "done"}))
    order_page = words(desk.at(f"{ana.number}/"))
    assert "nov.csv" in order_page


def test_too_much_is_confirmed_by_the_order_number_alone(desk, orders, clerk):
    order = orders.pending()
    [line] = taken_in(clerk, (order.number, "110.000", "ANA"))
    assert "Too much came" in words(desk.get(URL))

    said = words(
        desk.post(
            URL, {f"line_{line.pk}": "", f"number_{line.pk}": order.number.lower()}, follow=True
        )
    )

    assert "1 payment is recorded." in said
    assert status_of(order) == "confirmed"


def test_what_cannot_be_confirmed_says_why_and_the_others_are(desk, orders, clerk):
    order = orders.pending()
    [small, whole] = taken_in(clerk, ("x", "5.000", ""), (order.number, "108.900", ""))

    said = words(
        desk.post(
            URL,
            {
                f"line_{small.pk}": "",
                f"number_{small.pk}": order.number,
                f"line_{whole.pk}": order.payments.get().pk,
            },
        )
    )

    assert "Too little came" in said
    assert status_of(order) == "confirmed"
    assert not payments_of(Order.objects.get(pk=order.pk)).surplus


@pytest.mark.parametrize(
    "content, said", [(b"PK\x03\x04", "This is no CSV file"), (b"", "The file is empty")]
)
def test_a_bad_file_is_refused_in_words(desk, content, said):
    answer = upload(desk, content)
    assert answer.status_code == 422
    assert said in words(answer)
    assert not Statement.objects.exists()


@pytest.mark.parametrize("amount", ["1" + "0" * 12, "1" + "0" * 60])
def test_what_no_amount_can_be_is_refused_in_words(desk, shop, amount):
    page = upload(desk, csv_of(("x", amount, "")).encode())
    typed = {name: one.initial for name, one in page.context["form"].fields.items()}

    answer = desk.post(page.redirect_chain[-1][0], typed)

    assert answer.status_code == 422
    assert "Line 2 cannot be read" in words(answer)


def test_wrong_columns_are_refused_in_words(desk, shop):
    page = upload(desk, csv_of(("x", "5.000", "")).encode())
    answer = desk.post(page.redirect_chain[-1][0], {"dates": "dmy", "column_0": "text"})
    assert answer.status_code == 422
    assert "Choose the column with the date." in words(answer)


def test_a_line_that_cannot_be_is_no_error(desk, shop):
    said = words(desk.post(URL, {f"line_{'9' * 30}": "aside", "line_x": "aside"}, follow=True))
    assert "Choose what at least one line is" in said
    for page in ("columns", "discard"):
        assert desk.post(f"{URL}{'9' * 30}/{page}/").status_code == 404


def test_a_statement_that_was_not_read_is_discarded(desk, shop, person_with, clerk):
    upload(desk, csv_of(("x", "5.000", "")).encode())
    statement = Statement.objects.get()
    for page in (f"{URL}{statement.pk}/columns/", URL):
        assert "Discard the file" in words(desk.get(page))
    reader = Desk(person_with(None, "wagtailadmin.access_admin", "books.view_statement"))
    reader.post(f"{URL}{statement.pk}/discard/")
    assert Statement.objects.exists()

    said = words(desk.post(f"{URL}{statement.pk}/discard/", follow=True))

    assert "nov.csv is discarded" in said
    assert not Statement.objects.exists()


def test_a_statement_that_nobody_reads_is_forgotten(desk, orders, clerk):
    [line] = taken_in(clerk, ("x", "5.000", ""))
    for _time in range(2):
        upload(desk, csv_of(("Eva Ruiz", "6.000", "")).encode())
    recent, old = Statement.objects.unread()
    Statement.objects.exclude(pk=recent.pk).update(uploaded_at=timezone.now() - timedelta(days=31))

    forget_unread_statements.func()

    # What was read stays, however old: its lines are proofs.
    assert set(Statement.objects.all()) == {recent, line.statement}
    assert desk.get(f"{URL}{old.pk}/columns/").status_code == 404


def test_a_statement_that_was_read_stays(desk, orders, clerk):
    [line] = taken_in(clerk, ("x", "5.000", ""))

    with pytest.raises(NotPossible):
        services.discard(statement=line.statement, by=clerk)
    assert desk.post(f"{URL}{line.statement.pk}/discard/").status_code == 404
    assert StatementLine.objects.exists()


@pytest.mark.parametrize(
    "role, may", [(None, False), ("Marketer", False), ("Order desk", True), ("Administrator", True)]
)
def test_roles(role, may, orders, clerk, person_with):
    client = Desk(clerk if role == "Order desk" else person_with(role))
    for url in (URL, f"{URL}upload/"):
        assert (client.get(url).status_code == 200) is may


def test_a_kept_file_is_read_for_who_may_confirm_alone(desk, clerk, person_with):
    kept = Statement.objects.create(name="x.csv", currency="COP", content="none of ours")
    url = f"{URL}{kept.pk}/columns/"
    reader = Desk(person_with(None, "wagtailadmin.access_admin", "books.view_statement"))
    assert reader.get(url).status_code == 302
    # What an earlier version took is refused in words.
    assert "No columns were found" in words(desk.get(url, follow=True))


def test_a_reader_sees_lines_and_confirms_none(orders, clerk, person_with):
    order = orders.pending()
    [line] = taken_in(clerk, (order.number, "108.900", "ANA"))
    reader = Desk(person_with(None, "wagtailadmin.access_admin", "books.view_statement"))

    page = reader.get(URL)
    assert order.number in words(page) and "<select" not in page.content.decode()
    reader.post(URL, {f"line_{line.pk}": order.payments.get().pk})
    assert status_of(order) == "pending"


def test_the_list_asks_as_much_for_many_as_for_one(
    desk, orders, clerk, django_assert_max_num_queries
):
    taken_in(clerk, (orders.pending().number, "108.900", ""))
    desk.get(URL)
    with django_assert_max_num_queries(40) as one:
        desk.get(URL)
    for number in range(4):
        order = orders.pending(email=f"n{number}@correo.example")
        taken_in(clerk, (order.number, "108.900", ""))

    with django_assert_max_num_queries(len(one)):
        desk.get(URL)

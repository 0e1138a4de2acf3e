"""Numbers that a person reads out, writes down and types: orders, messages, coupon codes."""

import re
import secrets

# No 0/O, 1/I/L, U: read over the phone without asking twice.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
_WRITTEN = re.compile(rf"[{ALPHABET}]{{4}}-[{ALPHABET}]{{4}}")


def new_number() -> str:
    """A number that tells nothing about how many there are: ``R7K2-M9QD``."""
    text = "".join(secrets.choice(ALPHABET) for _ in range(8))
    return f"{text[:4]}-{text[4:]}"


def is_number(text: str) -> bool:
    """Whether a text is written like one, and holds nothing else."""
    return bool(_WRITTEN.fullmatch(text))

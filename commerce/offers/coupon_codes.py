"""Normalize coupon codes as typed."""

from markets.text import as_seen

# The most characters of a code.
LONGEST = 64


def normalized(code: str) -> str:
    """The code as stored: without invisible characters and spaces, in capitals."""
    return as_seen(code).replace(" ", "").upper()[:LONGEST]

"""The code of a coupon, however it was typed."""

from markets.text import as_seen

# No code is longer.
LONGEST = 64


def normalized(code: str) -> str:
    """A code as it is stored: as it is seen, in capitals and without spaces."""
    return as_seen(code).replace(" ", "").upper()[:LONGEST]

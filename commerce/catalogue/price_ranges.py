"""Price ranges that divide a list into parts of about the same size, with round limits."""

from decimal import Decimal

from commerce.listings.facet_index import FacetIndex

PARTS = 5
# Fewer need no ranges.
FEWEST = 8


def price_ranges(index: FacetIndex, scope: int) -> list[tuple[Decimal | None, Decimal | None]]:
    """Ranges without gaps: the first has no minimum, the last no maximum; limits belong to both."""
    if scope.bit_count() < FEWEST:
        return []
    lowest, *steps, highest = index.price_steps(scope, PARTS)
    limits = [one for one in sorted({rounded(price) for price in steps}) if lowest <= one < highest]
    if not limits:
        return []
    return list(zip([None, *limits], [*limits, None], strict=True))


def rounded(price: Decimal) -> Decimal:
    """To one of 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8 times a power of ten."""
    if price <= 0:
        return Decimal(0)
    power = Decimal(10) ** price.adjusted()
    steps = [Decimal(one) for one in ("1", "1.5", "2", "2.5", "3", "4", "5", "6", "8", "10")]
    return min((step * power for step in steps), key=lambda one: abs(one - price))

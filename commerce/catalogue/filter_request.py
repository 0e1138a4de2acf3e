"""Parsing filters from the query string: every query string gives a ``Choice``.

An unknown value is kept as a filter that matches nothing, and the visitor can remove it. So a
list never shows everything while its address says that it is filtered.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from commerce.listings.facet_index import Choice, FacetIndex
from commerce.listings.facets import CATEGORY, DISCOUNT, FEATURED, IN_STOCK, LABEL, PRICE, RATING
from commerce.pricing.amounts import read_number

PRICE_MIN, PRICE_MAX = "price_min", "price_max"
FACTS = (CATEGORY, DISCOUNT, FEATURED, IN_STOCK, LABEL, RATING)
# The most values that are read; a longer query string is no visitor's.
MOST_VALUES = 40
LONGEST_VALUE = 64
MOST_PRICE = Decimal("999999999.99")
# Minimum above maximum: it matches no price.
NO_PRICE = (Decimal(1), Decimal(0))

Range = tuple[Decimal | None, Decimal | None]


@dataclass(frozen=True)
class FilterRequest:
    """``values`` as in the query string, by parameter; ``prices`` by what was typed for each."""

    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    # {text in the query string: (minimum, maximum)}; None where the text is no range.
    prices: Mapping[str, Range | None] = field(default_factory=dict)
    # The two fields for the visitor's own range, as typed.
    typed_min: str = ""
    typed_max: str = ""

    @classmethod
    def read(cls, params, index: FacetIndex) -> "FilterRequest":
        """``params``: a QueryDict. Parameters that are no filters are not looked at."""
        values = {}
        left = MOST_VALUES
        for name in (*FACTS, *sorted(index.attributes)):
            found = tuple(dict.fromkeys(_shown(one) for one in params.getlist(name) if one))[:left]
            if found:
                values[name] = found
                left -= len(found)
        prices = {
            _shown(one): read_range(one) for one in params.getlist(PRICE)[:MOST_VALUES] if one
        }
        typed_min = _shown(params.get(PRICE_MIN, "")).strip()
        typed_max = _shown(params.get(PRICE_MAX, "")).strip()
        if typed_min or typed_max:
            prices[f"{typed_min}-{typed_max}"] = read_range(f"{typed_min}-{typed_max}")
        return cls(values, prices, typed_min, typed_max)

    def __bool__(self) -> bool:
        return bool(self.values or self.prices)

    def choice(self, category_keys: Mapping[str, str]) -> Choice:
        """The filters as the facet index has them; ``category_keys`` maps codes in addresses to the
        index's keys."""
        values = {name: frozenset(found) for name, found in self.values.items()}
        if CATEGORY in values:
            values[CATEGORY] = frozenset(category_keys.get(one, "") for one in values[CATEGORY])
        return Choice(values, tuple(one or NO_PRICE for one in self.prices.values()))

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """The filters as parameters of a query string, always in the same order."""
        found = [(name, one) for name, several in self.values.items() for one in several]
        return found + [(PRICE, one) for one in self.prices]

    @property
    def count(self) -> int:
        return len(self.pairs)


def read_range(text: str) -> Range | None:
    """Parse a price range: ``"20000-50000"``, ``"20000-"`` or ``"-50000"``; a reversed one is put
    in order.

    The limits may be formatted as in any market: ``"$20.000-$50.000"``.
    """
    least, separator, most = text[:LONGEST_VALUE].partition("-")
    try:
        low, high = read_number(least), read_number(most)
    except ValueError:
        return None
    if not separator or (low is None and high is None) or max(low or 0, high or 0) > MOST_PRICE:
        return None
    if low is not None and high is not None and low > high:
        low, high = high, low
    return (low, high)


def write_range(least: Decimal | None, most: Decimal | None) -> str:
    return "-".join("" if one is None else format(one.normalize(), "f") for one in (least, most))


def _shown(value: str) -> str:
    """The part of a value that can be displayed and sent again."""
    return "".join(
        c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in value[:LONGEST_VALUE]
    )

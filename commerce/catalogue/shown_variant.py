"""Which variant stands for a product on a card and when its page opens, and what it costs.

One answer for picture, price, preselection, link and share picture, so that they never disagree.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from commerce.listings.facets import facet_of
from commerce.listings.figures import Range, within
from commerce.listings.models import Listing
from commerce.pricing.per_unit import Content


@dataclass(frozen=True)
class WantedVariant:
    """The filters of a list, or the options of a themed day, that differ between variants.

    ``options``: (facet, option codes), several codes are "or"; ``prices``: (minimum, maximum), both
    included. Hashable: it is part of the cache key of a card.
    """

    options: tuple[tuple[str, tuple[str, ...]], ...] = ()
    prices: tuple[Range, ...] = ()

    @classmethod
    def of(
        cls, options: Mapping[str, Iterable[str]], prices: Iterable[Range] = ()
    ) -> "WantedVariant":
        kept = sorted((facet, tuple(sorted(codes))) for facet, codes in options.items())
        return cls(tuple(kept), tuple(prices))

    def __bool__(self) -> bool:
        return bool(self.options or self.prices)

    def missed(self, unit: dict) -> int:
        """How much of it a unit (``Listing.units``) is not."""
        own = {facet_of(code): value for code, value in unit["options"].items()}
        missing = sum(own.get(facet) not in codes for facet, codes in self.options)
        return missing + (not within(Decimal(unit["price"]), self.prices))


NOTHING = WantedVariant()


@dataclass(frozen=True)
class Shown:
    """``unit`` as ``Listing.units`` has it; ``dearest``: of those that it stands for.

    ``is_looked_for``: whether it is (part of) what was looked for, and others are not.
    """

    unit: dict
    dearest: Decimal
    is_looked_for: bool

    @property
    def price(self) -> Decimal:
        return Decimal(self.unit["price"])

    @property
    def compare_at(self) -> Decimal | None:
        return Decimal(self.unit["compare_at"]) if self.unit["compare_at"] else None

    @property
    def content(self) -> Content | None:
        return content_of(self.unit)

    @property
    def is_out(self) -> bool:
        return self.unit["stock"] == Listing.Stock.OUT


def content_of(unit: dict) -> Content | None:
    """How much is in a pack of a unit, where somebody said so."""
    known = unit.get("content")
    return Content(Decimal(known[0]), known[1]) if known else None


def shown_variant(listing: Listing, wanted: WantedVariant = NOTHING) -> Shown | None:
    """What is looked for, before what can be bought, before the cheapest, before the one in the
    picture. None where the listing names no units.

    Who filters by a size that is sold out is shown that size, sold out, and not quietly another.
    """
    if not listing.units:
        return None
    color, pictured = color_attribute(listing), pictured_color(listing)

    def rank(unit: dict) -> tuple[int, bool]:
        return wanted.missed(unit), unit["stock"] == Listing.Stock.OUT

    best = min(rank(unit) for unit in listing.units)
    equal = [unit for unit in listing.units if rank(unit) == best]
    unit = min(
        equal, key=lambda one: (Decimal(one["price"]), one["options"].get(color) != pictured)
    )
    asked = len(wanted.options) + bool(wanted.prices)
    return Shown(
        unit=unit,
        dearest=max(Decimal(one["price"]) for one in equal),
        is_looked_for=best[0] < asked and len(listing.units) > 1,
    )


def color_attribute(listing: Listing) -> str | None:
    return next((one["attribute"] for one in listing.swatches if "attribute" in one), None)


def pictured_color(listing: Listing) -> str | None:
    """The color of the first picture."""
    shown = listing.images[0]["src"] if listing.images else None
    for swatch in listing.swatches:
        if shown and swatch.get("image") and swatch["image"]["src"] == shown:
            return swatch.get("code")
    return None

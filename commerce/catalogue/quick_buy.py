"""Buying from a card: the variants as plain values, for the card's form."""

from decimal import Decimal
from functools import lru_cache

from django.urls import get_script_prefix, reverse

from commerce.listings.group_prices import everybody_pays, struck_through
from commerce.listings.models import Listing
from commerce.pricing.per_unit import price_per_unit
from markets.lookup import current_edition
from markets.money import format_money

from .shown_variant import Shown, color_attribute, content_of

# More choices than one row of colors and one list are made on the product's page.
MOST_UNITS = 60


def quick_buy(listing: Listing, shown: Shown | None) -> dict | None:
    """The values with which a card puts exactly one variant in the cart; None where it cannot.

    ``product`` is the variant that the card shows, ``is_out`` whether that one is sold out;
    ``choices`` the values of what is no color; ``units`` every variant.
    """
    units = listing.units
    if shown is None or len(units) > MOST_UNITS or listing.stock == Listing.Stock.OUT:
        return None
    color = color_attribute(listing)
    others = [code for code in _varying(units) if code != color]
    if len(others) > 1:
        return None
    other, chosen = others[0] if others else None, shown.unit
    return {
        "action": _address(current_edition(), get_script_prefix()),
        "product": chosen["id"],
        "is_out": shown.is_out,
        "color": chosen["options"].get(color, ""),
        "choices": _choices(units, other, chosen) if other else [],
        "units": [_unit(listing, unit, color, other) for unit in units] if len(units) > 1 else [],
    }


def _varying(units: list[dict]) -> list[str]:
    """The attributes that the variants differ by."""
    codes = dict.fromkeys(code for unit in units for code in unit["options"])
    return [code for code in codes if len({unit["options"].get(code) for unit in units}) > 1]


def _choices(units: list[dict], code: str, chosen: dict) -> list[dict]:
    found = {}
    for unit in units:
        value = unit["options"].get(code, "")
        found.setdefault(value, unit["names"].get(code) or value)
    selected = chosen["options"].get(code, "")
    return [
        {"value": value, "label": label, "selected": value == selected}
        for value, label in found.items()
    ]


def _unit(listing: Listing, unit: dict, color: str | None, other: str | None) -> dict:
    currency, edition = listing.currency, current_edition()
    price, everybody = Decimal(unit["price"]), everybody_pays(listing, unit)
    compare_at = Decimal(unit["compare_at"]) if unit["compare_at"] else None
    was = struck_through(price, compare_at, everybody)
    return {
        "id": unit["id"],
        "sku": unit["sku"],
        "color": unit["options"].get(color, "") if color else "",
        "choice": unit["options"].get(other, "") if other else "",
        "price": format_money(price, currency, edition),
        "per_unit": price_per_unit(price, content_of(unit), edition),
        "was": format_money(was, currency, edition) if was else "",
        "tier": everybody is not None,
        "out": unit["stock"] == Listing.Stock.OUT,
    }


@lru_cache(maxsize=1024)
def _address(edition: str, prefix: str) -> str:
    return reverse("cart:add")

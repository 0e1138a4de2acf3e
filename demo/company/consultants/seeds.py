"""The shape of a consultant's words."""

from __future__ import annotations

from dataclasses import dataclass

from ..schema import Words


@dataclass(frozen=True, slots=True)
class FavouriteSeed:
    """A product (by SKU) that somebody recommends, and why."""

    sku: str
    note: Words


@dataclass(frozen=True, slots=True)
class ConsultantSeed:
    """Somebody who sells, and what their site says. ``contact``: what they consented to show.

    ``face``: the seed of their portrait. ``lifestyle``: only of influencers.
    """

    first_name: str
    last_name: str
    email: str
    alias: str
    code: str
    market: str
    face: str
    city: str
    greeting: Words
    story: Words
    contact: dict[str, str]
    favourites: tuple[FavouriteSeed, ...]
    lifestyle: Words | None = None

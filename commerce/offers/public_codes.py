"""Public coupon codes: shown in the review step of the checkout."""

from dataclasses import dataclass

from django.utils import timezone

from cms.page_cache import cached
from markets.lookup import language_of, market_of

from .listed import listed_offers, needs_account, public_code
from .loading import name_in
from .models import OfferMarket

# The most codes shown there; the offers page has all of them.
TOLD = 3


@dataclass(frozen=True)
class PublicCode:
    code: str
    # The offer's name, in the reader's language.
    name: str
    needs_account: bool


def public_codes(edition: str) -> tuple[PublicCode, ...]:
    """The market's public codes that are valid now, by priority, whatever is in the cart.

    The same for all visitors, and cached: two queries when not in the cache.
    """
    market, language = market_of(edition), language_of(edition)
    return cached(
        market.code,
        ("public codes", language),
        lambda: _read(market.code, language),
        size=lambda codes: 300 * len(codes),
        depends_on=(),
    )


def _read(market: str, language: str) -> tuple[PublicCode, ...]:
    rows = OfferMarket.objects.annotate(shown_name=name_in(language))
    coded = [
        PublicCode(code, row.shown_name, needs_account(row.offer))
        for row in listed_offers(market, moment=timezone.now(), rows=rows)
        if (code := public_code(row.offer))
    ]
    return tuple(coded[:TOLD])

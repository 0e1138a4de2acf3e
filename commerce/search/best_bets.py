"""Look up best bets: products and links that editors put on top of certain searches."""

from cms.addresses.routing import page_path
from commerce.listings.models import Listing
from markets.fields import is_for_market
from markets.storefront_urls import in_edition

from .models import BestBet, BestBetPhrase
from .query import Query


def bets_for(phrases: list[str], *, market: str, language: str) -> list[BestBet]:
    """The best bets of these normalized queries in a market. One query."""
    rows = BestBetPhrase.objects.filter(language=language, phrase__in=phrases)
    bets = {row.bet_id: row.bet for row in rows.select_related("bet__page").order_by("bet_id")}
    return [bet for bet in bets.values() if is_for_market(bet.markets, market)]


def phrases_for(*queries: Query) -> list[str]:
    return [query.phrase[:200] for query in queries if query]


def bet_products(bets: list[BestBet], *, market: str, language: str) -> list[int]:
    """The ids of the products on top, in order, of those sold in the market. One query."""
    references = [reference for bet in bets for reference in bet.references]
    if not references:
        return []
    rows = Listing.objects.in_market(market, language).filter(sku__in=references)
    sold = dict(rows.values_list("sku", "product_id"))
    return list(dict.fromkeys(sold[sku] for sku in references if sku in sold))


def bet_link(bet: BestBet) -> dict | None:
    """The link of a best bet, to a page or URL; None if it has none or the page is not live."""
    page = bet.page
    if page is not None:
        path = page_path(page) if page.live else ""
        if path:
            return {"title": bet.title or page.title, "text": bet.text, "url": in_edition(path)}
    if bet.url:
        url = in_edition(bet.url) if bet.url.startswith("/") else bet.url
        return {"title": bet.title, "text": bet.text, "url": url}
    return None

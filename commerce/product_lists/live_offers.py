"""The data of the offers page: a market's current offers, the same for every visitor."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice

from django.db.models import Q
from django.utils import timezone

from commerce.catalogue.cards import Card, render_cards, render_listings
from commerce.copy.paths import index_path
from commerce.copy.tree import category_tree
from commerce.listings.facet_memory import facet_index
from commerce.listings.models import Listing
from commerce.offers.listed import listed_offers, needs_account, public_code
from commerce.offers.models import OfferCopy, OfferMarket
from commerce.offers.plain_words import sentence
from commerce.offers.words import last_day
from markets.dates import format_day
from markets.lookup import language_of, market_of
from markets.storefront_urls import in_edition

# As many products as show what an offer is on, and as many offers as show some.
EXAMPLES = 4
WITH_EXAMPLES = 6


@dataclass
class ShownOffer:
    """An offer with the values that the page shows."""

    anchor: str
    name: str
    description: str
    terms: str
    until: str
    code: str
    needs_account: bool
    url: str
    cards: list[Card] = field(default_factory=list)


def live_offers(edition: str, *, moment: datetime | None = None) -> list[ShownOffer]:
    """The market's listed offers that are running, the highest priority first.

    The page that is being rendered expires when the next of them begins or ends.
    """
    moment = moment or timezone.now()
    market, language = market_of(edition), language_of(edition)
    rows = listed_offers(market.code, moment=moment, rows=_with_goods())
    names = OfferCopy.objects.filter(offer__in=[row.offer_id for row in rows]).by_subject(language)
    featured = _featured(market.code, language)
    shown = []
    for number, row in enumerate(rows):
        offer, words = row.offer, names.get(row.offer_id)
        bought, given = offer.condition.range, offer.benefit.range
        goods = given or bought
        cards = []
        if number < WITH_EXAMPLES:
            cards = _examples_of(bought, given, market.code, language)
            if not cards and goods and goods.includes_all_products:
                cards = render_cards(islice(featured, EXAMPLES), heading="h3", eager=0)
        shown.append(
            ShownOffer(
                anchor=f"offer-{offer.pk}",
                name=words.name if words else offer.name,
                description=words.description if words else "",
                terms=sentence(offer, market=market.code, edition=edition),
                until=format_day(last_day(row.ends_at), edition) if row.ends_at else "",
                code=public_code(offer) or "",
                needs_account=needs_account(offer),
                url=_goods_url(bought or goods, edition),
                cards=cards,
            )
        )
    return shown


def _with_goods():
    """Offers with the products and categories that they apply to."""
    return OfferMarket.objects.select_related(
        "offer__condition__range", "offer__benefit__range"
    ).prefetch_related(
        *(
            f"offer__{side}__range__{name}"
            for side in ("condition", "benefit")
            for name in ("included_categories", "rangeproduct_set", "by_label")
        )
    )


def _goods_url(goods, edition: str) -> str:
    """The link to the goods: their category where there is one, else the whole catalogue."""
    language = language_of(edition)
    categories = list(goods.included_categories.all()) if goods else []
    nodes = category_tree(language).nodes
    if len(categories) == 1 and not goods.includes_all_products and categories[0].pk in nodes:
        return in_edition(nodes[categories[0].pk].path, edition)
    return in_edition(index_path(language), edition)


def _featured(market: str, language: str) -> Iterator[int]:
    """What stands for everything, the next few for each offer; read when the first one asks."""
    index = facet_index(market, language)
    yield from index.listings(index.in_stock, "featured")[: EXAMPLES * WITH_EXAMPLES]


def _examples_of(bought, given, market: str, language: str) -> list[Card]:
    """A few of the goods: what has to be bought first, then what it makes cheaper. Each once: two
    ranges may well hold the same goods.
    """
    if bought is None or given is None or bought.pk == given.pk:
        chosen = _examples(given or bought, market, language)[:EXAMPLES]
    else:
        first = _examples(bought, market, language)
        chosen = first[: EXAMPLES // 2]
        chosen += [one for one in _examples(given, market, language) if one not in chosen]
        chosen += [one for one in first if one not in chosen]
        chosen = chosen[:EXAMPLES]
    return render_listings(chosen, heading="h3") if chosen else []


def _examples(goods, market: str, language: str) -> list[Listing]:
    """A few of a range; none where it is everything."""
    if goods is None or goods.includes_all_products:
        return []
    within = Q(product__in=[link.product_id for link in goods.rangeproduct_set.all()])
    within |= Q(product__children__in=[link.product_id for link in goods.rangeproduct_set.all()])
    within |= Q(
        in_categories__category__in=[category.pk for category in goods.included_categories.all()]
    )
    for link in goods.by_label.all():
        within |= Q(labels__icontains=f'"{link.label}"')
    rows = (
        Listing.objects.in_market(market, language)
        .buyable()
        .filter(within)
        .exclude(product__in=goods.excluded_products.all())
        .for_cards()
        .order_by("-featured", "-launched_at", "-pk")
        .distinct()
    )
    return list(rows[:EXAMPLES])

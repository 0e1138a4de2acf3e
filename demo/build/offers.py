"""Offers and coupons, written as the merchandiser's screen writes them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from django.db import transaction

from commerce.offers.models import OfferMarket
from commerce.offers.plan import Goods, OfferPlan
from commerce.offers.services.offers import save_offer
from demo.company.offers import OFFERS, OfferSeed
from markets import days
from markets.lookup import default_market

from .languages import spoken


@transaction.atomic
def build_offers(categories: Mapping[str, object], *, by) -> None:
    """Every offer of the company, where there is none yet."""
    if OfferMarket.objects.exists():
        return
    for seed in OFFERS:
        for plan in _plans(seed, categories):
            save_offer(plan=plan, by=by)


def _plans(seed: OfferSeed, categories: Mapping[str, object]) -> list[OfferPlan]:
    today = days.today(default_market())
    goods = Goods()
    if seed.category:
        goods = Goods(everything=False, categories=(categories[seed.category].pk,))
    plan = OfferPlan(
        names={language: seed.name[language] for language in spoken()},
        descriptions={language: seed.text[language] for language in spoken()},
        when=seed.when,
        when_value=seed.when_value,
        goods=goods,
        gives=seed.gives,
        gives_value=seed.gives_value,
        markets=seed.markets,
        first_day=_day(today, seed.first_day),
        last_day=_day(today, seed.last_day),
        priority=seed.priority,
        combinable=seed.combinable,
        is_coupon=bool(seed.code),
        code=seed.code,
    )
    if not seed.amounts:
        return [plan]
    return [_in_money(plan, market, *amounts) for market, amounts in seed.amounts.items()]


def _day(today, days_from_now: int | None):
    return None if days_from_now is None else today + timedelta(days=days_from_now)


def _in_money(plan: OfferPlan, market: str, asked: Decimal, given: Decimal) -> OfferPlan:
    return replace(plan, markets=(market,), when_value=asked, gives_value=given)

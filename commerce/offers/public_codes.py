"""Codes that anybody may type: those that the offers page tells, for the cart and the checkout."""

from dataclasses import dataclass

from django.db.models import F, Q
from django.utils import timezone
from oscar.core.loading import get_model

from cms.page_cache import freshness, remember
from markets.lookup import language_of, market_of

from .loading import name_in
from .models import OfferMarket

ConditionalOffer = get_model("offer", "ConditionalOffer")
Voucher = get_model("voucher", "Voucher")

# As many as are told beside a cart; the offers page has them all.
TOLD = 3


@dataclass(frozen=True)
class PublicCode:
    code: str
    # Of the offer, in the reader's language.
    name: str
    needs_account: bool


def public_codes(variant: str) -> tuple[PublicCode, ...]:
    """The market's listed codes that hold now, the most important first, whatever is in a cart.

    The same for everybody, and remembered: one query where nobody has asked yet.
    """
    market, language = market_of(variant), language_of(variant)
    return remember(
        market.code,
        ("public codes", language),
        lambda: _read(market.code, language),
        size=lambda codes: 300 * len(codes),
    )


def _read(market: str, language: str) -> tuple[PublicCode, ...]:
    moment = timezone.now()
    rows = (
        OfferMarket.objects.filter(
            Q(ends_at__isnull=True) | Q(ends_at__gt=moment),
            ~Q(offer__status=ConditionalOffer.SUSPENDED),
            ~Q(offer__vouchers__usage=Voucher.SINGLE_USE),
            market=market,
            offer__offer_type=ConditionalOffer.VOUCHER,
            offer__terms__is_listed=True,
            offer__terms__groups__isnull=True,
            offer__vouchers__voucher_set__isnull=True,
        )
        .select_related("offer")
        .annotate(
            code=F("offer__vouchers__code"),
            usage=F("offer__vouchers__usage"),
            shown_name=name_in(language),
        )
        .order_by("-offer__priority", "offer_id", "code")
    )
    found: dict[int, PublicCode] = {}
    for row in rows:
        begun = row.starts_at is None or row.starts_at <= moment
        freshness.until(row.ends_at if begun else row.starts_at)
        if not begun or row.offer.get_max_applications() <= 0 or not row.code:
            continue
        once = row.usage == Voucher.ONCE_PER_CUSTOMER
        needs_account = once or bool(row.offer.max_user_applications)
        found.setdefault(row.offer_id, PublicCode(row.code, row.shown_name, needs_account))
    return tuple(found.values())[:TOLD]

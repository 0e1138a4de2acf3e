"""Public offers: shown on the offers page, their codes also in the checkout."""

from datetime import datetime

from django.db.models import Q, QuerySet
from oscar.core.loading import get_model

from cms.page_cache import freshness

from .models import OfferMarket

ConditionalOffer = get_model("offer", "ConditionalOffer")
Voucher = get_model("voucher", "Voucher")


def listed_offers(
    market: str, *, moment: datetime, rows: QuerySet[OfferMarket] | None = None
) -> list[OfferMarket]:
    """The market's public offers that are valid at a moment, by priority: those without a code and
    those with a public code. ``rows`` may prefetch more.

    The page being rendered expires when the next offer begins or ends. Two queries.
    """
    rows = OfferMarket.objects.all() if rows is None else rows
    known = rows.filter(
        Q(ends_at__isnull=True) | Q(ends_at__gt=moment),
        ~Q(offer__status=ConditionalOffer.SUSPENDED),
        market=market,
        offer__terms__is_listed=True,
        offer__terms__groups__isnull=True,
    ).select_related("offer")
    found = []
    for row in known.prefetch_related("offer__vouchers").order_by("-offer__priority", "offer_id"):
        has_begun = row.starts_at is None or row.starts_at <= moment
        freshness.expires_at(row.ends_at if has_begun else row.starts_at)
        is_left = row.offer.get_max_applications() > 0
        if has_begun and is_left and public_code(row.offer) is not None:
            found.append(row)
    return found


def public_code(offer) -> str | None:
    """The code to enter, "" for an offer without one; None if the code is not public."""
    if offer.offer_type == ConditionalOffer.SITE:
        return ""
    own = [
        voucher.code
        for voucher in offer.vouchers.all()
        if voucher.voucher_set_id is None and voucher.usage != Voucher.SINGLE_USE
    ]
    return own[0] if own else None


def needs_account(offer) -> bool:
    """Whether the offer limits uses for each customer, and so requires an account."""
    once = any(v.usage == Voucher.ONCE_PER_CUSTOMER for v in offer.vouchers.all())
    return bool(offer.max_user_applications) or once

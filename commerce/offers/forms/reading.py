"""Read an offer's rows as the plan that its form edits."""

from zoneinfo import ZoneInfo

from django.utils import timezone
from oscar.core.loading import get_model

from markets.lookup import get_market

from ..plan import OfferPlan
from ..services.offers import goods_of
from ..words import last_day

ConditionalOffer = get_model("offer", "ConditionalOffer")
Voucher = get_model("voucher", "Voucher")


def plan_of(offer) -> OfferPlan:
    """The plan of a saved offer: the reverse of ``save_offer``."""
    copies = {row.locale.language_code: row for row in offer.copies.select_related("locale")}
    markets = list(offer.in_markets.order_by("pk"))
    voucher = offer.vouchers.filter(voucher_set__isnull=True).first()
    condition, benefit = offer.condition, offer.benefit
    goods = goods_of(condition.range)
    gift = goods_of(benefit.range) if benefit.range_id else None
    first = markets[0] if markets else None
    terms = getattr(offer, "terms", None)
    return OfferPlan(
        names={code: row.name for code, row in copies.items()},
        descriptions={code: row.description for code, row in copies.items()},
        when=condition.type,
        when_value=condition.value,
        goods=goods,
        gives=benefit.type,
        gives_value=benefit.value,
        gives_most=benefit.max_affected_items,
        gives_goods=None if gift in (None, goods) else gift,
        markets=tuple(row.market for row in markets),
        first_day=_day(first, first.starts_at) if first and first.starts_at else None,
        last_day=_day(first, last_day(first.ends_at)) if first and first.ends_at else None,
        groups=tuple(terms.groups.values_list("pk", flat=True)) if terms else (),
        priority=offer.priority,
        combinable=not offer.exclusive,
        per_order=offer.max_basket_applications,
        per_customer=offer.max_user_applications,
        in_all=offer.max_global_applications,
        budget=offer.max_discount,
        is_listed=terms.is_listed if terms else False,
        is_active=not offer.is_suspended,
        is_coupon=offer.offer_type == ConditionalOffer.VOUCHER,
        code=voucher.code if voucher else "",
        usage=voucher.usage if voucher else Voucher.MULTI_USE,
    )


def _day(row, moment):
    return timezone.localtime(moment, ZoneInfo(get_market(row.market).time_zone)).date()

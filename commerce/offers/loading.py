"""Load the offers that may apply to a cart: about four queries for any number of offers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from oscar.core.loading import get_model

from markets.lookup import default_language
from people.customer_groups.querysets import valid_at

from .engine.loaded import MANY, CouponInBasket, LoadedOffer, ready
from .membership import members
from .models import OfferCopy, OfferMarket
from .querysets import held_by, holding_uses

ConditionalOffer = get_model("offer", "ConditionalOffer")
OrderDiscount = get_model("order", "OrderDiscount")
Voucher = get_model("voucher", "Voucher")
Basket = get_model("basket", "Basket")


@dataclass(frozen=True)
class Buyer:
    """The customer, as offers need it. ``group_ids`` None: the groups that the user is in."""

    user_id: int | None = None
    group_ids: tuple[int, ...] | None = None

    @property
    def is_signed_in(self) -> bool:
        return self.user_id is not None


@dataclass(frozen=True)
class Usage:
    """How many times an offer was used, and for how much discount."""

    times: int = 0
    amount: Decimal = Decimal(0)


def load_offers(
    *,
    market: str,
    language: str,
    products: Iterable,
    buyer: Buyer,
    basket=None,
    vouchers: Iterable[int] = (),
    moment: datetime | None = None,
    only_live: bool = True,
) -> tuple[list[LoadedOffer], dict[int, CouponInBasket]]:
    """Load the market's offers for the engine, for a cart of these products.

    Coupons are those in ``basket`` and ``vouchers``. Uses by a pending order of the same basket do
    not count against it. ``only_live=False`` also loads offers that cannot apply, each with its
    ``refusal``, for the dry run. Returns the offers and ``coupons_of``.
    """
    moment = moment or timezone.now()
    coupons = coupons_of(basket=basket, vouchers=vouchers, buyer=buyer)
    rows = _rows(market, language, buyer, moment, coupons, only_live)
    if not rows:
        return [], coupons
    inside = members(
        (r for row in rows for r in (row.offer.condition.range, row.offer.benefit.range)),
        products,
        market=market,
    )
    usage, own = _usage(rows, buyer, basket)
    found = []
    for row in rows:
        offer = row.offer
        condition = ready(offer.condition, inside.get(offer.condition.range_id))
        benefit = ready(offer.benefit, inside.get(offer.benefit.range_id))
        if condition is None or benefit is None:
            continue
        loaded = LoadedOffer(
            offer=offer,
            condition=condition,
            benefit=benefit,
            starts_at=row.starts_at,
            ends_at=row.ends_at,
            coupon=coupons.get(offer.pk),
            name=row.shown_name,
        )
        loaded.refusal = _refusal(row, loaded, buyer, moment)
        loaded.limit, why = limit_of(
            offer,
            buyer,
            by_buyer=usage.get(offer.pk, 0),
            held=own.get(offer.pk, Usage()),
        )
        loaded.refusal = loaded.refusal or why
        if loaded.refusal:
            loaded.limit = 0
            if only_live and loaded.coupon is None:
                continue
        found.append(loaded)
    return found, coupons


def _rows(market, language, buyer, moment, coupons, only_live) -> list[OfferMarket]:
    """The market's offers with all related rows joined."""
    rows = OfferMarket.objects.filter(market=market).select_related(
        "offer__condition__range", "offer__benefit__range"
    )
    mine = ConditionalOffer.objects.filter(groups_of(buyer), pk=OuterRef("offer_id"))
    rows = rows.annotate(is_for_buyer=Exists(mine), shown_name=name_in(language))
    if only_live:
        live = (
            Q(offer__offer_type=ConditionalOffer.SITE, is_for_buyer=True)
            & Q(Q(starts_at__isnull=True) | Q(starts_at__lte=moment))
            & Q(Q(ends_at__isnull=True) | Q(ends_at__gt=moment))
            & ~Q(offer__status=ConditionalOffer.SUSPENDED)
        )
        rows = rows.filter(live | Q(offer_id__in=list(coupons)))
    return list(rows)


def name_in(language: str) -> Coalesce:
    """SQL expression: an offer's name in a language, else in the default one, else Oscar's."""
    copies = OfferCopy.objects.filter(offer=OuterRef("offer_id")).values("name")
    return Coalesce(
        *(
            Subquery(copies.filter(locale__language_code=code)[:1])
            for code in dict.fromkeys((language, default_language()))
        ),
        F("offer__name"),
    )


def groups_of(buyer: Buyer) -> Q:
    """Filter for offers that are for everybody or for one of the buyer's groups."""
    groups = Q(terms__groups__isnull=True)
    if buyer.group_ids is not None:
        groups |= Q(terms__groups__in=buyer.group_ids)
    elif buyer.user_id is not None:
        groups |= Q(terms__groups__memberships__person__user=buyer.user_id) & valid_at(
            prefix="terms__groups__memberships__"
        )
    return groups


def _refusal(row, loaded: LoadedOffer, buyer: Buyer, moment: datetime) -> str:
    """Why an offer cannot apply, whatever is in the cart; "" if it can."""
    offer, coupon = row.offer, loaded.coupon
    if offer.is_suspended:
        return "paused"
    if row.starts_at and row.starts_at > moment:
        return "not_yet"
    if row.ends_at and row.ends_at <= moment:
        return "expired"
    if not row.is_for_buyer:
        return "other_group" if buyer.is_signed_in or buyer.group_ids else "sign_in"
    if offer.offer_type == ConditionalOffer.VOUCHER:
        if coupon is None:
            return "no_coupon"
        return {"unknown": "sign_in", "yourself": "used_by_you", "elsewhere": "used_up"}.get(
            coupon.used, ""
        )
    return ""


def limit_of(offer, buyer: Buyer, *, by_buyer: int, held: Usage = Usage()) -> tuple[int, str]:
    """How many times an offer may still be applied; with the refusal if it is zero.

    ``by_buyer``: uses in this buyer's other orders; ``held``: uses by this basket's own pending
    order.
    """
    if offer.max_discount and offer.total_discount - held.amount >= offer.max_discount:
        return 0, "used_up"
    limits = [MANY]
    if offer.max_basket_applications:
        limits.append(offer.max_basket_applications)
    if offer.max_global_applications:
        left = offer.max_global_applications - offer.num_applications + held.times
        if left <= 0:
            return 0, "used_up"
        limits.append(left)
    if offer.max_user_applications:
        if not buyer.is_signed_in:
            return 0, "sign_in"
        left = offer.max_user_applications - by_buyer
        if left <= 0:
            return 0, "used_by_you"
        limits.append(left)
    return min(limits), ""


def _usage(rows, buyer: Buyer, basket) -> tuple[dict[int, int], dict[int, Usage]]:
    """Uses in this buyer's other orders, and by this basket's pending order. One query, none for
    offers without limits."""
    personal = {row.offer_id for row in rows if row.offer.max_user_applications}
    limited = {
        row.offer_id for row in rows if row.offer.max_global_applications or row.offer.max_discount
    }
    pending = basket.pk if basket is not None else None
    which = Q(order__placement__pending_basket=pending) if pending and limited else Q(pk=None)
    if personal and buyer.user_id:
        which |= held_by(buyer.user_id)
    elif not (pending and limited):
        return {}, {}
    usage: dict[int, int] = {}
    own: dict[int, Usage] = {}
    found = OrderDiscount.objects.filter(which, offer_id__in=personal | limited)
    for pk, times, amount, of in found.values_list(
        "offer_id", "frequency", "amount", "order__placement__pending_basket"
    ):
        if pending and of == pending:
            own[pk] = Usage(times=times or 0, amount=amount)
        else:
            usage[pk] = usage.get(pk, 0) + (times or 0)
    return usage, own


def coupons_of(
    *, basket=None, vouchers: Iterable[int] = (), buyer: Buyer
) -> dict[int, CouponInBasket]:
    """``{offer id: coupon}`` of the coupons in a basket (and of ``vouchers``). One query."""
    vouchers = list(vouchers)
    which = Q(voucher_id__in=vouchers)
    if basket is not None and basket.pk:
        carried = Basket.vouchers.through.objects.filter(basket_id=basket.pk)
        which |= Q(voucher_id__in=carried.values("voucher_id"))
    elif not vouchers:
        return {}
    # Of a coupon for one order anybody's use counts, of others this buyer's.
    counts = Q(voucher__usage=Voucher.SINGLE_USE)
    if buyer.is_signed_in:
        counts |= Q(order__user=buyer.user_id)
    uses = holding_uses(without=basket).filter(counts, voucher_id=OuterRef("voucher_id"))
    rows = (
        Voucher.offers.through.objects.filter(which)
        .select_related("voucher")
        .annotate(is_used=Exists(uses))
        .order_by("voucher_id")
    )
    found: dict[int, CouponInBasket] = {}
    for row in rows:
        voucher = row.voucher
        used = ""
        if voucher.usage == Voucher.SINGLE_USE and row.is_used:
            used = "elsewhere"
        elif voucher.usage == Voucher.ONCE_PER_CUSTOMER:
            used = "yourself" if row.is_used else "" if buyer.is_signed_in else "unknown"
        found.setdefault(
            row.conditionaloffer_id,
            CouponInBasket(pk=voucher.pk, code=voucher.code, usage=voucher.usage, used=used),
        )
    return found

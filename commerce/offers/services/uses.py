"""Count the uses of offers and coupons: an order takes them when it is placed, and returns them
if it ends unconfirmed.

Callers have locked the order (and its basket); here offers and then coupons are locked, each by
primary key. Counters are Oscar's columns, uses of coupons are its ``VoucherApplication`` rows, and
an order's discounts are its ``OrderDiscount`` rows, which are never deleted.
"""

from collections.abc import Iterable
from decimal import Decimal

from django.db import transaction
from oscar.core.loading import get_model

from background.locks import locked
from cms.page_cache import freshness

from ..engine.applying import Applied
from ..loading import Buyer, limit_of
from ..querysets import held_by, holding_uses

ConditionalOffer = get_model("offer", "ConditionalOffer")
OrderDiscount = get_model("order", "OrderDiscount")
Voucher = get_model("voucher", "Voucher")
VoucherApplication = get_model("voucher", "VoucherApplication")


class UsedUp(Exception):
    """An offer or coupon has no uses left for this order."""


@transaction.atomic
def hold_uses(*, order, applied: Iterable[Applied], delivery: Decimal) -> None:
    """Record an order's discounts and count the uses of its offers and coupons.

    ``delivery``: the discount on shipping, in the order's currency. Raises UsedUp if another order
    took the last use: the caller rolls back.
    """
    # An offer that took nothing off is not used, as free shipping where shipping was free already.
    applied = [one for one in applied if one.amount or (one.offer.is_on_delivery and delivery)]
    rows = [_discount_of(order, one, delivery) for one in applied]
    _take(order, rows)
    OrderDiscount.objects.bulk_create(rows)


@transaction.atomic
def hold_again(*, order) -> None:
    """Take the uses again that an expired order had returned. Raises UsedUp if they are gone."""
    _take(order, list(order.discounts.all()))


def _discount_of(order, one: Applied, delivery: Decimal):
    coupon, on_delivery = one.offer.coupon, one.offer.is_on_delivery
    return OrderDiscount(
        order=order,
        category=OrderDiscount.SHIPPING if on_delivery else OrderDiscount.BASKET,
        offer_id=one.offer.pk,
        offer_name=one.offer.name[:128],
        voucher_id=coupon.pk if coupon else None,
        voucher_code=coupon.code if coupon else "",
        frequency=one.times,
        amount=delivery if on_delivery else one.amount,
    )


def _take(order, rows: list) -> None:
    if not rows:
        return
    offers, vouchers = _offers_and_coupons(rows)
    _check_offers(order, rows, offers)
    _check_coupons(order, vouchers)
    _count(rows, offers, vouchers, sign=1)
    VoucherApplication.objects.bulk_create(
        VoucherApplication(voucher=voucher, user_id=order.user_id, order=order)
        for voucher in vouchers.values()
    )


def _offers_and_coupons(rows) -> tuple[dict, dict]:
    """Lock the offers, then the coupons of these rows. Deleted ones are left out."""
    offer_ids = {row.offer_id for row in rows if row.offer_id}
    voucher_ids = {row.voucher_id for row in rows if row.voucher_id}
    offers = locked(ConditionalOffer.objects.filter(pk__in=offer_ids))
    found = {offer.pk: offer for offer in offers}
    if not voucher_ids:
        return found, {}
    vouchers = locked(Voucher.objects.filter(pk__in=voucher_ids))
    return found, {voucher.pk: voucher for voucher in vouchers}


def _check_offers(order, rows, offers: dict) -> None:
    personal = [pk for pk, offer in offers.items() if offer.max_user_applications]
    by_buyer: dict[int, int] = {}
    if personal and order.user_id:
        others = OrderDiscount.objects.filter(
            held_by(order.user_id), offer_id__in=personal
        ).exclude(order=order)
        for pk, times in others.values_list("offer_id", "frequency"):
            by_buyer[pk] = by_buyer.get(pk, 0) + (times or 0)
    buyer = Buyer(user_id=order.user_id)
    for row in rows:
        offer = offers.get(row.offer_id)
        if offer is None:
            raise UsedUp
        left, _why = limit_of(offer, buyer, by_buyer=by_buyer.get(offer.pk, 0))
        if row.frequency > left:
            raise UsedUp


def _check_coupons(order, vouchers: dict) -> None:
    once = [pk for pk, row in vouchers.items() if row.usage != Voucher.MULTI_USE]
    if not once:
        return
    personal = {pk for pk in once if vouchers[pk].usage == Voucher.ONCE_PER_CUSTOMER}
    if personal and not order.user_id:
        raise UsedUp  # uses of a visitor who is not signed in cannot be counted
    uses = holding_uses().filter(voucher_id__in=once).exclude(order=order)
    for voucher_id, used_by in uses.values_list("voucher_id", "order__user"):
        if voucher_id not in personal or used_by == order.user_id:
            raise UsedUp


def _count(rows, offers: dict, vouchers: dict, *, sign: int) -> None:
    """Change Oscar's counters. Offers that run out, or come back, change the offers page."""
    before = {pk: _is_open(offer) for pk, offer in offers.items()}
    for row in rows:
        offer = offers.get(row.offer_id)
        if offer is not None:
            offer.num_applications = max(0, offer.num_applications + sign * row.frequency)
            offer.total_discount = max(Decimal(0), offer.total_discount + sign * row.amount)
            offer.num_orders = max(0, offer.num_orders + sign)
        voucher = vouchers.get(row.voucher_id)
        if voucher is not None:
            voucher.total_discount = max(Decimal(0), voucher.total_discount + sign * row.amount)
            voucher.num_orders = max(0, voucher.num_orders + sign)
    ConditionalOffer.objects.bulk_update(
        offers.values(), ["num_applications", "total_discount", "num_orders"]
    )
    if vouchers:
        Voucher.objects.bulk_update(vouchers.values(), ["total_discount", "num_orders"])
    if any(before[pk] != _is_open(offer) for pk, offer in offers.items()):
        freshness.invalidate()


def _is_open(offer) -> bool:
    return offer.get_max_applications() > 0


@transaction.atomic
def give_back_uses(*, order) -> None:
    """Return the uses of an order that was never confirmed. Its discounts stay recorded."""
    rows = list(order.discounts.all())
    if not rows:
        return
    offers, vouchers = _offers_and_coupons(rows)
    _count(rows, offers, vouchers, sign=-1)
    VoucherApplication.objects.filter(order=order).delete()


def take_out_coupons(*, basket, order) -> None:
    """Remove the coupons of an order from the basket that stays open after it."""
    given = order.discounts.exclude(voucher_id=None)
    used = set(given.values_list("voucher_id", flat=True))
    if used:
        basket.vouchers.remove(*used)

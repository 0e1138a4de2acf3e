"""Reads of uses: which orders hold a use of an offer or a coupon.

An order holds its uses from when it is placed. It gives them back where it ends without ever
having been confirmed; a confirmed order that is cancelled or refunded has used them.
"""

from django.db.models import Q
from oscar.core.loading import get_model

OrderDiscount = get_model("order", "OrderDiscount")
VoucherApplication = get_model("voucher", "VoucherApplication")

ENDED = Q(order__status__in=["expired", "cancelled"], order__placement__confirmed_at__isnull=True)


def holding_discounts(*, offer_ids, user_id: int, without=None):
    """A customer's uses of offers, guests' orders that became theirs included."""
    rows = OrderDiscount.objects.filter(
        Q(order__user=user_id) | Q(order__placement__person__user=user_id),
        offer_id__in=list(offer_ids),
    ).exclude(ENDED)
    return _without(rows, without)


def holding_uses(*, without=None):
    """Uses of coupons but those that a pending order of the basket ``without`` holds."""
    return _without(VoucherApplication.objects.all(), without)


def _without(rows, basket):
    if basket is None or not basket.pk:
        return rows
    return rows.exclude(order__placement__pending_basket=basket.pk)

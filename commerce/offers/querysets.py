"""Reads of uses: which orders hold a use of an offer or a coupon.

An order holds its uses from when it is placed. It gives them back where it ends without ever
having been confirmed; a confirmed order that is cancelled or refunded has used them.
"""

from django.db.models import Q
from oscar.core.loading import get_model

VoucherApplication = get_model("voucher", "VoucherApplication")

ENDED = Q(order__status__in=["expired", "cancelled"], order__placement__confirmed_at__isnull=True)


def held_by(user_id: int) -> Q:
    """What a customer's orders were given: those that they placed signed in, and guests' orders
    that became theirs when they proved the address (``commerce.orders.claiming``). An order that
    only gives their address counts for nobody: whoever placed it could use up what is theirs.
    """
    return Q(order__user=user_id) & ~ENDED


def holding_uses(*, without=None):
    """Uses of coupons but those that a pending order of the basket ``without`` holds."""
    rows = VoucherApplication.objects.all()
    if without is None or not without.pk:
        return rows
    return rows.exclude(order__placement__pending_basket=without.pk)

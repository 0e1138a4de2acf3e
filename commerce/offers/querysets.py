"""Queries for uses: which orders count as a use of an offer or a coupon.

An order counts from when it is placed, until it ends unconfirmed. A confirmed order that is
canceled or refunded still counts.
"""

from django.db.models import Q
from oscar.core.loading import get_model

VoucherApplication = get_model("voucher", "VoucherApplication")

ENDED = Q(order__status__in=["expired", "cancelled"], order__placement__confirmed_at__isnull=True)


def held_by(user_id: int) -> Q:
    """Filter for the uses of one customer: orders that they placed signed in, and guest orders that
    they claimed by proving the email address (``commerce.orders.claiming``).

    An order that only has their email address does not count: anybody could use up their offers.
    """
    return Q(order__user=user_id) & ~ENDED


def holding_uses(*, without=None):
    """Uses of coupons, except by a pending order of the basket ``without``."""
    rows = VoucherApplication.objects.all()
    if without is None or not without.pk:
        return rows
    return rows.exclude(order__placement__pending_basket=without.pk)

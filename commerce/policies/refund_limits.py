"""How much money somebody may give back by themselves."""

from decimal import Decimal

from django.contrib.auth.models import Group
from django.db.models import QuerySet

from people.roles import label_of

from .models import RefundLimit


def acting_groups() -> QuerySet[Group]:
    """Groups that may act on orders: a limit of another group says nothing."""
    return Group.objects.filter(
        permissions__codename="change_order", permissions__content_type__app_label="order"
    )


def refund_limit(user, currency: str) -> Decimal | None:
    """Of one order, in ``currency``: the highest limit of the groups by which they act on orders.
    None: no limit, for a superuser and where one of their groups has none."""
    if user.is_superuser:
        return None
    groups = acting_groups().filter(user=user).values("pk")
    limits = RefundLimit.objects.filter(currency=currency, group__in=groups)
    amounts = list(limits.values_list("amount", flat=True))
    return max(amounts) if amounts and len(amounts) == len(groups) else None


def groups_that_may_refund(amount: Decimal, currency: str) -> list[str]:
    """What groups are called that may give so much of an order back."""
    limits = dict(RefundLimit.objects.filter(currency=currency).values_list("group_id", "amount"))
    return [
        label_of(group)
        for group in acting_groups().order_by("name")
        if group.pk not in limits or limits[group.pk] >= amount
    ]

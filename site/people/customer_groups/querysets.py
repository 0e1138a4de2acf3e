from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils import timezone


def valid_at(moment: datetime | None = None, prefix: str = "") -> Q:
    """Memberships that hold at a moment (aware; now without one): from the start on, until the
    end. ``prefix`` leads to the membership, as in ``group__memberships__``."""
    moment = moment or timezone.now()
    return Q(**{f"{prefix}starts_at__lte": moment}) & (
        Q(**{f"{prefix}ends_at__isnull": True}) | Q(**{f"{prefix}ends_at__gt": moment})
    )


class CustomerGroupQuerySet(models.QuerySet):
    def of_user(self, user, moment: datetime | None = None):
        """The groups of whoever signs in with this (a key, or ``OuterRef`` to one), the one that
        decides their prices first."""
        return self.filter(
            valid_at(moment, "memberships__"), memberships__person__user=user
        ).order_by("-priority", "code")

    def tier_of(self, user_id: int | None, moment: datetime | None = None):
        """The one group whose prices a user gets, None for the public's. One query, none for
        nobody."""
        return self.of_user(user_id, moment).first() if user_id is not None else None

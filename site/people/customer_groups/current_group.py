"""Which group decides somebody's prices, and until when that is sure."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from .models import CustomerGroup, GroupMembership


@dataclass(frozen=True)
class CurrentGroup:
    """``group``: whose prices a user gets now, None for everybody's. ``groups``: all that they are
    in now. ``changes_at``: the next moment at which a membership of theirs begins or ends, None
    where none is known."""

    group: CustomerGroup | None = None
    groups: tuple[CustomerGroup, ...] = ()
    changes_at: datetime | None = None


def current_group_of(user_id: int) -> CurrentGroup:
    """One query."""
    now = timezone.now()
    rows = list(GroupMembership.objects.filter(person__user=user_id).select_related("group"))
    valid = [
        row.group for row in rows if row.starts_at <= now and (not row.ends_at or row.ends_at > now)
    ]
    moments = [moment for row in rows for moment in (row.starts_at, row.ends_at)]
    return CurrentGroup(
        group=min(valid, key=lambda group: (-group.priority, group.code), default=None),
        groups=tuple(valid),
        changes_at=min((moment for moment in moments if moment and moment > now), default=None),
    )

"""Downline and upline: the team below a consultant, and the leaders above.

    downline_of(lili)                          # her whole team
    downline_of(lili, levels=1, zone=norte)    # whom she sponsors herself, in one zone
    Ticket.objects.filter(consultant__in=downline_of(lili).values("pk"))

A position's primary key is the consultant's, so the result filters anything with a consultant.
"""

from django.db.models import Count

from replicated.consultants.models import Consultant

from .models import Position, Zone
from .querysets import PositionQuerySet


def position_of(consultant: Consultant) -> Position | None:
    """The position of a consultant; None without one. One query."""
    return Position.objects.filter(pk=consultant.pk).first()


def downline_of(
    leader: Consultant | Position, *, levels: int | None = None, zone: Zone | None = None
) -> PositionQuerySet:
    """The team below a leader, in tree order: each member before their own team.

    ``levels``: how many levels down (1: directly sponsored), all by default. ``zone``: only members
    in it. Includes paused, ended and erased consultants. One query for the leader's position (none
    for a Position), one for the team.
    """
    position = _position(leader)
    if position is None:
        return Position.objects.none()
    team = Position.objects.below(position, levels=levels).order_by("path")
    return team if zone is None else team.filter(zone=zone)


def levels_of(leader: Consultant | Position, *, levels: int | None = None) -> list[dict]:
    """The number of members on each level below a leader: ``level`` (1: directly sponsored) and
    ``number``. As many queries as ``downline_of``."""
    position = _position(leader)
    if position is None:
        return []
    team = downline_of(position, levels=levels).order_by("depth").values("depth")
    return [
        {"level": row["depth"] - position.depth, "number": row["number"]}
        for row in team.annotate(number=Count("pk"))
    ]


def upline_of(member: Consultant | Position, *, levels: int | None = None) -> PositionQuerySet:
    """The leaders above a consultant, the sponsor first. As many queries as ``downline_of``."""
    position = _position(member)
    if position is None:
        return Position.objects.none()
    return Position.objects.above(position, levels=levels)


def _position(one: Consultant | Position) -> Position | None:
    return one if isinstance(one, Position) else position_of(one)

"""Who stands below and above somebody. Everything that asks about a team asks here.

    downline_of(lili)                          # her whole team
    downline_of(lili, levels=1, zone=norte)    # whom she sponsors herself, in one zone
    Ticket.objects.filter(consultant__in=downline_of(lili).values("pk"))

A place's key is its consultant's, so what comes out narrows anything that knows a consultant.
"""

from django.db.models import Count

from replicated.consultants.models import Consultant

from .models import Position, Zone
from .querysets import PositionQuerySet


def position_of(consultant: Consultant) -> Position | None:
    """Where a consultant stands; None for one whom nobody placed. One query."""
    return Position.objects.filter(pk=consultant.pk).first()


def downline_of(
    leader: Consultant | Position, *, levels: int | None = None, zone: Zone | None = None
) -> PositionQuerySet:
    """Everybody below a leader, in the order of the tree: each before their own team.

    ``levels``: as many levels down (1: those they sponsor themselves), all without a number.
    ``zone``: only those who are in it. Those who paused, ended or were erased are among them.
    One query to find the leader's place (none for a Position), one for the team.
    """
    position = _position(leader)
    if position is None:
        return Position.objects.none()
    team = Position.objects.below(position, levels=levels).order_by("path")
    return team if zone is None else team.filter(zone=zone)


def levels_of(leader: Consultant | Position, *, levels: int | None = None) -> list[dict]:
    """How many stand on each level below a leader: ``level`` (1: those they sponsor themselves)
    and ``number``. As many queries as ``downline_of``."""
    position = _position(leader)
    if position is None:
        return []
    team = downline_of(position, levels=levels).order_by("depth").values("depth")
    return [
        {"level": row["depth"] - position.depth, "number": row["number"]}
        for row in team.annotate(number=Count("pk"))
    ]


def upline_of(member: Consultant | Position, *, levels: int | None = None) -> PositionQuerySet:
    """Everybody above somebody, the sponsor first. As many queries as ``downline_of``."""
    position = _position(member)
    if position is None:
        return Position.objects.none()
    return Position.objects.above(position, levels=levels)


def _position(one: Consultant | Position) -> Position | None:
    return one if isinstance(one, Position) else position_of(one)

"""What leaders see of their team, and the notice about it for the team."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from replicated.consultants.access import current_consultant
from replicated.consultants.models import Consultant
from replicated.network.downline import downline_of, position_of, upline_of
from replicated.network.models import Position

from .models import PortalPolicy
from .sales import MonthsSales
from .sentences import listed


def current_position(request) -> Position | None:
    """The position of the request's consultant, cached on the request; None without one."""
    if not hasattr(request, "network_position"):
        consultant = current_consultant(request)
        request.network_position = position_of(consultant) if consultant else None
    return request.network_position


def has_position(request) -> bool:
    """Permission for the portal's tile (``people.portal.Tile.permission``)."""
    return current_position(request) is not None


def visible_team(leader: Position, policy: PortalPolicy) -> QuerySet[Position]:
    """The members that a leader may see: as many levels down as the policy allows."""
    return downline_of(leader, levels=policy.team_levels)


def leaders_of(position: Position, policy: PortalPolicy) -> list[Consultant]:
    """The leaders who may see a member by the policy, the sponsor first."""
    leaders = upline_of(position, levels=policy.team_levels).for_names()
    return [leader.consultant for leader in leaders if not leader.consultant.person.erased_at]


def who_see(leaders: list[Consultant]) -> list[Consultant]:
    """The leaders who can see a member: only active consultants have access."""
    return [leader for leader in leaders if leader.state == Consultant.State.ACTIVE]


# Parts of a sentence: what leaders see of a member on pages that other apps add.
_seen_elsewhere: list[str | Promise] = []


def register_seen(text: str | Promise) -> None:
    """Have members be told that leaders see this of them too: "which courses you take". Called in
    ``ready()`` by the app whose page shows it, of no more people than ``visible_team``."""
    if text not in _seen_elsewhere:
        _seen_elsewhere.append(text)


def what_is_seen(policy: PortalPolicy) -> str:
    """What leaders see of a member without their consent, as part of a sentence."""
    seen = [
        _("your name"),
        _("your zone"),
        _("since when you belong"),
        _("whether you sell now"),
        _("whom you sponsor"),
    ]
    if policy.show_team_sales:
        seen.append(
            _("how many orders you sold this month and for how much, your own purchases told apart")
        )
    return listed([*seen, *(str(text) for text in _seen_elsewhere)])


@dataclass(frozen=True)
class Member:
    """A member of a team, for their leader. Erased members have no name.

    ``sponsor``: the name of their sponsor, "" if it is the leader. ``is_lowest``: their own team is
    not shown. ``sales``: None if the policy does not show sales.
    """

    code: str
    name: str
    level: int
    sponsor: str
    zone: str
    state: str
    since: datetime
    direct_team: int
    is_lowest: bool
    email: str
    phone: str
    sales: MonthsSales | None

    @classmethod
    def of(
        cls,
        position: Position,
        leader: Position,
        sales: dict[int, MonthsSales] | None,
        policy: PortalPolicy,
    ) -> "Member":
        consultant, person = position.consultant, position.consultant.person
        is_known = person.erased_at is None
        sells = is_known and consultant.state == Consultant.State.ACTIVE
        # Inactive members cannot withdraw their consent, so it is ignored.
        shares = sells and position.shares_contact
        is_direct = position.sponsor_id == leader.pk
        return cls(
            code=consultant.code,
            name=name_of(consultant),
            level=position.depth - leader.depth,
            sponsor="" if is_direct else name_of(position.sponsor.consultant),
            zone=position.zone.name if position.zone else "",
            state=consultant.get_state_display() if is_known and not sells else "",
            since=position.placed_at,
            direct_team=position.direct_team,
            is_lowest=position.depth - leader.depth == policy.team_levels,
            email=person.email if shares else "",
            phone=person.phone if shares else "",
            sales=sales.get(position.pk, MonthsSales()) if sales is not None and is_known else None,
        )


def name_of(consultant: Consultant) -> str:
    if consultant.person.erased_at:
        return _("Deleted account")
    return consultant.name

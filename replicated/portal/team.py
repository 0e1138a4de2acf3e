"""What a leader sees of their team, and what those who are seen are told about it."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet, Sum
from django.utils.translation import gettext as _

from markets.money import format_money
from replicated.attribution.models import Credit
from replicated.consultants.access import current_consultant
from replicated.consultants.models import Consultant
from replicated.network.downline import downline_of, position_of, upline_of
from replicated.network.models import Position

from .models import PortalPolicy
from .sales import SOLD, month_begins
from .sentences import listed


def current_position(request) -> Position | None:
    """Where the consultant who asks stands, kept on the request; None outside the network."""
    if not hasattr(request, "network_position"):
        consultant = current_consultant(request)
        request.network_position = position_of(consultant) if consultant else None
    return request.network_position


def has_position(request) -> bool:
    """For the portal's tile (``people.portal.Tile.permission``)."""
    return current_position(request) is not None


def visible_team(leader: Position, policy: PortalPolicy) -> QuerySet[Position]:
    """Whom a leader may see: as many levels down as the company allows."""
    return downline_of(leader, levels=policy.team_levels)


def levels_of(leader: Position, policy: PortalPolicy) -> list[dict]:
    """How many are on each level that a leader may see. One query."""
    rows = visible_team(leader, policy).order_by("depth").values("depth")
    return [
        {"level": row["depth"] - leader.depth, "number": row["number"]}
        for row in rows.annotate(number=Count("pk"))
    ]


def leaders_of(position: Position, policy: PortalPolicy) -> list[Consultant]:
    """The leaders who may see somebody, the sponsor first. Only those who sell now do see them."""
    leaders = upline_of(position, levels=policy.team_levels).for_names()
    return [leader.consultant for leader in leaders if not leader.consultant.person.erased_at]


def what_is_seen(policy: PortalPolicy) -> str:
    """What leaders see besides what somebody shows them on purpose, as words in a sentence."""
    seen = [
        _("your name"),
        _("your site"),
        _("your zone"),
        _("since when you belong"),
        _("whether you sell now"),
        _("whom you sponsor"),
    ]
    if policy.show_team_sales:
        seen.append(_("how many orders you sold this month and for how much"))
    return listed(seen)


@dataclass(frozen=True)
class MonthsSales:
    """Orders credited to somebody since the month began, with totals in each currency."""

    orders: int = 0
    totals: tuple[str, ...] = ()
    own_totals: tuple[str, ...] = ()


def sales_this_month(keys: list[int], leader: Consultant, variant: str) -> dict[int, MonthsSales]:
    """What each of these consultants sold this month, on the leader's clock. One query."""
    own = Q(is_own=True)
    rows = (
        Credit.objects.current()
        .filter(consultant__in=keys, order__status__in=SOLD)
        .filter(order__date_placed__gte=month_begins(leader))
        .values("consultant", "order__currency")
        .annotate(
            orders=Count("pk"),
            total=Sum("order__total_incl_tax"),
            own_total=Sum("order__total_incl_tax", filter=own),
        )
        .order_by("consultant", "order__currency")
    )
    found: dict[int, MonthsSales] = {}
    for row in rows:
        before, currency = found.get(row["consultant"], MonthsSales()), row["order__currency"]
        own_total = row["own_total"]
        found[row["consultant"]] = MonthsSales(
            orders=before.orders + row["orders"],
            totals=(*before.totals, format_money(row["total"], currency, variant)),
            own_totals=(
                (*before.own_totals, format_money(own_total, currency, variant))
                if own_total
                else before.own_totals
            ),
        )
    return found


@dataclass(frozen=True)
class Member:
    """One of a team, as their leader sees them. Who was erased is a place without a name.

    ``sponsor``: through whom they came; "" where that is the leader. ``is_lowest``: nobody below
    them is shown. ``sales``: None where the company shows none.
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
    site: str
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
        shares = is_known and position.shares_contact
        is_direct = position.sponsor_id == leader.pk
        return cls(
            code=consultant.code,
            name=name_of(consultant),
            level=position.depth - leader.depth,
            sponsor="" if is_direct else name_of(position.sponsor.consultant),
            zone=position.zone.name if position.zone else "",
            state=(
                consultant.get_state_display()
                if is_known and consultant.state != Consultant.State.ACTIVE
                else ""
            ),
            since=position.placed_at,
            direct_team=position.direct_team,
            is_lowest=position.depth - leader.depth == policy.team_levels,
            email=person.email if shares else "",
            phone=person.phone if shares else "",
            site=consultant.alias if is_known and consultant.has_open_site else "",
            sales=sales.get(position.pk, MonthsSales()) if sales is not None and is_known else None,
        )


def name_of(consultant: Consultant) -> str:
    if consultant.person.erased_at:
        return _("Deleted account")
    return consultant.name

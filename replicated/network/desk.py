"""Panel on the back office's page of a consultant: their position in the network."""

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from markets.dates import staff_moment
from people.models import shown_name_of
from people.panels import Panel
from replicated.consultants.panels import consultant_panels

from .downline import levels_of, upline_of
from .models import Move, Position

MOVES_SHOWN = 20


def place_of(consultant, request) -> str:
    """The leaders, the team by level, and all moves with reasons. Four queries."""
    if not request.user.has_perm("network.view_position"):
        return ""
    position = Position.objects.filter(pk=consultant.pk).select_related("zone").first()
    context = {
        "position": position,
        "may_view": request.user.has_perm("consultants.view_consultant"),
        "place_url": (
            reverse("network:place", args=[consultant.pk])
            if request.user.has_perm("network.place_consultant")
            else ""
        ),
    }
    if position is not None:
        levels = levels_of(position)
        context |= {
            "leaders": list(upline_of(position).for_names()),
            "team": sum(level["number"] for level in levels),
            "levels": levels,
            "team_url": f"{reverse('network:index')}?under={consultant.code}",
            "moves": [_move(move) for move in _moves(position)],
        }
    return render_to_string("network/admin/place_panel.html", context)


def _moves(position: Position):
    return position.moves.select_related(
        "sponsor__person", "former_sponsor__person", "zone", "former_zone", "decided_by"
    )[:MOVES_SHOWN]


def _move(move: Move) -> dict:
    return {
        "sponsor": move.sponsor.name if move.sponsor else "",
        "zone": move.zone.name if move.zone else "",
        "team": move.team,
        "why": move.why,
        "when": staff_moment(move.decided_at),
        "by": shown_name_of(move.decided_by),
    }


def register() -> None:
    consultant_panels.register(
        Panel(heading=_("Position in the network"), html=place_of, icon="group", order=20)
    )

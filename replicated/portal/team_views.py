"""Views of "My team": the consultant's team, their leaders, and what these see."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from people.portal import page
from replicated.consultants.access import current_consultant
from replicated.network.downline import levels_of
from replicated.network.services import note_notified, share_contact

from .forms import ShareContactForm
from .models import PortalPolicy
from .sales import sales_this_month
from .sentences import listed
from .team import (
    Member,
    current_position,
    leaders_of,
    name_of,
    visible_team,
    what_is_seen,
    who_see,
)

PER_PAGE = 20


@page("team")
@require_safe
def team(request):
    """The team. ``?level=``: one level, ``?under=``: a member's team (by code), ``?q=``: search."""
    leader, policy = current_position(request), PortalPolicy.load(request_or_site=request)
    levels = levels_of(leader, levels=policy.team_levels)
    found, chosen = visible_team(leader, policy), {}
    member = None
    if code := request.GET.get("under", ""):
        member = found.for_names().filter(consultant__code=code).first()
        if member is None:
            raise Http404
        found, chosen["under"] = found.below(member), member.consultant.code
    level = request.GET.get("level", "")
    if any(level == str(row["level"]) for row in levels):
        found, chosen["level"] = found.filter(depth=leader.depth + int(level)), level
    if text := request.GET.get("q", "").strip()[:100]:
        found, chosen["q"] = found.matching(text), text
    paginator = Paginator(found.for_names().with_direct_team(), PER_PAGE)
    shown = paginator.get_page(request.GET.get("page"))
    context = {
        "page": shown,
        "page_range": paginator.get_elided_page_range(shown.number),
        "query": f"{urlencode(chosen)}&" if chosen else "",
        "found": paginator.count,
        "members": _members(request, list(shown), leader, policy),
        "levels": levels,
        "team_size": sum(row["number"] for row in levels),
        "chosen": chosen,
        "under": name_of(member.consultant) if member else "",
        **_notice(request, leader, policy),
    }
    return render(request, "portal/team.html", context)


def _members(request, positions, leader, policy) -> list[Member]:
    sales = None
    if policy.show_team_sales:
        keys = [position.pk for position in positions]
        sales = sales_this_month(keys, current_consultant(request), request.edition)
    return [Member.of(position, leader, sales, policy) for position in positions]


def _notice(request, position, policy) -> dict:
    """The notice of who the leaders are and what they see; records that it was read."""
    leaders = leaders_of(position, policy)
    if not leaders:
        return {}
    see = who_see(leaders)
    is_new = position.notified_at is None
    if request.method == "GET":
        note_notified(position)
    return {
        "sponsor": leaders[0] if leaders[0].pk == position.sponsor_id else None,
        "has_leaders": True,
        "leaders": listed([leader.name for leader in see]),
        "number": len(see),
        "seen": what_is_seen(policy),
        "is_new": is_new,
        "contact_form": ShareContactForm(initial={"shares": position.shares_contact}),
    }


@page("team")
@require_POST
def share(request):
    """Save the consultant's own consent to show email and phone to their leaders."""
    form = ShareContactForm(request.POST)
    shares = form.is_valid() and form.cleaned_data["shares"]
    share_contact(consultant=current_consultant(request), shares=shares)
    messages.success(
        request,
        _("Your leaders see your email and your phone.")
        if shares
        else _("Your leaders don't see your email or your phone."),
    )
    return redirect("portal:team")

"""My team's courses: what a leader sees of their team in the academy, and does about it."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext, ngettext, pgettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from academy.courses.models import Course
from people.portal import page

from . import team
from .assigning import NotPossible, assign, remind
from .desk import said
from .filters import STATES
from .models import Enrolment
from .team_forms import TeamAssignForm

PER_PAGE = 20
CHIPS = (*STATES, (team.ABSENT, pgettext_lazy("how far a learner is", "Not in it")))


@page(team.TILE)
@require_safe
def courses(request):
    """All courses, with how many of the team are in each."""
    members = team.team_of(request)
    context = {"courses": team.courses_of_team(members), "team_size": members.count()}
    return render(request, "progress/team_courses.html", context)


@page(team.TILE)
@require_safe
def course(request, key: UUID):
    """The team in one course. ``?state=``: one state; ``?q=``: search."""
    found, row = _course(key)
    members = team.team_of(request)
    state, text = request.GET.get("state", ""), request.GET.get("q", "").strip()[:100]
    shown = team.narrowed(members, row, state)
    if text:
        shown = shown.matching(text)
    paginator = Paginator(shown.for_names(), PER_PAGE)
    part = paginator.get_page(request.GET.get("page"))
    context = {
        "course": found,
        "key": key,
        "learners": team.learners(list(part), row),
        "page": part,
        "page_range": paginator.get_elided_page_range(part.number),
        "query": _query(state, text),
        "state": state,
        "text": text,
        "chips": _chips(state),
        "states": dict(CHIPS),
        "may_assign": row is not None and team.may_assign(found),
    }
    return render(request, "progress/team_course.html", context)


@page(team.TILE)
@require_http_methods(["GET", "HEAD", "POST"])
def assign_course(request, key: UUID):
    """Assign the course to the team; ``?to=``: to one member, by code."""
    found, row = _course(key)
    if row is None or not team.may_assign(found):
        raise Http404
    member, people = _whom(request)
    form = TeamAssignForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            done = assign(
                course=row,
                people=people,
                by=request.user,
                due_on=form.cleaned_data["due_on"],
                keeps_dates_of_others=True,
            )
        except NotPossible as refused:
            form.add_error("due_on", refused.message)
        else:
            messages.success(request, " ".join(said(done)))
            return HttpResponseRedirect(reverse("team_course", args=[key]))
    context = {
        "course": found,
        "key": key,
        "form": form,
        "member": member,
        "number": people.count(),
    }
    return render(request, "progress/team_assign.html", context)


@page(team.TILE)
@require_POST
def remind_team(request, key: UUID):
    """Remind whoever has not finished; ``to`` (code): one member alone."""
    _found, row = _course(key)
    _member, people = _whom(request)
    rows = Enrolment.objects.filter(course=row, person__in=people)
    reminded, lately = remind(enrolments=rows, by=request.user)
    if reminded:
        text = ngettext("%(count)d person is reminded.", "%(count)d people are reminded.", reminded)
        messages.success(request, text % {"count": reminded})
    if lately:
        text = ngettext(
            "%(count)d was reminded within the last seven days, and is not again.",
            "%(count)d were reminded within the last seven days, and are not again.",
            lately,
        )
        messages.info(request, text % {"count": lately})
    if not reminded and not lately:
        messages.info(request, gettext("No one is waiting to be reminded."))
    return HttpResponseRedirect(reverse("team_course", args=[key]))


def _course(key: UUID):
    """A course's page and row (None before it is published whole). Raises Http404 where the leader
    may not read it."""
    found = team.pages_for_leader().get(key)
    if found is None:
        raise Http404
    return found, Course.objects.filter(key=key).first()


def _whom(request):
    """The member whom ``to`` names, and their person; without it (None, the whole team). Raises
    Http404 for a code of no member whom the leader may see."""
    members = team.team_of(request)
    code = request.POST.get("to") or request.GET.get("to")
    if not code:
        return None, team.people_of(members)
    member = members.for_names().filter(consultant__code=code.replace("\0", "")).first()
    if member is None:
        raise Http404
    return member.consultant, team.people_of(members.filter(pk=member.pk))


def _query(state: str, text: str) -> str:
    chosen = {name: value for name, value in (("state", state), ("q", text)) if value}
    return f"{urlencode(chosen)}&" if chosen else ""


def _chips(state: str) -> list[dict]:
    everybody = {"label": gettext("All"), "url": ".", "current": not state, "removable": False}
    return [
        everybody,
        *(
            {"label": label, "url": f"?state={name}", "current": state == name, "removable": False}
            for name, label in CHIPS
        ),
    ]

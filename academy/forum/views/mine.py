"""The forum in the account: one's name, what is new, what one follows, what moderators wrote."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from markets.storefront_urls import in_edition
from people import portal

from .. import services
from ..access import Viewer
from ..forms import NameForm
from ..mine import unread_of
from ..models import Follow, Notice, Thread
from ..places import board_path, edition_of, post_path, thread_path
from .sending import limited

MOST_SHOWN = 50
RENAMES_A_DAY = 5


@portal.page("forum")
@require_http_methods(["GET", "HEAD", "POST"])
def mine(request):
    viewer = Viewer.of(request)
    form = NameForm(request.POST if request.method == "POST" else None, viewer=viewer)
    if form.is_bound and form.is_valid() and _name(request, viewer, form):
        return redirect(_next(request) or reverse("forum_mine"))
    member = viewer.member
    context = {"form": form, "viewer": viewer, "member": member, "next": _next(request)}
    if member is not None:
        context |= {
            "notices": _notices(request, viewer),
            "follows": _follows(request, viewer),
            "warnings": member.warnings.select_related("post__thread")[:MOST_SHOWN],
            "modes": Follow.Mode.choices,
        }
    return render(request, "forum/mine.html", context)


def _name(request, viewer: Viewer, form: NameForm) -> bool:
    if limited(request, viewer, "rename", RENAMES_A_DAY):
        form.add_error(None, _("You've changed your name several times. Try again later."))
        return False
    name = form.cleaned_data["name"]
    try:
        if viewer.member is None:
            services.take_part(by=viewer, name=name)
        else:
            services.rename(by=viewer, name=name)
    except ValidationError as error:
        form.add_error("name", error)
        return False
    except services.NotPossible as refused:
        form.add_error(None, refused.message)
        return False
    messages.success(request, _("In the forum you are called %(name)s.") % {"name": name})
    return True


def _next(request) -> str:
    """Where they were on their way to, if it is ours."""
    wanted = request.POST.get("next") or request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure())
    return wanted if is_ours else ""


def _notices(request, viewer: Viewer) -> list[dict]:
    rows = unread_of(viewer.member, viewer).select_related(
        "post__author", "post__thread__board__locale"
    )
    return [
        {
            "kind": Notice.Kind(row.kind).label,
            "title": row.post.thread.title,
            "author": row.post.author.shown_name,
            "at": row.created_at,
            "url": _link(request, row.post.thread.board, post_path(row.post)),
        }
        for row in rows[:MOST_SHOWN]
    ]


def _follows(request, viewer: Viewer) -> list[dict]:
    """Boards first, then threads, of what they may still read."""
    rows = viewer.member.follows.select_related("thread__board__locale", "board__locale")
    threads = Thread.objects.visible_to(viewer)
    boards = {board.pk for board in viewer.boards}
    found = [
        *rows.filter(board__in=boards).order_by("board__title"),
        *rows.filter(thread__in=threads).order_by("-thread__last_post_at")[:MOST_SHOWN],
    ]
    return [
        {
            "title": (one.thread or one.board).title,
            "board": one.thread.board.title if one.thread else "",
            "mode": one.mode,
            "pk": one.pk,
            "url": _link(
                request,
                one.board or one.thread.board,
                thread_path(one.thread) if one.thread else board_path(one.board),
            ),
            "follow_url": reverse("forum:follow_thread", args=[one.thread_id])
            if one.thread
            else reverse("forum:follow_board", args=[one.board_id]),
        }
        for one in found
    ]


def _link(request, board, path: str) -> str:
    return in_edition(path, edition_of(board, prefer=request.market) or request.edition)


@portal.page("forum")
@require_POST
def mails_about_me(request):
    """Switch mails about mentions and answers on or off."""
    viewer = Viewer.of(request)
    if viewer.member is not None:
        services.set_mails_about_me(by=viewer, wanted="wanted" in request.POST)
    return redirect("forum_mine")


@portal.page("forum")
@require_POST
def read_all(request):
    """Nothing is new any more."""
    viewer = Viewer.of(request)
    if viewer.member is not None:
        services.read_everything(by=viewer)
    return redirect("forum_mine")

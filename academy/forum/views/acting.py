"""Buttons on a thread and its posts: each a POST that leads back to where it was pressed."""

from urllib.parse import quote

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from people.private import private

from .. import services
from ..access import Viewer
from ..forms import ModeForm, MoveForm
from ..models import Board, Thread
from ..places import is_at_home
from .finding import WITH_LANGUAGE, address_of, led_home, post_by_key, thread_by_key
from .sending import limited

ACTIONS_AN_HOUR = 300

POST_ACTIONS = {
    "like": services.like,
    "unlike": services.unlike,
    "answer": services.mark_as_answer,
    "no-answer": services.unmark_answer,
    "hide": services.hide,
    "show": services.show,
    "approve": services.approve,
}
THREAD_ACTIONS = {
    "close": services.close,
    "reopen": services.reopen,
    "pin": services.pin,
    "unpin": services.unpin,
    "hide": services.hide_thread,
    "show": services.show_thread,
}


def ask_for_name(request, back: str):
    """Whoever takes part is called something: chosen once, in the account."""
    messages.info(request, _("Choose what you are called in the forum first."))
    return redirect(f"{reverse('forum_mine')}?next={quote(back)}")


def _may_act(request, viewer: Viewer) -> bool:
    if limited(request, viewer, "action", ACTIONS_AN_HOUR):
        messages.error(request, _("That was a lot within an hour. Try again later."))
        return False
    return True


@private
@login_required
@require_POST
@led_home
def on_post(request, pk: int, action: str):
    post, viewer = post_by_key(request, pk), Viewer.of(request)
    # The page that the button stood on, which is a page of this thread.
    page = request.POST.get("page", "")
    page = f"?{page}" if page.partition("=")[0] in ("after", "before", "from", "last") else ""
    back = f"{address_of(post.thread)}{page}#post-{post.pk}"
    if viewer.person is None or (viewer.member is None and not viewer.is_moderator):
        return ask_for_name(request, back)
    if _may_act(request, viewer):
        _try(request, POST_ACTIONS[action], by=viewer, post=post)
    return redirect(back)


@private
@login_required
@require_POST
@led_home
def on_thread(request, pk: int, action: str):
    thread, viewer = thread_by_key(request, pk), Viewer.of(request)
    _try(request, THREAD_ACTIONS[action], by=viewer, thread=thread)
    return redirect(address_of(thread))


@private
@login_required
@require_POST
@led_home
def move(request, pk: int):
    thread, viewer = thread_by_key(request, pk), Viewer.of(request)
    form = MoveForm(request.POST, thread=thread)
    if form.is_valid():
        _try(request, services.move, by=viewer, thread=thread, board=form.cleaned_data["board"])
        thread = Thread.objects.select_related("board__locale").get(pk=pk)
    else:
        messages.error(request, _("Choose the board to move it to."))
    return redirect(address_of(thread))


def _try(request, service, **what) -> None:
    try:
        service(**what)
    except services.NotPossible as refused:
        messages.error(request, refused.message)


# --- Following --------------------------------------------------------------------------


@private
@login_required
@require_POST
@led_home
def follow_thread(request, pk: int):
    thread = thread_by_key(request, pk)
    return _follow(request, address_of(thread), thread=thread)


@private
@login_required
@require_POST
@led_home
def follow_board(request, pk: int):
    board = WITH_LANGUAGE.get(pk=pk)
    if not Viewer.of(request).readable([board]):
        raise Board.DoesNotExist
    address = reverse("forum:board", args=[board.slug])
    return _follow(request, address if is_at_home(board, request.edition) else "", board=board)


def _follow(request, back: str, **what):
    """Follow as ``mode`` says, or not at all where it is empty."""
    viewer, form = Viewer.of(request), ModeForm(request.POST)
    back = back or reverse("forum_mine")
    if "to_account" in request.POST:
        back = reverse("forum_mine")
    if viewer.member is None:
        return ask_for_name(request, back)
    if form.is_valid() and _may_act(request, viewer):
        if mode := form.cleaned_data["mode"]:
            _try(request, services.follow, by=viewer, mode=mode, **what)
        else:
            services.unfollow(by=viewer, **what)
            messages.success(request, _("You no longer follow it."))
    return redirect(back)

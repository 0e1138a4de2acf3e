"""What moderators do: approve, hide and show, close, pin and move, warn."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from background.outbox import queue

from ..access import Viewer
from ..models import Board, Member, MemberWarning, Post, Report, Thread
from ..tasks import mail_warning, tell_of_post
from . import counting
from .refusing import NotPossible, check_moderates, lock_post, lock_thread, record


@transaction.atomic
def approve(*, by: Viewer, post: Post) -> Post:
    """A post that waited is shown, with its thread where it opens one, and followers hear of it.

    Doing it again changes nothing. Raises NotPossible where another moderator has hidden it.
    """
    check_moderates(by)
    post = lock_post(by, post.pk)
    if post.state == Post.State.SHOWN:
        return post
    if post.state == Post.State.HIDDEN:
        raise NotPossible(_("Another moderator has hidden this post meanwhile."))
    _show(post)
    record(post, "forum.approve", by=by)
    queue(tell_of_post, post_id=post.pk)
    return post


@transaction.atomic
def hide(*, by: Viewer, post: Post) -> Post:
    """Nobody but moderators sees the post any more, and what was reported of it is settled. With
    the post that opens it the whole thread is hidden."""
    check_moderates(by)
    post = lock_post(by, post.pk)
    _decide(post, Report.State.ACTED, by)
    if post.state == Post.State.HIDDEN:
        return post
    was_shown = post.state == Post.State.SHOWN
    post.state = Post.State.HIDDEN
    post.save(update_fields=["state"])
    if was_shown:
        counting.take_away(post.thread, post)
    if post.opens:
        _set(post.thread, state=Thread.State.HIDDEN)
    record(post, "forum.hide", by=by)
    return post


@transaction.atomic
def show(*, by: Viewer, post: Post) -> Post:
    """A hidden post is shown again; with the post that opens it the thread."""
    check_moderates(by)
    post = lock_post(by, post.pk)
    if post.state == Post.State.HIDDEN:
        _show(post)
        record(post, "forum.show", by=by)
    return post


def _show(post: Post) -> None:
    post.state = Post.State.SHOWN
    post.save(update_fields=["state"])
    thread = post.thread
    counting.add(thread, post)
    if post.opens and thread.state in (Thread.State.WAITING, Thread.State.HIDDEN):
        _set(thread, state=Thread.State.OPEN)


@transaction.atomic
def dismiss_reports(*, by: Viewer, post: Post) -> int:
    """There was nothing to object to. Returns how many reports are settled by that."""
    check_moderates(by)
    post = lock_post(by, post.pk)
    count = _decide(post, Report.State.DISMISSED, by)
    if count:
        record(post, "forum.dismiss", by=by, reports=count)
    return count


def _decide(post: Post, state: str, by: Viewer) -> int:
    return post.reports.filter(state=Report.State.OPEN).update(
        state=state, decided_at=timezone.now(), decided_by=by.user
    )


# --- Threads ----------------------------------------------------------------------------


def hide_thread(*, by: Viewer, thread: Thread) -> Thread:
    """Nobody but moderators sees the thread any more; its posts stay as they are."""
    return _change(by, thread, "forum.hide_thread", state=Thread.State.HIDDEN)


def show_thread(*, by: Viewer, thread: Thread) -> Thread:
    """A hidden thread is shown again, with the post that opens it."""
    with transaction.atomic():
        check_moderates(by)
        thread = lock_thread(by, thread.pk)
        opening = thread.posts.filter(opens=True).first()
        if opening is not None and opening.state != Post.State.SHOWN:
            show(by=by, post=opening)
            return lock_thread(by, thread.pk)
        return _change(by, thread, "forum.show_thread", state=Thread.State.OPEN)


def close(*, by: Viewer, thread: Thread) -> Thread:
    """Members read it and cannot reply any more. Raises NotPossible for one that nobody sees."""
    return _change(by, thread, "forum.close", only_shown=True, state=Thread.State.CLOSED)


def reopen(*, by: Viewer, thread: Thread) -> Thread:
    return _change(by, thread, "forum.reopen", only_shown=True, state=Thread.State.OPEN)


def pin(*, by: Viewer, thread: Thread) -> Thread:
    """It stands first in its board."""
    return _change(by, thread, "forum.pin", pinned=True)


def unpin(*, by: Viewer, thread: Thread) -> Thread:
    return _change(by, thread, "forum.unpin", pinned=False)


@transaction.atomic
def move(*, by: Viewer, thread: Thread, board: Board) -> Thread:
    """To another board of its language; whoever may not read that one loses the thread. Raises
    NotPossible."""
    if board.locale_id != thread.board.locale_id:
        raise NotPossible(_("A thread stays in its language. Choose a board of that language."))
    return _change(by, thread, "forum.move", board=board)


@transaction.atomic
def _change(by: Viewer, thread: Thread, action: str, *, only_shown=False, **values) -> Thread:
    """Set fields of a thread under its lock; one audit row where something changes."""
    check_moderates(by)
    thread = lock_thread(by, thread.pk)
    if only_shown and thread.state in (Thread.State.HIDDEN, Thread.State.WAITING):
        raise NotPossible(_("The thread is hidden, or waits for approval."))
    if any(getattr(thread, name) != value for name, value in values.items()):
        _set(thread, **values)
        record(thread, action, by=by)
    return thread


def _set(thread: Thread, **values) -> None:
    for name, value in values.items():
        setattr(thread, name, value)
    thread.save(update_fields=list(values))


# --- People -----------------------------------------------------------------------------


@transaction.atomic
def warn(*, by: Viewer, member: Member, text: str, post: Post | None = None) -> MemberWarning:
    """Tell a member what is not done here: by mail, and on their page of the forum."""
    check_moderates(by)
    made = MemberWarning.objects.create(member=member, text=text, post=post, by=by.user)
    record(member, "forum.warn", by=by, post=post.pk if post else None)
    queue(mail_warning, warning_id=made.pk)
    return made

"""What readers say of a post: that they like it, that it is the answer, that it breaks a rule."""

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from background.outbox import queue

from ..access import Viewer
from ..models import Like, Notice, Post, Report, Thread
from ..tasks import tell_of_answer
from .refusing import NotPossible, check_may_write, lock_post, record


@transaction.atomic
def like(*, by: Viewer, post: Post) -> None:
    """Once for each member, however often it is pressed. Raises NotPossible and
    Post.DoesNotExist."""
    check_may_write(by)
    post = Post.objects.visible_to(by, [post.thread.board]).get(pk=post.pk)
    if by.is_author_of(post):
        raise NotPossible(_("You cannot like your own post."))
    _like, is_new = Like.objects.get_or_create(post=post, member=by.member)
    if is_new:
        Post.objects.filter(pk=post.pk).update(like_count=F("like_count") + 1)


@transaction.atomic
def unlike(*, by: Viewer, post: Post) -> None:
    """Take back a like; without one nothing changes."""
    deleted, _by_model = Like.objects.filter(post=post, member=by.member).delete()
    if deleted:
        Post.objects.filter(pk=post.pk).update(like_count=F("like_count") - 1)


@transaction.atomic
def report(*, by: Viewer, post: Post, reason: str, note: str = "") -> Report:
    """Ask moderators to look at a post; a second time adds nothing. Raises NotPossible and
    Post.DoesNotExist."""
    check_may_write(by)
    post = Post.objects.visible_to(by, [post.thread.board]).get(pk=post.pk)
    if by.is_author_of(post):
        raise NotPossible(_("This is your own post. You can change it instead."))
    open_ones = Report.objects.filter(post=post, reporter=by.member, state=Report.State.OPEN)
    try:
        with transaction.atomic():
            made = open_ones.first()
            if made is not None:
                return made
            made = Report.objects.create(
                post=post, reporter=by.member, reason=Report.Reason(reason), note=note
            )
    except IntegrityError:
        return open_ones.get()
    record(post, "forum.report", by=by, reason=made.reason)
    return made


@transaction.atomic
def mark_as_answer(*, by: Viewer, post: Post) -> Thread:
    """The post that answers its thread; another one takes its place. By the thread's author or a
    moderator. Raises NotPossible, Post.DoesNotExist and Thread.DoesNotExist."""
    post, thread = _answerable(by, post)
    if thread.answer_id == post.pk:
        return thread
    thread.answer = post
    thread.save(update_fields=["answer"])
    record(thread, "forum.mark_answer", by=by, post=post.pk)
    if not by.is_author_of(post):
        queue(tell_of_answer, post_id=post.pk)
    return thread


@transaction.atomic
def unmark_answer(*, by: Viewer, post: Post) -> Thread:
    """The thread has no answer any more, if this post was it."""
    post, thread = _answerable(by, post)
    if thread.answer_id == post.pk:
        thread.answer = None
        thread.save(update_fields=["answer"])
        # Nobody is mailed of what does not hold any more.
        Notice.objects.filter(post=post, kind=Notice.Kind.ANSWER, mailed_at=None).delete()
        record(thread, "forum.unmark_answer", by=by, post=post.pk)
    return thread


def _answerable(by: Viewer, post: Post) -> tuple[Post, Thread]:
    check_may_write(by)
    post = lock_post(by, post.pk)
    if not (by.is_moderator or by.is_author_of(post.thread)):
        raise NotPossible(_("Only who started the thread can mark its answer."))
    if post.opens or post.state != Post.State.SHOWN:
        raise NotPossible(_("This post cannot be the answer."))
    return post, post.thread

"""Threads and posts, and changing one's own."""

import uuid
from collections.abc import Collection
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from background.outbox import queue

from .. import text as texts
from ..access import Viewer
from ..models import Board, ForumPolicy, Member, Mention, Picture, Post, PostVersion, Thread
from ..pictures import MOST_PICTURES, gallery_of
from ..tasks import tell_of_post
from . import counting
from .following import begin_to_follow
from .refusing import NotPossible, check_may_write, lock_post, lock_thread, record

# How long somebody may change what they wrote.
EDITABLE_FOR = timedelta(minutes=30)


def may_edit(post: Post, by: Viewer) -> bool:
    """Own posts for a while; moderators hide and do not reword."""
    return (
        by.is_author_of(post)
        and post.state != Post.State.HIDDEN
        and timezone.now() - post.created_at < EDITABLE_FOR
    )


def may_reply(thread: Thread, by: Viewer) -> bool:
    return thread.is_open or (by.is_moderator and thread.state == Thread.State.CLOSED)


@transaction.atomic
def open_thread(
    *,
    by: Viewer,
    board: Board,
    title: str,
    text: str,
    pictures: Collection[uuid.UUID] = (),
    follow: bool = True,
    form_key: uuid.UUID | None = None,
) -> Thread:
    """A thread with its opening post. ``pictures``: public ids of kept ones (``pictures.keep``).

    Of a member who is not trusted yet it waits for approval. The same form sent twice is one
    thread. Raises NotPossible.
    """
    check_may_write(by)
    if not by.readable([board]):
        raise Board.DoesNotExist
    if not board.takes_threads and not by.is_moderator:
        raise NotPossible(_("Only moderators start threads here."))
    if earlier := _sent_before(by, form_key):
        return earlier.thread
    waits = must_wait(by)
    try:
        with transaction.atomic():
            thread = Thread.objects.create(
                board=board,
                title=title,
                author=by.member,
                state=Thread.State.WAITING if waits else Thread.State.OPEN,
            )
            post = _write(thread, by, text, pictures, waits=waits, opens=True, form_key=form_key)
    except IntegrityError:
        if earlier := _sent_before(by, form_key):
            return earlier.thread
        raise
    if not waits:
        counting.add(thread, post)
    if follow:
        begin_to_follow(by.member, thread)
    record(thread, "forum.open_thread", by=by, waits=waits)
    _tell(post)
    return thread


@transaction.atomic
def reply(
    *,
    by: Viewer,
    thread: Thread,
    text: str,
    pictures: Collection[uuid.UUID] = (),
    follow: bool = True,
    form_key: uuid.UUID | None = None,
) -> Post:
    """One more post in a thread. As ``open_thread``; moderators may reply in a closed one.

    Raises NotPossible and Thread.DoesNotExist.
    """
    check_may_write(by)
    thread = lock_thread(by, thread.pk)
    if earlier := _sent_before(by, form_key):
        return earlier
    if not may_reply(thread, by):
        raise NotPossible(_("This thread was closed. No one can reply any more."))
    waits = must_wait(by)
    post = _write(thread, by, text, pictures, waits=waits, form_key=form_key)
    if not waits:
        counting.add(thread, post)
    if follow:
        begin_to_follow(by.member, thread)
    record(post, "forum.reply", by=by, waits=waits)
    _tell(post)
    return post


@transaction.atomic
def edit_post(*, by: Viewer, post: Post, text: str, title: str = "") -> Post:
    """Change one's own post within ``EDITABLE_FOR``; the opening one's title too.

    What stood there is kept for moderators. Who is mentioned anew is told. Raises NotPossible
    and Post.DoesNotExist.
    """
    check_may_write(by)
    post = lock_post(by, post.pk)
    thread = post.thread
    if not may_edit(post, by):
        raise NotPossible(_("A post can be changed for 30 minutes. Write another one below."))
    if post.state == Post.State.SHOWN and must_wait(by):
        # What was approved would become something that nobody has looked at.
        raise NotPossible(_("Your first posts cannot be changed once they were approved."))
    title = title if post.opens and title else thread.title
    if text == post.text and title == thread.title:
        return post
    earlier_title = thread.title if post.opens else ""
    PostVersion.objects.create(post=post, text=post.text, title=earlier_title)
    if title != thread.title:
        thread.title = title
        thread.save(update_fields=["title"])
    post.text, post.edited_at = text, timezone.now()
    _draw(post, thread)
    post.save(update_fields=["text", "html", "folded", "edited_at"])
    _note_mentions(post, thread)
    record(post, "forum.edit", by=by)
    _tell(post, only_mentions=True)
    return post


def must_wait(by: Viewer) -> bool:
    """Whether what they write waits for a moderator: until enough of it was approved."""
    if by.is_moderator:
        return False
    enough = ForumPolicy.load().posts_before_trust
    shown = Post.objects.filter(author=by.member, state=Post.State.SHOWN)[:enough]
    return shown.count() < enough if enough else False


def _sent_before(by: Viewer, form_key) -> Post | None:
    if form_key is None:
        return None
    found = Post.objects.filter(author=by.member, form_key=form_key)
    return found.select_related("thread__board__locale").first()


def _write(thread, by: Viewer, text, pictures, *, waits, opens=False, form_key=None) -> Post:
    post = Post(
        thread=thread,
        author=by.member,
        text=text,
        state=Post.State.WAITING if waits else Post.State.SHOWN,
        opens=opens,
        form_key=form_key or uuid.uuid4(),
    )
    # Of others' pictures none, of one's own those that no post has.
    own = Picture.objects.filter(owner=by.member, post=None, public_id__in=list(pictures))
    own = list(own[:MOST_PICTURES])
    post.gallery = gallery_of(own)
    _draw(post, thread)
    post.save()
    Picture.objects.filter(pk__in=[one.pk for one in own]).update(post=post)
    _note_mentions(post, thread)
    return post


def _draw(post: Post, thread: Thread) -> None:
    """What is shown of its text. Who can be mentioned: who has written in the thread."""
    names = []
    if "@" in post.text:
        others = Member.objects.in_thread(thread).exclude(pk=post.author_id)
        names = list(others.values_list("name", flat=True))
    post.named = texts.mentioned(post.text, names)
    post.html = texts.render(post.text, post.named)
    post.folded = texts.folded(post.html, thread.title if post.opens else "")


def _note_mentions(post: Post, thread: Thread) -> None:
    if not post.named and post.edited_at is None:
        return
    found = Member.objects.in_thread(thread).filter(name__in=post.named)
    post.mentions.exclude(member__in=found).delete()
    Mention.objects.bulk_create(
        [Mention(post=post, member=member) for member in found], ignore_conflicts=True
    )


def _tell(post: Post, **how) -> None:
    if post.state == Post.State.SHOWN:
        queue(tell_of_post, post_id=post.pk, **how)

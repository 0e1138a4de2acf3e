"""A thread as it is read: a page of its posts from any post on, as fast at the ten-thousandth."""

from dataclasses import dataclass

from django.db.models import BooleanField, CharField, Exists, OuterRef, Subquery, Value

from .access import Viewer
from .models import Follow, Like, Notice, Post, Thread

PER_PAGE = 20


@dataclass(frozen=True)
class PageOfPosts:
    """``earlier`` and ``later``: query strings of the pages beside it, "" where there is none."""

    posts: list[Post]
    earlier: str
    later: str

    @property
    def is_first(self) -> bool:
        return not self.earlier


def key(text: str) -> int | None:
    """A primary key in a query string; None for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


def page_of(thread: Thread, viewer: Viewer, wanted) -> PageOfPosts:
    """One query, whichever page. ``wanted`` (a query): ``after``, ``before`` or ``from`` with the
    key of a post, or ``last``; else the first page."""
    rows = with_likes(thread.posts.readable_in_thread(viewer), viewer).select_related("author")
    rows = rows.defer("text", "folded")
    if (pk := key(wanted.get("after", ""))) is not None:
        return _forward(rows.filter(pk__gt=pk))
    if (pk := key(wanted.get("from", ""))) is not None:
        return _forward(rows.filter(pk__gte=pk))
    if (pk := key(wanted.get("before", ""))) is not None:
        return _backward(rows.filter(pk__lt=pk), is_last=False)
    if "last" in wanted:
        return _backward(rows, is_last=True)
    return _forward(rows)


def _forward(rows) -> PageOfPosts:
    found = list(rows.order_by("pk")[: PER_PAGE + 1])
    return _page(found[:PER_PAGE], has_later=len(found) > PER_PAGE)


def _backward(rows, *, is_last: bool) -> PageOfPosts:
    found = list(rows.order_by("-pk")[:PER_PAGE])
    return _page(found[::-1], has_later=not is_last)


def _page(posts: list[Post], *, has_later: bool) -> PageOfPosts:
    if not posts:
        return PageOfPosts([], "", "")
    # The opening post is the first that anybody can read.
    earlier = "" if posts[0].opens else f"before={posts[0].pk}"
    return PageOfPosts(posts, earlier, f"after={posts[-1].pk}" if has_later else "")


def with_own(threads, viewer: Viewer):
    """``follow_mode``: how the viewer follows each, None where they do not; ``has_news``: whether
    they were told of something in it that they have not read."""
    member = viewer.member
    if member is None:
        return threads.annotate(
            follow_mode=Value(None, output_field=CharField()),
            has_news=Value(False, output_field=BooleanField()),
        )
    follows = Follow.objects.filter(thread=OuterRef("pk"), member=member)
    news = Notice.objects.unread().filter(post__thread=OuterRef("pk"), member=member)
    return threads.annotate(follow_mode=Subquery(follows.values("mode")[:1]), has_news=Exists(news))


def with_likes(posts, viewer: Viewer):
    """``is_liked``: whether the viewer likes each."""
    if viewer.member is None:
        return posts.annotate(is_liked=Value(False, output_field=BooleanField()))
    own = Like.objects.filter(post=OuterRef("pk"), member=viewer.member)
    return posts.annotate(is_liked=Exists(own))

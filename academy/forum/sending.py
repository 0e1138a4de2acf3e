"""Mails of the forum: what they say, and the one link in each that ends them."""

from collections.abc import Iterable

from django.utils import translation

from markets.lookup import market_of
from markets.sellers import address_at
from people.mails import send_mail

from .models import Board, Member, MemberWarning, Notice, Post
from .places import edition_of, post_path
from .stopping import Subject, stop_url
from .text import excerpt

LONGEST_EXCERPT = 600


def send_notice(notice: Notice) -> None:
    """One mail about one post."""
    member, post = notice.member, notice.post
    edition = member.person.edition
    stop = _stop(subject_of(notice), edition)
    send_mail(
        template=f"forum/mail/{notice.kind}",
        to=member.person.email,
        edition=edition,
        context={
            **facts_of(post, edition),
            "first_name": member.person.first_name,
            "stop_url": stop,
        },
        headers=_headers(stop),
    )


def send_digest(member: Member, notices: Iterable[Notice]) -> None:
    """One mail about all posts of a day, by thread."""
    edition = member.person.edition
    threads: dict[int, dict] = {}
    for notice in notices:
        thread = notice.post.thread
        rows = threads.setdefault(
            thread.pk,
            {
                "title": thread.title,
                "url": post_url(notice.post, edition),
                "stop_url": _stop(subject_of(notice), edition),
                "posts": [],
            },
        )
        rows["posts"].append(facts_of(notice.post, edition))
    stop = _stop(Subject(member.pk, "digest"), edition)
    send_mail(
        template="forum/mail/digest",
        to=member.person.email,
        edition=edition,
        context={
            "threads": list(threads.values()),
            "count": sum(len(one["posts"]) for one in threads.values()),
            "first_name": member.person.first_name,
            "stop_url": stop,
        },
        headers=_headers(stop),
    )


def send_warning(warning: MemberWarning) -> None:
    """A warning is no news: it has no link that ends it."""
    person = warning.member.person
    post = warning.post
    send_mail(
        template="forum/mail/warning",
        to=person.email,
        edition=person.edition,
        context={
            "first_name": person.first_name,
            "text": warning.text,
            "title": post.thread.title if post else "",
        },
    )


def facts_of(post: Post, edition: str) -> dict:
    """What a mail shows of a post."""
    return {
        "author": post.author.shown_name,
        "title": post.thread.title,
        "board": post.thread.board.title,
        "excerpt": excerpt(post.html, LONGEST_EXCERPT),
        "url": post_url(post, edition),
    }


def subject_of(notice: Notice) -> Subject:
    """What the link in a mail about it ends."""
    if notice.kind in (Notice.Kind.MENTION, Notice.Kind.ANSWER):
        return Subject(notice.member_id, "mine")
    if notice.kind == Notice.Kind.THREAD:
        return Subject(notice.member_id, "board", notice.post.thread.board_id)
    return Subject(notice.member_id, "thread", notice.post.thread_id)


def post_url(post: Post, edition: str) -> str:
    """Absolute, in the reader's market if the board is at home there."""
    return address_at("", post_path(post), _edition(post.thread.board, edition))


def _edition(board: Board, edition: str) -> str:
    return edition_of(board, prefer=market_of(edition)) or edition


def _stop(subject: Subject, edition: str) -> str:
    with translation.override(edition):
        return stop_url(subject, edition)


def _headers(stop: str) -> dict[str, str]:
    """RFC 8058: a reader's mail program ends these mails by one POST."""
    return {"List-Unsubscribe": f"<{stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}

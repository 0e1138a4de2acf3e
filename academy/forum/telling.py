"""Who is told of what: notices, written by tasks, so that a post with a thousand followers is
written as fast as one with none."""

from collections.abc import Iterable

from django.utils import timezone

from people import portal
from people.models import Person

from .access import Viewer
from .models import Follow, Member, Notice, Post

Kind, Mode = Notice.Kind, Follow.Mode
# Read and written at once.
PER_TURN = 500


def note_post(post: Post, *, only_mentions: bool = False) -> list[int]:
    """Write the notices of a post, once for each member, and return the keys of those to mail
    at once. Asked again, only those who are new. ``only_mentions``: it was changed, which is no
    news to who follows."""
    reasons = {} if only_mentions else _followers_of(post)
    for member, mails in post.mentions.values_list("member", "member__mails_about_me"):
        reasons[member] = (Kind.MENTION, Mode.EACH if mails else Mode.NONE)
    reasons.pop(post.author_id, None)
    return _write(post, reasons)


def _followers_of(post: Post) -> dict[int, tuple[str, str]]:
    thread = post.thread
    reasons: dict[int, tuple[str, str]] = {}
    if post.opens:
        for member, mode in _followers(board=thread.board_id):
            reasons[member] = (Kind.THREAD, mode)
    for member, mode in _followers(thread=thread.pk):
        # Who has ended the mails of a thread gets none of its board either.
        reasons[member] = (Kind.REPLY, mode)
    return reasons


def note_answer(post: Post) -> list[int]:
    """The author of a post hears that it is the answer."""
    mode = Mode.EACH if post.author.mails_about_me else Mode.NONE
    return _write(post, {post.author_id: (Kind.ANSWER, mode)})


def _followers(**what) -> Iterable[tuple[int, str]]:
    return Follow.objects.filter(**what).values_list("member", "mode").iterator(PER_TURN)


def _write(post: Post, reasons: dict[int, tuple[str, str]]) -> list[int]:
    known = set(Notice.objects.filter(post=post).values_list("member", flat=True))
    rows = [
        Notice(post=post, member_id=member, kind=kind, mode=mode)
        for member, (kind, mode) in reasons.items()
        if member not in known
    ]
    # Another run of the same task may be faster: it has made the same row.
    Notice.objects.bulk_create(rows, batch_size=PER_TURN, ignore_conflicts=True)
    _forget_counts(row.member_id for row in rows)
    waiting = Notice.objects.filter(post=post).to_mail(Mode.EACH)
    return list(waiting.values_list("pk", flat=True))


def _forget_counts(members: Iterable[int]) -> None:
    """What their account says is new is another number now."""
    people = Person.objects.filter(forum_member__in=list(members)).only("pk")
    portal.forget_count("forum", *people)


def still_holds(notice: Notice) -> bool:
    """Whether a notice is to be mailed now: its reader has an address and may read the post, which
    is shown, and has not ended such mails since."""
    member, post = notice.member, notice.post
    person = member.person
    if not person.email or person.erased_at or not member.name:
        return False
    viewer = Viewer.of_person(person)
    if viewer.person is None:
        return False
    board = post.thread.board
    # As everybody sees it: also to moderators nothing is mailed that was hidden.
    if not Post.objects.visible_to(viewer, [board]).shown().filter(pk=post.pk).exists():
        return False
    return _is_wanted(notice)


def _is_wanted(notice: Notice) -> bool:
    if notice.kind in (Kind.MENTION, Kind.ANSWER):
        if notice.kind == Kind.ANSWER and notice.post.thread.answer_id != notice.post_id:
            return False
        return notice.member.mails_about_me
    thread = notice.post.thread
    follows = Follow.objects.filter(member=notice.member)
    own = follows.filter(thread=thread).first()
    if own is None and notice.kind == Kind.THREAD:
        own = follows.filter(board=thread.board_id).first()
    return own is not None and own.mode == notice.mode


def mark_read(member: Member, posts: Iterable[Post]) -> int:
    """The member has the posts of a page before them. Returns how many notices that settles."""
    unread = Notice.objects.unread().filter(member=member, post__in=[post.pk for post in posts])
    settled = unread.update(read_at=timezone.now())
    if settled:
        portal.forget_count("forum", member.person)
    return settled

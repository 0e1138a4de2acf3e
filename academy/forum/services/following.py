"""What a member follows, and how mails about it end."""

from django.db import transaction
from django.utils import timezone

from people import portal

from ..access import Viewer
from ..models import Board, Follow, Member, Notice, Thread
from ..stopping import Subject
from .refusing import check_may_write


def begin_to_follow(member: Member, thread: Thread) -> None:
    """Who writes in a thread follows it, unless they have said otherwise before."""
    Follow.objects.get_or_create(member=member, thread=thread)


@transaction.atomic
def follow(
    *,
    by: Viewer,
    thread: Thread | None = None,
    board: Board | None = None,
    mode: str = Follow.Mode.EACH,
) -> Follow:
    """Follow a thread or a board from now on, with mails as ``mode`` says. Raises NotPossible,
    and DoesNotExist for what the viewer may not read."""
    check_may_write(by)
    if thread is not None:
        Thread.objects.visible_to(by).get(pk=thread.pk)
    elif not by.readable([board]):
        raise Board.DoesNotExist
    made, _is_new = Follow.objects.update_or_create(
        member=by.member, thread=thread, board=board, defaults={"mode": Follow.Mode(mode)}
    )
    return made


@transaction.atomic
def unfollow(*, by: Viewer, thread: Thread | None = None, board: Board | None = None) -> None:
    """What is followed is forgotten; what is not stays as it is."""
    Follow.objects.filter(member=by.member, thread=thread, board=board).delete()


@transaction.atomic
def set_mails_about_me(*, by: Viewer, wanted: bool) -> None:
    """Whether mails come about mentions and answers."""
    Member.objects.filter(pk=by.member.pk).update(mails_about_me=wanted)


@transaction.atomic
def read_everything(*, by: Viewer) -> None:
    """Nothing is new for the member any more."""
    Notice.objects.unread().filter(member=by.member).update(read_at=timezone.now())
    portal.forget_count("forum", by.person)


@transaction.atomic
def end_mails(subject: Subject) -> None:
    """No more mails about what a signed link names (``stopping``); doing it again changes nothing.

    The member goes on following: a reply in the forum's own page still counts as unread.
    """
    member = Member.objects.filter(pk=subject.member_id)
    follows = Follow.objects.filter(member=subject.member_id)
    if subject.kind == "thread":
        # Also where a followed board, or nothing any more, led to the mail.
        if member.exists() and Thread.objects.filter(pk=subject.pk).exists():
            Follow.objects.update_or_create(
                member_id=subject.member_id,
                thread_id=subject.pk,
                defaults={"mode": Follow.Mode.NONE},
            )
    elif subject.kind == "board":
        follows.filter(board=subject.pk).update(mode=Follow.Mode.NONE)
    elif subject.kind == "digest":
        follows.filter(mode=Follow.Mode.DIGEST).update(mode=Follow.Mode.NONE)
    else:
        member.update(mails_about_me=False)

"""What every service begins and ends with: who may, the row under its lock, and the audit row."""

from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from background.locks import locked
from people.services import is_verified

from ..access import Viewer
from ..models import Post, Thread


class NotPossible(Exception):
    """Not allowed, or not any more. ``message`` is for whoever tried, translated."""

    def __init__(self, message: str):
        self.message = str(message)
        super().__init__(self.message)


def record(row: Model, action: str, *, by: Viewer, **data: Any) -> None:
    """One audit row. Its title names nobody: people are erased, the log is not."""
    log(row, action, user=by.user, title=f"{row._meta.verbose_name} #{row.pk}", data=data)


def check_may_write(by: Viewer) -> None:
    """Raises NotPossible for whoever has not proven who they are, or has no name here yet."""
    if by.person is None or not is_verified(by.user):
        raise NotPossible(_("Sign in and confirm your email to take part."))
    if by.member is None:
        raise NotPossible(_("Choose what you are called in the forum first."))


def check_moderates(by: Viewer) -> None:
    if not by.is_moderator:
        raise NotPossible(_("Only moderators can do this."))


def lock_thread(by: Viewer, pk: int) -> Thread:
    """A thread that the viewer may read, under its lock. Raises Thread.DoesNotExist."""
    board = Thread.objects.select_related("board__locale").get(pk=pk).board
    visible = Thread.objects.visible_to(by, [board])
    return locked(visible.filter(pk=pk).select_related("board__locale")).get()


def lock_post(by: Viewer, pk: int) -> Post:
    """A post that the viewer may read, with its thread, both under their locks. Raises
    Post.DoesNotExist and Thread.DoesNotExist."""
    thread = lock_thread(by, Post.objects.values_list("thread_id", flat=True).get(pk=pk))
    found = Post.objects.filter(thread=thread).readable_in_thread(by)
    post = locked(found.filter(pk=pk).select_related("author__person")).get()
    post.thread = thread
    return post

"""What somebody may read, asked in one place: ``visible_to`` of threads and of posts."""

from django.db import models
from django.db.models import Q

from markets.folding import fold

# Of a search: a longer one is no question, and each word costs a condition.
MOST_WORDS = 6


class BoardQuerySet(models.QuerySet):
    def shown(self):
        return self.filter(is_shown=True)

    def in_language(self, language: str):
        return self.filter(locale__language_code=language)


class MemberQuerySet(models.QuerySet):
    def in_thread(self, thread):
        """Who has written something in a thread that everybody in it can read, with a name."""
        return self.filter(posts__thread=thread, posts__state="shown").exclude(name="").distinct()


class ThreadQuerySet(models.QuerySet):
    def shown(self):
        """What every reader of its board sees."""
        return self.filter(state__in=("open", "closed"))

    def visible_to(self, viewer, boards=None):
        """The threads that a viewer (``access.Viewer``) may read; ``boards`` narrows them, and is
        itself narrowed to what the viewer may read."""
        return self.filter(_threads(viewer, boards))


class PostQuerySet(models.QuerySet):
    def shown(self):
        """What every reader of the thread's board sees."""
        return self.filter(state="shown", thread__state__in=("open", "closed"))

    def visible_to(self, viewer, boards=None):
        """The posts that a viewer may read, in threads that they may read."""
        return self.filter(_threads(viewer, boards, "thread__")).readable_in_thread(viewer)

    def readable_in_thread(self, viewer):
        """Of a thread that the viewer may read, the posts that they may read."""
        return self if viewer.is_moderator else self.filter(_state(("shown",), viewer))

    def matching(self, words: str):
        """With every word somewhere in it, without regard to capitals and accents."""
        wanted = Q()
        for word in fold(words).split()[:MOST_WORDS]:
            wanted &= Q(folded__contains=word)
        return self.filter(wanted)


class NoticeQuerySet(models.QuerySet):
    def unread(self):
        return self.filter(read_at=None)

    def to_mail(self, mode: str):
        return self.filter(mode=mode, mailed_at=None)


def _threads(viewer, boards, prefix: str = "") -> Q:
    readable = viewer.boards if boards is None else viewer.readable(boards)
    wanted = Q(**{f"{prefix}board__in": [board.pk for board in readable]})
    if not viewer.is_moderator:
        wanted &= _state(("open", "closed"), viewer, prefix)
    return wanted


def _state(states: tuple[str, ...], viewer, prefix: str = "") -> Q:
    """In one of these states, or waiting and the viewer's own."""
    wanted = Q(**{f"{prefix}state__in": states})
    if viewer.member is not None:
        wanted |= Q(**{f"{prefix}state": "waiting", f"{prefix}author": viewer.member})
    return wanted

"""Who asks: what they may read, and what they may do in the forum."""

from collections.abc import Iterable
from functools import cached_property

from django.contrib.auth.models import AnonymousUser

from people.audiences import EVERYTHING, codes_of, is_for
from people.models import Person

from .models import Board, Member

MODERATE = "forum.moderate_forum"


class Viewer:
    """Somebody who reads or writes, or nobody (``AnonymousUser``); each thing is asked once."""

    def __init__(self, user):
        self.user = user

    @classmethod
    def of(cls, request) -> "Viewer":
        if not hasattr(request, "forum_viewer"):
            request.forum_viewer = cls(request.user)
        return request.forum_viewer

    @classmethod
    def of_person(cls, person: Person) -> "Viewer":
        """For what is done without a request: mails."""
        return cls(person.user if person.user and person.user.is_active else AnonymousUser())

    @cached_property
    def person(self) -> Person | None:
        """Who it is; None for visitors and whoever has not proven their address."""
        if not self.user.is_authenticated:
            return None
        found = Person.objects.filter(user=self.user, erased_at=None)
        return found.select_related("forum_member").first()

    @property
    def member(self) -> Member | None:
        return getattr(self.person, "forum_member", None) if self.person else None

    def forget(self) -> None:
        """Their membership was made meanwhile."""
        self.__dict__.pop("person", None)

    @cached_property
    def is_moderator(self) -> bool:
        return self.user.is_authenticated and self.user.has_perm(MODERATE)

    @cached_property
    def codes(self) -> frozenset[str]:
        """The audiences that they are in. Moderators read every board."""
        if self.is_moderator:
            return frozenset({EVERYTHING})
        return codes_of(self.user)

    def readable(self, boards: Iterable[Board]) -> list[Board]:
        """Of these, the boards that they may read. Audiences are asked only where one has some."""
        return [
            board
            for board in boards
            if (board.is_shown or self.is_moderator)
            and (not board.audience or is_for(board.audience, self.codes))
        ]

    @cached_property
    def boards(self) -> list[Board]:
        """All boards that they may read, with their language, in order."""
        return self.readable(Board.objects.select_related("locale"))

    def is_author_of(self, written) -> bool:
        """Of a thread or a post."""
        return self.member is not None and written.author_id == self.member.pk

    def owns(self, picture) -> bool:
        return self.member is not None and picture.owner_id == self.member.pk

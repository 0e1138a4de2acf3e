"""A forum in which people of the demo company talk."""

from collections.abc import Iterator

from django.db import transaction
from wagtail.models import Locale

from academy.forum import services
from academy.forum.access import Viewer
from academy.forum.models import Board, Post, Thread
from academy.forum.services.membership import suggested_name
from demo.company.academy.forum import BOARDS, THREADS
from demo.company.academy.schema import ThreadSeed
from people.audiences import people_in

from .academy import key_of
from .languages import spoken


@transaction.atomic
def build_forum(*, moderator) -> int:
    """Make the boards, and have people talk where nobody has yet; returns how many threads."""
    boards = _boards()
    if Thread.objects.exists():
        return 0
    clerk = Viewer(moderator)
    services.take_part(by=clerk, name=moderator.get_full_name())
    for language in spoken():
        members = _members()
        for seed in THREADS:
            _talk(seed, boards[language, seed.board], language, members, clerk)
    return Thread.objects.count()


def _boards() -> dict[tuple[str, str], Board]:
    found = {}
    for position, seed in enumerate(BOARDS, start=1):
        for language in spoken():
            found[language, seed.key], _created = Board.objects.get_or_create(
                translation_key=key_of("board", seed.key),
                locale=Locale.objects.get(language_code=language),
                defaults={
                    "title": seed.title[language],
                    "summary": seed.summary[language],
                    "audience": list(seed.audience),
                    "position": position * 10,
                },
            )
    return found


def _members() -> Iterator[Viewer]:
    """Consultants, one after another, each under their first name and initial."""
    people = list(people_in(["consultants"]).select_related("user").order_by("pk")[:8])
    while people:
        for person in people:
            viewer = Viewer(person.user)
            services.take_part(by=viewer, name=suggested_name(person))
            yield viewer


def _talk(seed: ThreadSeed, board: Board, language: str, members, clerk: Viewer) -> None:
    """One thread with its replies. Nobody follows it, so nobody is mailed about a demo."""
    asks = next(members, None)
    if asks is None:
        return
    thread = services.open_thread(
        by=asks, board=board, title=seed.title[language], text=seed.text[language], follow=False
    )
    _approve(thread.posts.get(), clerk)
    for number, words in enumerate(seed.replies):
        by = next(members)
        post = services.reply(by=by, thread=thread, text=words[language], follow=False)
        _approve(post, clerk)
        if number == seed.answer:
            services.mark_as_answer(by=asks, post=post)
    if seed.pinned:
        services.pin(by=clerk, thread=thread)


def _approve(post: Post, clerk: Viewer) -> None:
    if post.state == Post.State.WAITING:
        services.approve(by=clerk, post=post)

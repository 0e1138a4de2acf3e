"""Boards, members and what they write, as services make it; many posts at once by bulk."""

from itertools import count

from django.utils import timezone
from wagtail.models import Locale

from academy.forum import services
from academy.forum.access import Viewer
from academy.forum.models import Board, ForumPolicy, Member, Post, Thread
from markets.folding import fold
from people.roles import grant
from tests.replicated.factories import make_person

_numbers = count(1)


def board(title="Preguntas", language="es", **fields) -> Board:
    locale = Locale.objects.get_or_create(language_code=language)[0]
    return Board.objects.create(title=title, locale=locale, **fields)


def viewer(first_name="Ana", last_name="Díaz", *, name="", role="") -> Viewer:
    """Somebody who takes part. ``role``: of staff, by the name of its group."""
    person = make_person(first_name, last_name, registered=True)
    if role:
        grant(person.user, role)
    made = Viewer(person.user)
    services.take_part(by=made, name=name or f"{first_name} {next(_numbers)}")
    return made


def moderator(**fields) -> Viewer:
    return viewer(
        "Rosa", "Mora", **{"role": "Moderator", "name": f"Rosa {next(_numbers)}"} | fields
    )


def nothing_waits() -> None:
    ForumPolicy.objects.update_or_create(pk=1, defaults={"posts_before_trust": 0})


def thread(by: Viewer | None = None, where: Board | None = None, **fields) -> Thread:
    """A thread that everybody sees, whoever wrote it."""
    by = by or viewer()
    fields = {"title": "¿Cómo se usa el sérum?", "text": "Lo compré ayer."} | fields
    made = services.open_thread(by=by, board=where or board(), **fields)
    if made.state == Thread.State.WAITING:
        approver = moderator()
        services.approve(by=approver, post=made.posts.get())
        made.refresh_from_db()
    return made


def reply(by: Viewer, where: Thread, text="Por la noche.", **fields) -> Post:
    """A reply that everybody sees."""
    made = services.reply(by=by, thread=where, text=text, **fields)
    if made.state == Post.State.WAITING:
        services.approve(by=moderator(), post=made)
        made.refresh_from_db()
    return made


def many_posts(where: Thread, authors: list[Member], number: int) -> None:
    """So many more posts in a thread, and its counts."""
    now = timezone.now()
    Post.objects.bulk_create(
        (
            Post(
                thread=where,
                author=authors[at % len(authors)],
                text=f"Respuesta {at}",
                html=f"<p>Respuesta {at}</p>",
                folded=fold(f"Respuesta {at}"),
                created_at=now,
            )
            for at in range(number)
        ),
        batch_size=1000,
    )
    where.post_count += number
    where.save(update_fields=["post_count"])

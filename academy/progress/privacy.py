"""Personal data of learners: export and erasure, for ``people.privacy``."""

from background.locks import locked

from .models import Enrolment


def courses_of(person) -> list[dict]:
    """Everything that is kept of somebody's courses."""
    rows = person.enrolments.select_related("course").prefetch_related(
        "lessons", "confirmations", "mails"
    )
    return [
        {
            "course": row.course.title,
            "origin": row.origin,
            "due": row.due_on and row.due_on.isoformat(),
            "started": row.started_at and row.started_at.isoformat(),
            "finished": row.finished_at and row.finished_at.isoformat(),
            "percent": row.percent,
            "lessons": [
                {
                    "lesson": str(one.lesson),
                    "opened": one.opened_at.isoformat(),
                    "finished": one.finished_at and one.finished_at.isoformat(),
                    "parts": one.parts,
                    "note": one.note,
                }
                for one in row.lessons.all()
            ],
            "confirmed": [
                {"title": one.title, "words": one.words, "at": one.confirmed_at.isoformat()}
                for one in row.confirmations.all()
            ],
            "mails": [
                {"kind": one.kind, "sent": one.sent_at and one.sent_at.isoformat()}
                for one in row.mails.all()
            ],
        }
        for row in rows
    ]


def lock_courses(person) -> None:
    list(locked(Enrolment.objects.filter(person=person)))


def forget_courses(person) -> None:
    """Everything goes, lesson by lesson; that somebody finished a course stays as a number of the
    course's, under the pseudonym."""
    for row in Enrolment.objects.filter(person=person):
        row.lessons.all().delete()
        row.confirmations.all().delete()
        row.mails.all().delete()
    Enrolment.objects.filter(person=person, finished_at=None).delete()
    person.learning_paths.all().delete()


def paths_of(person) -> list[dict]:
    """The learning paths that somebody began."""
    return [
        {"path": row.title, "started": row.started_at.isoformat()}
        for row in person.learning_paths.all()
    ]

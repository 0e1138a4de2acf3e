"""What a learner's browser shows of a course: how far they are, lesson by lesson."""

from django.utils.translation import gettext

from academy.courses.contents import chapters_below
from academy.courses.models import CoursePage
from academy.courses.outline import Entry, entries_of

from .merging import watched_percent
from .models import Enrolment


def state_of(enrolment: Enrolment, page: CoursePage) -> dict:
    """As JSON: ``percent``, ``text``, ``finished``, ``resume`` (title and url of the lesson to go
    on with) and ``lessons`` by key. Four queries."""
    outline = enrolment.outline
    rows = {str(row.lesson): row for row in enrolment.lessons.all()}
    done = {key for key, row in rows.items() if row.finished_at}
    entries = list(entries_of(chapters_below(page)))
    entry = resume_at(enrolment, entries, done)
    closed = _closed(entries, done) if page.in_order else set()
    return {
        "enrolled": True,
        "enrolment": enrolment.pk,
        "percent": enrolment.percent,
        "text": progress_text(enrolment),
        "finished": enrolment.finished_at is not None,
        "resume": {"title": entry.title, "url": entry.url} if entry else None,
        "lessons": {
            one.key: {
                "done": one.key in done,
                "closed": one.key in closed,
                "parts": _parts(rows[one.key].parts) if one.key in rows else {},
                "note": rows[one.key].note if one.key in rows else "",
            }
            for one in entries
            if outline.lesson(one.key)
        },
    }


def progress_text(enrolment: Enrolment) -> str:
    if enrolment.finished_at:
        return gettext("You finished this course.")
    return gettext("%(percent)d %% done") % {"percent": enrolment.percent}


def resume_at(enrolment: Enrolment, entries: list[Entry], done: set[str]) -> Entry | None:
    """The lesson to go on with: the one that was open last, where it is not finished; else the
    first that is not; else the first."""
    there = {entry.key: entry for entry in entries}
    last = str(enrolment.last_lesson)
    if last in there and last not in done:
        return there[last]
    counted = {lesson.key for lesson in enrolment.outline.counted}
    open_ones = (one for one in entries if one.key in counted and one.key not in done)
    return next(open_ones, entries[0] if entries else None)


def _closed(entries: list[Entry], done: set[str]) -> set[str]:
    """Of a course in its order: the lessons after the first one that counts and is not done."""
    closed, is_closed = set(), False
    for entry in entries:
        if is_closed and entry.key not in done:
            closed.add(entry.key)
        if not entry.optional and entry.key not in done:
            is_closed = True
    return closed


def _parts(parts: dict) -> dict:
    return {
        name: {**known, "percent": watched_percent(known)} if "watched" in known else known
        for name, known in parts.items()
    }

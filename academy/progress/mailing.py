"""Mails to learners about courses that wait for them: written in the transaction that asks for
them, and sent after it."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone

from academy.courses.models import CoursePage
from background.outbox import queue
from background.retries import retrying_task
from markets.lookup import language_of
from markets.sellers import address_at
from people.mails import send_mail
from people.models import User
from people.services import person_of

from .models import CourseMail

# Rows written by one statement, and mails sent by one job.
BATCH, MAILS_AT_ONCE = 500, 100
TEMPLATES = {
    CourseMail.Kind.ASSIGNED: "assigned",
    CourseMail.Kind.INVITED: "invited",
    CourseMail.Kind.SOON: "due",
    CourseMail.Kind.DUE: "due",
    CourseMail.Kind.LEADER: "leader",
}


def batches(keys: Iterable[int]) -> Iterator[list[int]]:
    keys = sorted(keys)
    for start in range(0, len(keys), BATCH):
        yield keys[start : start + BATCH]


def write_mails(
    enrolments: Iterable[int],
    *,
    kind: str,
    day: date,
    by: User | None = None,
    now: datetime | None = None,
) -> int:
    """Have these learners be mailed, whoever was not yet by this kind for this day. In a
    transaction; returns how many that are."""
    now = now or timezone.now()
    number = 0
    for some in batches(list(enrolments)):
        known = CourseMail.objects.filter(enrolment__in=some, kind=kind, day=day)
        known = set(known.values_list("enrolment", flat=True))
        mails = [
            CourseMail(enrolment_id=key, kind=kind, day=day, by=by, created_at=now)
            for key in some
            if key not in known
        ]
        # Somebody else may write the same at this moment: theirs is sent, and not ours.
        CourseMail.objects.bulk_create(mails, ignore_conflicts=True)
        written = CourseMail.objects.filter(
            enrolment__in=[mail.enrolment_id for mail in mails], kind=kind, day=day, created_at=now
        )
        keys = list(written.order_by("pk").values_list("pk", flat=True))
        for start in range(0, len(keys), MAILS_AT_ONCE):
            queue(mail_learners, mail_ids=keys[start : start + MAILS_AT_ONCE])
        number += len(keys)
    return number


@retrying_task(max_attempts=8)
def mail_learners(mail_ids: list[int]) -> None:
    """Send the mails that are not sent yet; none to who has finished meanwhile."""
    rows = CourseMail.objects.filter(pk__in=mail_ids, sent_at=None)
    rows = rows.select_related("enrolment__person", "enrolment__course", "by__person")
    titles = _titles({row.enrolment.course.key for row in rows})
    for mail in rows:
        _send(mail, titles)
        CourseMail.objects.filter(pk=mail.pk).update(sent_at=timezone.now())


def _titles(keys: set) -> dict:
    """{(key of the course, language): its title}"""
    live = CoursePage.objects.live().filter(translation_key__in=keys)
    columns = live.values_list("translation_key", "locale__language_code", "title")
    return {(key, language): title for key, language, title in columns}


def _send(mail: CourseMail, titles: dict) -> None:
    enrolment, person = mail.enrolment, mail.enrolment.person
    if enrolment.finished_at or not person.email or person.erased_at:
        return
    edition = person.edition
    title = titles.get((enrolment.course.key, language_of(edition)), enrolment.course.title)
    send_mail(
        template=f"progress/mail/{TEMPLATES[mail.kind]}",
        to=person.email,
        edition=edition,
        context={
            "name": person.first_name,
            "title": title,
            "due_on": enrolment.due_on,
            "percent": enrolment.percent,
            "by": _leader(mail),
            "courses_url": address_at("", reverse("my_courses"), edition),
        },
    )


def _leader(mail: CourseMail) -> str:
    """Who reminds: their name, never their address."""
    person = person_of(mail.by) if mail.by and mail.kind == CourseMail.Kind.LEADER else None
    return person.name if person else ""

"""Certificates of the academy, and learners at every stage of its courses."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale

from academy.certificates.models import CertificateCopy, CertificateRule
from academy.courses.models import Course
from academy.progress.events import Event
from academy.progress.models import Enrolment
from academy.progress.services import enrol, finish_lesson, record_events
from demo.company.academy.certificates import CERTIFICATES, SIGNER
from people.audiences import people_in

from .academy import key_of
from .languages import spoken

# How many lessons somebody has finished: one after another, so that there are learners at every
# stage. None: not begun yet, but assigned.
STAGES = (0, 2, 5, None, 1, 3, 99, 4)
# The courses that a learner takes, and for whom they are.
TAKEN = (
    ("know-your-skin", ()),
    ("evening-ritual", ()),
    ("starting-out", ("consultants",)),
    ("selling-honestly", ("consultants",)),
)


@transaction.atomic
def build_certificates() -> None:
    for seed in CERTIFICATES:
        course = Course.objects.filter(key=key_of(seed.course)).first()
        if course is None or CertificateRule.objects.filter(course=course).exists():
            continue
        rule = CertificateRule.objects.create(course=course, valid_months=seed.months or None)
        for language in spoken():
            CertificateCopy.objects.create(
                rule=rule,
                locale=Locale.objects.get(language_code=language),
                translation_key=key_of("certificate", seed.course),
                title=seed.title[language],
                text=seed.text[language],
                signer=SIGNER[language],
            )


@transaction.atomic
def build_learners(*, by) -> int:
    """Have people of the demo be in courses, where nobody is yet; returns how many enrolments."""
    if Enrolment.objects.exists():
        return 0
    today, number = timezone.localdate(), 0
    for place, (key, audience) in enumerate(TAKEN):
        course = Course.objects.filter(key=key_of(key)).first()
        if course is None or not course.versions.exists():
            continue
        people = people_in(audience or ["registered"]).order_by("pk")[:12]
        for person, done in zip(people, _stages_from(place), strict=False):
            due = today + timedelta(days=14) if done is None else None
            origin = "assigned" if done is None else "own"
            enrolment = enrol(person=person, course=course, origin=origin, by=by, due_on=due)
            number += 1
            if done is not None:
                _learn(enrolment, done)
    return number


def _stages_from(place: int):
    while True:
        yield STAGES[place % len(STAGES)]
        place += 1


def _learn(enrolment: Enrolment, most: int) -> None:
    """Go through so many lessons as a learner does. One with something to pass is only opened."""
    for lesson in enrolment.outline.lessons[: most + 1]:
        record_events(enrolment, [Event(kind="opened", lesson=lesson.key)])
    for lesson in enrolment.outline.lessons[:most]:
        if not lesson.required:
            finish_lesson(enrolment, UUID(lesson.key))

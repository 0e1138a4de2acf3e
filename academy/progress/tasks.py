"""Reminders of courses that are due, by the clock."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from academy.courses.models import Course
from background.retries import retrying_task
from background.schedule import daily

from .access import live_page_of, people_for
from .mailing import write_mails
from .models import CourseMail, Enrolment

SOON = timedelta(days=3)
# So long after the day a reminder still goes out, where the timetable stood still meanwhile.
LATE_REMINDERS = timedelta(days=2)


@daily(at="08:30")
@retrying_task(max_attempts=1)
def remind_of_due_courses() -> None:
    """Once three days before a course is due, and once on the day; neither who has finished, nor
    whoever the course is no longer for, nor who was told of it just now."""
    today = timezone.localdate()
    waiting = Enrolment.objects.open().filter(due_on__range=(today - LATE_REMINDERS, today + SOON))
    for course in Course.objects.filter(pk__in=waiting.values("course")):
        page = live_page_of(course)
        if page is None:
            continue
        rows = waiting.filter(course=course, person__in=people_for(page))
        rows = rows.exclude(mails__created_at__gt=timezone.now() - timedelta(hours=20))
        by_day: dict = {}
        for key, day in rows.order_by().values_list("pk", "due_on").distinct():
            by_day.setdefault(day, []).append(key)
        for day, keys in by_day.items():
            kind = CourseMail.Kind.SOON if day > today else CourseMail.Kind.DUE
            with transaction.atomic():
                write_mails(keys, kind=kind, day=day)

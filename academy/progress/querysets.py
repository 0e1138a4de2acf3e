from datetime import date

from django.db import models


class EnrolmentQuerySet(models.QuerySet):
    def of(self, person, key):
        """The enrolment of a person in the course with this key."""
        return self.filter(person=person, course__key=key)

    def finished(self):
        return self.filter(finished_at__isnull=False)

    def open(self):
        return self.filter(finished_at=None)

    def overdue(self, today: date):
        """Open ones that should have been finished before ``today``."""
        return self.open().filter(due_on__lt=today)

"""Files of reports name learners: none outlives the person in it. They are easily made again."""

from .models import ReportExport


def forget_exports(person) -> None:
    if person.enrolments.exists():
        ReportExport.objects.all().delete()

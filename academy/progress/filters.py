"""How lists of learners are narrowed."""

import django_filters
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet

from academy.courses.models import Course
from markets.fields import market_choices

from .models import Enrolment

WAITING, BEGUN, FINISHED, LATE = "waiting", "begun", "finished", "late"
STATES = (
    (WAITING, pgettext_lazy("how far a learner is", "Not begun")),
    (BEGUN, pgettext_lazy("how far a learner is", "Begun")),
    (FINISHED, pgettext_lazy("how far a learner is", "Finished")),
    (LATE, pgettext_lazy("how far a learner is", "Late")),
)


def in_state(state: str, today=None) -> Q:
    """The condition of a state. Who is late has begun or not."""
    today = today or timezone.localdate()
    return {
        WAITING: Q(started_at=None, finished_at=None),
        BEGUN: Q(started_at__isnull=False, finished_at=None),
        FINISHED: Q(finished_at__isnull=False),
        LATE: Q(finished_at=None, due_on__lt=today),
    }[state]


def state_of(row: Enrolment, today=None) -> str:
    if row.finished_at:
        return FINISHED
    if row.due_on and row.due_on < (today or timezone.localdate()):
        return LATE
    return BEGUN if row.started_at else WAITING


def state_name(row: Enrolment):
    return dict(STATES)[state_of(row)]


class EnrolmentFilterSet(WagtailFilterSet):
    course = django_filters.ModelChoiceFilter(label=_("Course"), queryset=Course.objects.all())
    state = django_filters.ChoiceFilter(label=_("State"), choices=STATES, method="by_state")
    due_on = django_filters.DateFromToRangeFilter(label=_("Due"), widget=DateRangePickerWidget)
    market = django_filters.ChoiceFilter(
        label=_("Market"), choices=market_choices, method="by_market"
    )

    class Meta:
        model = Enrolment
        fields = []

    def by_state(self, queryset, name, value):
        return queryset.filter(in_state(value))

    def by_market(self, queryset, name, value):
        return queryset.filter(person__edition__endswith=f"-{value}")

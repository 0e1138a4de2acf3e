"""How a report is narrowed."""

from datetime import date, datetime, time, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from academy.courses.models import Course
from academy.progress.filters import STATES, in_state
from academy.progress.models import Enrolment
from academy.progress.selection import people_of_group
from markets.fields import market_choices
from people.models import CustomerGroup, Person
from replicated.consultants.models import Consultant
from replicated.network.downline import downline_of
from replicated.network.models import Zone

from .figures import BY_COURSE, WAYS


class ReportForm(forms.Form):
    """All fields are free; ``by``: what the second table is by."""

    course = forms.ModelChoiceField(
        label=_("Course"), queryset=Course.objects.all(), required=False, empty_label=_("All")
    )
    state = forms.ChoiceField(label=_("State"), choices=[("", _("All")), *STATES], required=False)
    market = forms.ChoiceField(label=_("Market"), required=False)
    zone = forms.ModelChoiceField(
        label=_("Zone"), queryset=Zone.objects.all(), required=False, empty_label=_("All")
    )
    leader = forms.CharField(
        label=_("Team of"),
        max_length=254,
        required=False,
        help_text=_("Code, site name or email of a leader."),
    )
    group = forms.ModelChoiceField(
        label=_("Customer group"),
        queryset=CustomerGroup.objects.order_by("name"),
        required=False,
        empty_label=_("All"),
    )
    first = forms.DateField(label=_("Enrolled from"), required=False, widget=AdminDateInput)
    last = forms.DateField(label=_("to"), required=False, widget=AdminDateInput)
    by = forms.ChoiceField(label=_("By"), choices=WAYS, required=False, initial=BY_COURSE)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["market"].choices = [("", _("All")), *market_choices()]

    def clean_leader(self):
        text = self.cleaned_data["leader"].replace("\0", "")
        found = Consultant.objects.known_as(text) if text else None
        if text and found is None:
            raise ValidationError(_("No consultant has this code, site name or email."))
        return found

    def clean(self):
        for name in ("first", "last"):
            day = self.cleaned_data.get(name)
            if day and not 2000 <= day.year < 2200:
                self.add_error(name, _("Enter a day of these years."))
        first, last = self.cleaned_data.get("first"), self.cleaned_data.get("last")
        if first and last and last < first:
            self.add_error("last", _("The end must come after the start."))
        return self.cleaned_data

    @property
    def by_way(self) -> str:
        return self.cleaned_data.get("by") or BY_COURSE

    @property
    def narrows_people(self) -> bool:
        """Whether more is asked for than one course."""
        return any(
            self.cleaned_data.get(name) for name in self.fields if name not in ("course", "by")
        )

    def rows(self) -> QuerySet[Enrolment]:
        """Of a valid form: the learners whom the report is of."""
        data = self.cleaned_data
        rows = Enrolment.objects.order_by()
        if data["course"]:
            rows = rows.filter(course=data["course"])
        if data["state"]:
            rows = rows.filter(in_state(data["state"]))
        if data["market"]:
            rows = rows.filter(person__in=Person.objects.in_market(data["market"]).values("pk"))
        if data["group"]:
            rows = rows.filter(person__in=people_of_group(data["group"]).values("pk"))
        for sellers in self._sellers():
            rows = rows.filter(person__in=sellers.order_by().values("person"))
        if data["first"]:
            rows = rows.filter(created_at__gte=_start(data["first"]))
        if data["last"]:
            rows = rows.filter(created_at__lt=_start(data["last"], days=1))
        return rows

    def _sellers(self):
        data = self.cleaned_data
        if data["zone"]:
            yield Consultant.objects.filter(position__zone=data["zone"])
        if data["leader"]:
            yield Consultant.objects.filter(pk__in=downline_of(data["leader"]).values("pk"))


def _start(day: date, days: int = 0) -> datetime:
    return timezone.make_aware(datetime.combine(day + timedelta(days=days), time.min))

"""The back office's form to assign a course."""

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from academy.courses.models import Course
from people.models import CustomerGroup, Person
from replicated.consultants.models import Consultant
from replicated.network.models import Zone

from .models import Enrolment
from .selection import MOST_LINES, people_below, people_of_group, people_of_zone, people_typed

WHOM = ("typed", "group", "zone", "leader")


class AssignForm(forms.Form):
    """A course, and to whom. ``people`` are everybody whom one of the four fields names."""

    course = forms.ModelChoiceField(label=_("Course"), queryset=Course.objects.none())
    origin = forms.ChoiceField(
        label=_("What for"),
        choices=[
            (Enrolment.Origin.ASSIGNED, _("Assign it: they are to take it")),
            (Enrolment.Origin.INVITED, _("Invite: they may take it")),
        ],
        initial=Enrolment.Origin.ASSIGNED,
        widget=forms.RadioSelect,
    )
    due_on = forms.DateField(
        label=_("Due"),
        required=False,
        widget=AdminDateInput,
        help_text=_("They are reminded three days before and on the day. Empty: no date."),
    )
    typed = forms.CharField(
        label=_("People"),
        required=False,
        strip=False,
        widget=forms.Textarea({"rows": 6}),
        help_text=_("Email addresses or codes of consultants, one a line."),
    )
    group = forms.ModelChoiceField(
        label=_("Customer group"),
        queryset=CustomerGroup.objects.order_by("name"),
        required=False,
        help_text=_("Who is in it now."),
    )
    zone = forms.ModelChoiceField(
        label=_("Zone"),
        queryset=Zone.objects.all(),
        required=False,
        help_text=_("Its consultants who sell now."),
    )
    leader = forms.CharField(
        label=_("Team of"),
        required=False,
        max_length=254,
        help_text=_("Code, site name or email of a leader: the whole team below."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["course"].queryset = Course.objects.filter(versions__isnull=False).distinct()

    def clean_due_on(self):
        day = self.cleaned_data["due_on"]
        if day and day < timezone.localdate():
            raise ValidationError(_("This day is over."))
        return day

    def clean_typed(self):
        text = self.cleaned_data["typed"]
        if len(text.splitlines()) > MOST_LINES:
            raise ValidationError(
                gettext("At most %(number)d lines at once.") % {"number": MOST_LINES}
            )
        return text

    def clean_leader(self):
        text = self.cleaned_data["leader"].replace("\0", "")
        found = Consultant.objects.known_as(text) if text else None
        if text and found is None:
            raise ValidationError(_("No consultant has this code, site name or email."))
        return found

    def clean(self):
        named = [name for name in WHOM if self.data.get(name, "").strip()]
        if not named:
            raise ValidationError(_("Say to whom: people, a group, a zone or a team."))
        return self.cleaned_data

    @cached_property
    def lines(self):
        """Of a valid form: what the typed lines name."""
        return people_typed(self.cleaned_data["typed"])

    def people(self) -> QuerySet[Person]:
        """Of a valid form."""
        data = self.cleaned_data
        found = Q(pk__in=list(self.lines.people.values()))
        if data["group"]:
            found |= Q(pk__in=people_of_group(data["group"]).values("pk"))
        if data["zone"]:
            found |= Q(pk__in=people_of_zone(data["zone"]).values("pk"))
        if data["leader"]:
            found |= Q(pk__in=people_below(data["leader"]).values("pk"))
        return Person.objects.kept().filter(found)

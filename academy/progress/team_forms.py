"""A leader's form to assign a course to their team."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class TeamAssignForm(forms.Form):
    """The day. Whom, says the page's address."""

    due_on = forms.DateField(
        label=_("Finished by"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date", "class": "input"}, format="%Y-%m-%d"),
        help_text=_("Leave it empty for no date. A date that the company set stays."),
    )

    def clean_due_on(self):
        day = self.cleaned_data["due_on"]
        if day and day < timezone.localdate():
            raise ValidationError(_("This day is over."))
        return day

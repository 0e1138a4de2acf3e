from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from markets.text import as_seen
from replicated.consultants.models import Consultant


class ReassignForm(forms.Form):
    """To whom, by code, site name or address; and why."""

    consultant = forms.CharField(
        label=_("Consultant"),
        required=False,
        max_length=254,
        help_text=_("Code, site name or email. Leave it empty for the company itself."),
    )
    why = forms.CharField(
        label=_("Why"),
        max_length=400,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": _("Say why: it stays in the ledger.")},
    )

    def clean_consultant(self):
        text = as_seen(self.cleaned_data["consultant"]).lower()
        if not text:
            return None
        active = Consultant.objects.active()
        found = (
            active.filter(code__iexact=text).first()
            or active.filter(alias=text.lstrip("@")).first()
            or active.filter(person__email=text).first()
        )
        if found is None:
            raise ValidationError(_("No active consultant has this code, site name or email."))
        return found

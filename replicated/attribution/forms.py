from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from replicated.consultants.models import Consultant


class ReassignForm(forms.Form):
    """The new seller (by code, alias or email), and the reason."""

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
        text = self.cleaned_data["consultant"]
        found = Consultant.objects.active().known_as(text)
        if found is None and text:
            raise ValidationError(_("No active consultant has this code, site name or email."))
        return found

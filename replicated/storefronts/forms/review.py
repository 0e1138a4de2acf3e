from django import forms
from django.utils.translation import gettext_lazy as _


class RefusalForm(forms.Form):
    """The reason for rejecting a site."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=1000,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("The consultant reads this."),
        error_messages={"required": _("Say why, so that they know what to change.")},
    )

from django import forms
from django.utils.translation import gettext_lazy as _

from replicated.consultants import aliases


class AddressForm(forms.Form):
    """A new alias for the site. The service checks whether it is free."""

    alias = forms.CharField(
        label=_("Site name"),
        max_length=200,
        help_text=_("Letters, digits and hyphens: lili-gomez."),
        widget=forms.TextInput(
            {"autocapitalize": "none", "autocomplete": "off", "spellcheck": "false"}
        ),
        error_messages={"required": _("Enter the name you'd like.")},
    )

    def clean_alias(self):
        return aliases.clean(self.cleaned_data["alias"].strip().removeprefix("@"))

from django import forms
from django.utils.translation import gettext_lazy as _

from markets.text import as_seen


class FindOrderForm(forms.Form):
    """Which order, and the address it was placed with."""

    number = forms.CharField(
        label=_("Order number"),
        max_length=20,
        help_text=_("It stands in the mail, for example R7K2-M9QD."),
        widget=forms.TextInput(
            attrs={"class": "input", "autocomplete": "off", "autocapitalize": "characters"}
        ),
    )
    email = forms.EmailField(
        label=_("Email"),
        max_length=254,
        widget=forms.EmailInput(attrs={"class": "input", "autocomplete": "email"}),
    )

    def clean_number(self):
        return as_seen(self.cleaned_data["number"]).upper()


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Code"),
        max_length=20,
        widget=forms.TextInput(
            attrs={"class": "input", "autocomplete": "one-time-code", "inputmode": "numeric"}
        ),
    )

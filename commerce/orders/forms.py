from django import forms
from django.utils.translation import gettext_lazy as _

from markets.text import as_seen


def typed_number(text: str) -> str:
    """Normalize an order number as typed: "# r7k2 m9qd" → "R7K2-M9QD". Text that cannot be an
    order number is returned in capitals."""
    seen = as_seen(text).upper()
    whole = "".join(char for char in seen if char.isalnum())
    return f"{whole[:4]}-{whole[4:]}" if len(whole) == 8 else seen


class FindOrderForm(forms.Form):
    """Find an order by its number and email address."""

    number = forms.CharField(
        label=_("Order number"),
        max_length=20,
        help_text=_("You'll find it in your order email, for example R7K2-M9QD."),
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
        return typed_number(self.cleaned_data["number"])


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Code"),
        max_length=20,
        widget=forms.TextInput(
            attrs={"class": "input", "autocomplete": "one-time-code", "inputmode": "numeric"}
        ),
    )

import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from markets.registry import Market
from people.fields import AddressField, NameField, PhoneField
from people.forms import CodeForm

LONGEST_NUMBER = 18  # digits that a database can look for

__all__ = ["CodeForm", "WriteForm", "consent_words", "product_number"]


def consent_words(name: str) -> str:
    """The consent that the writer gives, stored with the message."""
    return gettext("I agree that %(name)s and the company may use these details to answer me.") % {
        "name": name
    }


def product_number(text: str) -> int | None:
    """Parse a product's id from a query string or form; None if invalid."""
    return int(text) if text.isdecimal() and len(text) < LONGEST_NUMBER else None


class WriteForm(forms.Form):
    """A message to a consultant. ``website`` is a honeypot: hidden from people, filled in by
    bots."""

    name = NameField(label=_("Name"), widget=forms.TextInput({"autocomplete": "name"}))
    email = AddressField()
    phone = PhoneField(help_text=_("If you'd rather get a call or a WhatsApp message."))
    message = forms.CharField(
        label=_("Message"), max_length=5000, widget=forms.Textarea({"rows": 6})
    )
    product = forms.CharField(required=False, widget=forms.HiddenInput)
    consent = forms.BooleanField(
        label="", error_messages={"required": _("We need your agreement to answer you.")}
    )
    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput({"autocomplete": "off", "tabindex": "-1"}),
    )

    def __init__(
        self, data=None, *, market: Market, seller_name: str, phone_required: bool, **kwargs
    ):
        super().__init__(data, **kwargs)
        phone = self.fields["phone"]
        phone.required = phone_required
        if phone_required:
            phone.help_text = ""
        self.fields["phone"].region = market.country
        self.fields["consent"].label = consent_words(seller_name)

    def clean_name(self):
        name = self.cleaned_data["name"]
        if not any(char.isalpha() for char in name):
            raise ValidationError(_("Enter your name."))
        return name

    def clean_message(self):
        message = "".join(
            char
            for char in self.cleaned_data["message"].replace("\r\n", "\n")
            if char in "\n\t" or unicodedata.category(char) not in {"Cc", "Cs"}
        ).strip()
        if not any(unicodedata.category(char)[0] not in "CZ" for char in message):
            raise ValidationError(_("Enter your message."))
        return message

    def clean_product(self):
        return product_number(self.cleaned_data["product"])

    @property
    def is_trapped(self) -> bool:
        return bool(self.cleaned_data.get("website"))

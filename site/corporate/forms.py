import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

CONTROL = {"Cc", "Cf", "Cs", "Co"}


def one_line(value: str) -> str:
    """Text without line breaks and invisible characters, spaces run together."""
    cleaned = "".join(" " if unicodedata.category(char) in CONTROL else char for char in value)
    return " ".join(cleaned.split())


class ContactForm(forms.Form):
    """A message to the company. ``website`` is a trap: people do not see it, robots fill it in."""

    name = forms.CharField(
        label=_("Name"), max_length=120, widget=forms.TextInput({"autocomplete": "name"})
    )
    email = forms.EmailField(
        label=_("Email"), max_length=254, widget=forms.EmailInput({"autocomplete": "email"})
    )
    phone = forms.CharField(
        label=_("Phone"),
        max_length=32,
        required=False,
        widget=forms.TextInput({"type": "tel", "autocomplete": "tel"}),
    )
    subject = forms.CharField(label=_("Subject"), max_length=120)
    message = forms.CharField(
        label=_("Message"), max_length=5000, widget=forms.Textarea({"rows": 6})
    )
    consent = forms.BooleanField(
        label=_("I agree that you may use these details to answer me."),
        error_messages={"required": _("We need your agreement to answer you.")},
    )
    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput({"autocomplete": "off", "tabindex": "-1"}),
    )

    def __init__(self, data=None, *, page, phone_required: bool = False, **kwargs):
        super().__init__(data, **kwargs)
        self.fields["phone"].required = phone_required
        if choices := page.subject_choices:
            self.fields["subject"] = forms.ChoiceField(
                label=_("Subject"),
                choices=[("", _("Choose one")), *((choice, choice) for choice in choices)],
            )

    def clean_name(self):
        name = one_line(self.cleaned_data["name"])
        if not any(char.isalpha() for char in name):
            raise ValidationError(_("Enter your name."))
        return name

    def clean_subject(self):
        subject = one_line(self.cleaned_data["subject"])
        if not subject:
            raise ValidationError(_("Enter a subject."))
        return subject

    def clean_phone(self):
        phone = one_line(self.cleaned_data["phone"])
        digits = sum(char.isdigit() for char in phone)
        if phone and (digits < 6 or not set(phone) <= set("0123456789+-(). /ext")):
            if self.fields["phone"].required:
                raise ValidationError(_("Enter a phone number."))
            raise ValidationError(_("Enter a phone number, or leave it blank."))
        return phone

    def clean_message(self):
        message = "".join(
            char
            for char in self.cleaned_data["message"]
            if char in "\n\t" or unicodedata.category(char) not in {"Cc", "Cs"}
        ).strip()
        if not message:
            raise ValidationError(_("Enter your message."))
        return message

    @property
    def is_trapped(self) -> bool:
        return bool(self.cleaned_data.get("website"))

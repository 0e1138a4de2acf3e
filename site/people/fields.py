"""Fields of forms about people: names, addresses, passwords, phones."""

import re
import unicodedata

from django import forms
from django.contrib.auth.password_validation import password_validators_help_texts
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from phonenumber_field.formfields import PhoneNumberField

# Marks that turn the direction of what follows: in a name they only mislead.
BIDI_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class NameField(forms.CharField):
    """A person's name in any script, on one line."""

    def __init__(self, **kwargs):
        super().__init__(**{"max_length": 120, **kwargs})

    def to_python(self, value):
        value = super().to_python(value)
        if not value:
            return value
        kept = BIDI_MARKS.sub("", " ".join(value.split()))
        # Nothing that would be seen is no name.
        return kept if any(unicodedata.category(char)[0] in "LNPS" for char in kept) else ""

    def validate(self, value):
        super().validate(value)
        if any(unicodedata.category(character) == "Cc" for character in value):
            raise ValidationError(_("A name cannot hold control characters."), code="control")


class AddressField(forms.EmailField):
    def __init__(self, **kwargs):
        attrs = {"autocomplete": "email", "inputmode": "email", "autocapitalize": "none"}
        super().__init__(
            **{
                "label": _("Email"),
                "max_length": 254,
                "widget": forms.EmailInput(attrs=attrs),
                "error_messages": {
                    "required": _("Enter your email."),
                    "invalid": _("Enter an email like name@example.com."),
                },
                **kwargs,
            }
        )

    def clean(self, value):
        return super().clean(value).lower()


class _PasswordField(forms.CharField):
    def __init__(self, *, autocomplete: str, required_message, **kwargs):
        super().__init__(
            **{
                "label": _("Password"),
                "strip": False,
                "max_length": 256,
                "widget": forms.PasswordInput(attrs={"autocomplete": autocomplete}),
                "error_messages": {"required": required_message},
                **kwargs,
            }
        )


class NewPasswordField(_PasswordField):
    def __init__(self, **kwargs):
        required = _("Choose a password.")
        super().__init__(autocomplete="new-password", required_message=required, **kwargs)

    @property
    def rules(self):
        return password_validators_help_texts()


class CurrentPasswordField(_PasswordField):
    def __init__(self, **kwargs):
        required = _("Enter your password.")
        super().__init__(autocomplete="current-password", required_message=required, **kwargs)


class PhoneField(PhoneNumberField):
    """A phone number as people of the region write it; cleaned to ``+573001234567``, or ""."""

    def __init__(self, **kwargs):
        attrs = {"autocomplete": "tel", "inputmode": "tel", "type": "tel"}
        super().__init__(
            **{
                "label": _("Phone"),
                "required": False,
                "widget": forms.TextInput(attrs=attrs),
                "error_messages": {
                    "invalid": _("Enter a phone number with its area or country code.")
                },
                **kwargs,
            }
        )

    def clean(self, value):
        number = super().clean(value)
        return number.as_e164 if number else ""

import re
import unicodedata

from allauth.account.forms import ChangePasswordForm as AllauthChangePasswordForm
from allauth.account.forms import LoginForm as AllauthLoginForm
from allauth.account.forms import ReauthenticateForm as AllauthReauthenticateForm
from allauth.account.forms import SetPasswordForm as AllauthSetPasswordForm
from django import forms
from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import (
    password_validators_help_texts,
    validate_password,
)
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from phonenumber_field.formfields import PhoneNumberField

from markets.lookup import all_editions, language_of, market_of
from markets.names import country_name, language_name

from . import lockout
from .models import User
from .provenance import CodeField

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


class NewPasswordField(forms.CharField):
    def __init__(self, **kwargs):
        super().__init__(
            **{
                "label": _("Password"),
                "strip": False,
                "max_length": 256,
                "widget": forms.PasswordInput(attrs={"autocomplete": "new-password"}),
                "error_messages": {"required": _("Choose a password.")},
                **kwargs,
            }
        )

    @property
    def rules(self):
        return password_validators_help_texts()


class CurrentPasswordField(forms.CharField):
    def __init__(self, **kwargs):
        super().__init__(
            **{
                "label": _("Password"),
                "strip": False,
                "max_length": 256,
                "widget": forms.PasswordInput(attrs={"autocomplete": "current-password"}),
                "error_messages": {"required": _("Enter your password.")},
                **kwargs,
            }
        )


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


class LoginForm(AllauthLoginForm):
    """The address and the password. The two are wrong together: never say which."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"] = AddressField()
        self.fields["password"] = CurrentPasswordField()

    def clean(self):
        address = self.cleaned_data.get("login")
        if address and lockout.is_spread(self.request, address):
            raise ValidationError(
                _("Passwords are off here until tomorrow. Sign in with an emailed code."),
                code="spread",
            )
        return super().clean()


class ReauthenticateForm(AllauthReauthenticateForm):
    """The password once more, before something that matters."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password"] = CurrentPasswordField()


class ChangePasswordForm(AllauthChangePasswordForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields = {
            "oldpassword": CurrentPasswordField(label=_("Current password")),
            "password1": NewPasswordField(label=_("New password")),
        }

    def clean_password1(self):
        password = self.cleaned_data["password1"]
        validate_password(password, self.user)
        return password


class SetPasswordForm(AllauthSetPasswordForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields = {"password1": NewPasswordField()}

    def clean_password1(self):
        password = self.cleaned_data["password1"]
        validate_password(password, self.user)
        return password


class EmailForm(forms.Form):
    """Where to send a code."""

    email = AddressField()


class SignUpForm(forms.Form):
    """The short form (RG-02): the basics only. Says nothing about the address."""

    first_name = NameField(
        label=_("First name"),
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
        error_messages={"required": _("Enter your first name.")},
    )
    last_name = NameField(
        label=_("Last name"),
        widget=forms.TextInput(attrs={"autocomplete": "family-name"}),
        error_messages={"required": _("Enter your last name.")},
    )
    email = AddressField()
    phone = PhoneField()
    password = NewPasswordField()
    code = CodeField()
    terms = forms.BooleanField(
        label=_("I accept the terms and the privacy policy"),
        error_messages={"required": _("Accept the terms to create your account.")},
    )

    def __init__(self, *args, market, asks_for_code: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["phone"].region = market.country
        if not asks_for_code:
            del self.fields["code"]

    def clean(self):
        data = super().clean()
        if "password" in data:
            somebody = User(
                email=data.get("email", ""),
                first_name=data.get("first_name", ""),
                last_name=data.get("last_name", ""),
            )
            try:
                validate_password(data["password"], somebody)
            except ValidationError as error:
                self.add_error("password", error)
        return data

    def password_hash(self) -> str:
        return make_password(self.cleaned_data["password"])


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "maxlength": 12}
        ),
        error_messages={"required": _("Enter the six digits from the email.")},
    )


class NewPasswordForm(forms.Form):
    password = NewPasswordField(label=_("New password"))

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_password(self):
        password = self.cleaned_data["password"]
        validate_password(password, self.user)
        return password


class ProfileForm(forms.Form):
    first_name = NameField(
        label=_("First name"),
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
        error_messages={"required": _("Enter your first name.")},
    )
    last_name = NameField(
        label=_("Last name"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "family-name"}),
    )
    phone = PhoneField()
    edition = forms.ChoiceField(
        label=_("Language and country"),
        help_text=_("For your emails, and where the shop opens for you."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["edition"].choices = edition_choices()
        chosen = self.data.get("edition") or self.initial.get("edition")
        if chosen in all_editions():
            self.fields["phone"].region = market_of(chosen).country


class EraseForm(forms.Form):
    """Twice on purpose: what it does cannot be undone."""

    email = AddressField(label=_("Enter your email to confirm"))
    sure = forms.BooleanField(
        label=_("I understand that this can't be undone"),
        error_messages={"required": _("Check the box to continue.")},
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_email(self):
        if self.cleaned_data["email"] != self.user.email:
            raise ValidationError(_("That's not the email of this account."), code="other")
        return self.cleaned_data["email"]


def edition_choices() -> list[tuple[str, str]]:
    """Every language of every market, with its words."""
    return [(edition, edition_label(edition)) for edition in all_editions()]


def edition_label(edition: str) -> str:
    """An edition in its own words: ``English (United States)``, whoever reads it. A market that
    was closed keeps its code.
    """
    if edition not in all_editions():
        return edition
    language = language_of(edition)
    return f"{language_name(language)} ({country_name(market_of(edition), language)})"

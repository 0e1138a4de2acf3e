from allauth.account.forms import ChangePasswordForm as AllauthChangePasswordForm
from allauth.account.forms import LoginForm as AllauthLoginForm
from allauth.account.forms import ReauthenticateForm as AllauthReauthenticateForm
from allauth.account.forms import SetPasswordForm as AllauthSetPasswordForm
from django import forms
from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from markets.lookup import all_editions, market_of
from markets.names import edition_choices

from . import lockout
from .fields import AddressField, CurrentPasswordField, NameField, NewPasswordField, PhoneField
from .models import User
from .provenance import CodeField


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

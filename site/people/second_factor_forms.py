"""allauth's forms for the second factor, in our words."""

from allauth.mfa.base.forms import AuthenticateForm as AllauthAuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as AllauthReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm as AllauthActivateForm
from django import forms
from django.utils.translation import gettext_lazy as _


class _CodeMixin:
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"] = forms.CharField(
            label=_("Code"),
            max_length=40,
            widget=forms.TextInput(attrs={"autocomplete": "one-time-code"}),
            error_messages={"required": _("Enter the code.")},
        )


class AuthenticateForm(_CodeMixin, AllauthAuthenticateForm):
    pass


class ReauthenticateForm(_CodeMixin, AllauthReauthenticateForm):
    pass


class ActivateForm(_CodeMixin, AllauthActivateForm):
    pass

"""allauth, as this project uses it: passwords, login stages and the second factor."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from markets.storefront_urls import same_place

from .sealing import box

SECRETS = "people.second_factor"


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _("Incorrect email or password."),
        "enter_current_password": _("Enter your current password."),
        "incorrect_password": _("Incorrect password."),
        "incorrect_code": _("Incorrect code."),
        "too_many_login_attempts": _("Too many attempts. Wait five minutes and try again."),
        "rate_limited": _("Too many attempts. Wait five minutes and try again."),
        "account_inactive": _("This account is closed."),
    }

    def pre_authenticate(self, request, **credentials):
        """Counting wrong passwords is django-axes' job (``people.lockout``), not allauth's."""

    def send_mail(self, template_prefix, email, context):
        """Every mail about an account is one of ours (``people.mails``); allauth sends none."""

    def get_client_ip(self, request):
        """The visitor's address as our own proxies say it (``TRUSTED_PROXY_COUNT``).

        A request that came past some of them (a probe, a proxy too few) is counted under the
        address that is known, instead of being an error.
        """
        try:
            return super().get_client_ip(request)
        except ImproperlyConfigured:
            return request.META.get("REMOTE_ADDR") or ""

    def is_safe_url(self, url):
        """Whether ``?next=`` may be followed; False for what is no address at all."""
        try:
            return super().is_safe_url(url)
        except ValueError:
            return False

    def post_login(self, request, user, *, redirect_url, **kwargs):
        """On to where they were going, in the country and language that they are in by now: a
        ``?next=`` and what a session remembers were written before somebody changed them.
        """
        onward = same_place(redirect_url) if redirect_url else redirect_url
        return super().post_login(request, user, redirect_url=onward, **kwargs)

    def get_password_change_redirect_url(self, request):
        return reverse("account")


class SecondFactorAdapter(DefaultMFAAdapter):
    """Keeps the secrets of second factors encrypted with a key derived from ``SECRET_KEY``.

    Changing that key without ``SECRET_KEY_FALLBACKS`` makes everybody set theirs up again.
    """

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("Incorrect code."),
        "unverified_email": _("Verify your email before you turn on two-step verification."),
    }

    def get_totp_issuer(self) -> str:
        return settings.WAGTAIL_SITE_NAME

    def encrypt(self, text: str) -> str:
        return box(SECRETS).encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return box(SECRETS).decrypt(encrypted_text.encode()).decode()

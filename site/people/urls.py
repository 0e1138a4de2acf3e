"""``/<edition>/account/…``: allauth's views where they fit, ours where mail is the way in.

allauth's own URL file is not included: only what has a page of ours is reachable.
"""

from allauth.account import views as allauth_views
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from django.urls import path, re_path
from django.views.generic import RedirectView

from .private import private
from .views import account, back_office, entrance, new_password

urlpatterns = [
    path("", account.dashboard, name="account"),
    path("profile/", account.profile, name="account_profile"),
    path("security/", account.security, name="account_security"),
    path("privacy/", account.privacy, name="account_privacy"),
    path("privacy/export/", account.export, name="account_export"),
    path("privacy/erase/", account.erase, name="account_erase"),
    # Ways in and out
    path("login/", private(allauth_views.login), name="account_login"),
    path("login/code/", entrance.CodeRequestView.as_view(), name="account_request_login_code"),
    path("signup/", entrance.SignUpView.as_view(), name="account_signup"),
    path("code/", entrance.CodeView.as_view(), name="account_code"),
    path("confirm/", entrance.confirm_address, name="account_confirm_address"),
    path("logout/", account.logout_view, name="account_logout"),
    path("inactive/", private(allauth_views.account_inactive), name="account_inactive"),
    path(
        "reauthenticate/",
        private(allauth_views.reauthenticate),
        name="account_reauthenticate",
    ),
    path("invitation/<str:token>/", new_password.accept_invitation, name="account_invitation"),
    # Passwords
    path("password/change/", account.change_password, name="account_change_password"),
    path("password/set/", account.set_password, name="account_set_password"),
    path("password/reset/", entrance.PasswordResetView.as_view(), name="account_reset_password"),
    path(
        "password/reset/choose/",
        new_password.NewPasswordView.as_view(),
        name="account_reset_password_choose",
    ),
]

# The names are allauth's own: its flows find each other by them.
urlpatterns += [
    path(f"second-factor/{route}", private(view), name=name)
    for route, view, name in (
        ("", mfa.index, "mfa_index"),
        ("authenticate/", mfa.authenticate, "mfa_authenticate"),
        ("reauthenticate/", mfa.reauthenticate, "mfa_reauthenticate"),
        ("app/on/", totp.activate_totp, "mfa_activate_totp"),
        ("app/off/", totp.deactivate_totp, "mfa_deactivate_totp"),
        ("recovery/", recovery.view_recovery_codes, "mfa_view_recovery_codes"),
        ("recovery/new/", recovery.generate_recovery_codes, "mfa_generate_recovery_codes"),
        ("recovery/file/", recovery.download_recovery_codes, "mfa_download_recovery_codes"),
    )
]

# Before Wagtail's own URLs: its login and its password reset would be ways around ours.
back_office_urlpatterns = [
    path("login/", back_office.login),
    path("password_reset/", RedirectView.as_view(pattern_name="account_reset_password")),
    re_path(r"^password_reset/.+$", RedirectView.as_view(pattern_name="account_reset_password")),
]

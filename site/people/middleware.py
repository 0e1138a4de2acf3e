from allauth.account.authentication import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from markets.lookup import preferred_edition
from markets.storefront_urls import in_edition

ADMIN = "/admin/"
# The ways in and out themselves.
OPEN = ("/admin/login/", "/admin/logout/")


class SecondFactorMiddleware:
    """Under ``/admin/`` a session has passed a second factor, where the settings ask for it.

    Whoever has none is led to setting one up; whoever has one, but not in this session, is
    asked for it.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        path = request.path_info
        if (
            settings.VITRINA_ADMIN_REQUIRES_SECOND_FACTOR
            and path.startswith(ADMIN)
            and path not in OPEN
            and request.user.is_authenticated
            and not self.passed(request)
        ):
            return self.lead(request)
        return self.get_response(request)

    def passed(self, request) -> bool:
        if not is_mfa_enabled(request.user):
            return False
        records = get_authentication_records(request, request.user)
        return any(record["method"] == "mfa" for record in records)

    def lead(self, request):
        edition = preferred_edition(request)
        if is_mfa_enabled(request.user):
            query = urlencode({"next": request.get_full_path()})
            url = f"{in_edition(reverse('mfa_reauthenticate'), edition)}?{query}"
        else:
            messages.warning(
                request, _("The back office requires two-step verification. Set it up.")
            )
            url = in_edition(reverse("mfa_activate_totp"), edition)
        response = HttpResponseRedirect(url)
        response["Cache-Control"] = "private, no-store"
        return response

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.urls import NoReverseMatch, reverse


class StorefrontCSPMiddleware(CSPMiddleware):
    """The relaxed policy (``BACK_OFFICE_SECURITY_POLICY``) under ``/admin/`` only.

    A preview is a page of the shop and keeps the shop's policy, wherever it is looked at.
    """

    def get_policy_parts(self, request, response, report_only=False) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if not report_only and parts.config is None and _is_back_office(request):
            parts.config = settings.BACK_OFFICE_SECURITY_POLICY
        return parts


def _is_back_office(request) -> bool:
    try:
        return request.path_info.startswith(reverse("wagtailadmin_home"))
    except NoReverseMatch:
        return False

from django.urls import include, path, re_path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from .views import ReassignView


@hooks.register("register_admin_urls")
def credit_urls():
    address = r"^(?P<kind>order|person)/(?P<pk>\d+)/$"
    urls = [re_path(address, ReassignView.as_view(), name="reassign")]
    return [path("credits/", include((urls, "credits")))]


@hooks.register("register_log_actions")
def attribution_actions(actions):
    """Register the actions that ``attribution.services`` writes to the audit log."""
    actions.register_action(
        "attribution.reassign", _("Reassign a credit"), _("Gave to another consultant")
    )

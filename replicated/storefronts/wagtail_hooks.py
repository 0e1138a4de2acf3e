from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from .viewsets import consultant_chooser, site_profiles


@hooks.register("register_admin_viewset")
def site_profiles_viewset():
    return site_profiles


@hooks.register("register_admin_viewset")
def consultant_chooser_viewset():
    return consultant_chooser


@hooks.register("register_log_actions")
def storefront_actions(actions):
    """Register the actions that ``storefronts.services`` writes to the audit log."""
    actions.register_action("storefronts.submit", _("Submit a site"), _("Submitted the site"))
    actions.register_action("storefronts.publish", _("Publish a site"), _("Published the site"))
    actions.register_action("storefronts.refuse", _("Refuse a site"), _("Refused the site"))

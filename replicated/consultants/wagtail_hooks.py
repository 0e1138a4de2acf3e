from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from .viewsets import ConsultantViewSet


@hooks.register("register_admin_viewset")
def consultants_viewset():
    return ConsultantViewSet()


@hooks.register("register_log_actions")
def consultant_actions(actions):
    """Register the actions that ``consultants.services`` writes to the audit log."""
    actions.register_action("consultants.create", _("Create a consultant"), _("Added"))
    actions.register_action("consultants.rename", _("Rename a site"), _("Renamed the site"))
    actions.register_action("consultants.change", _("Change a consultant"), _("Changed"))

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from .viewsets import PositionViewSet, ZoneViewSet


@hooks.register("register_admin_viewset")
def network_viewsets():
    return [PositionViewSet(), ZoneViewSet()]


@hooks.register("register_log_actions")
def network_actions(actions):
    """Register the actions that ``network.services`` writes to the audit log."""
    actions.register_action("network.place", _("Place in the network"), _("Placed in the network"))

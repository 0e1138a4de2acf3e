from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from .customer_groups.viewsets import CustomerGroupViewSet, MembershipViewSet
from .staff import bulk
from .viewsets import PersonViewSet

# After Wagtail's own, whose names they have: the last one of a name counts.
for action in (bulk.AssignRole, bulk.Delete, bulk.SetActiveState):
    hooks.register("register_bulk_action", action, order=1)


@hooks.register("register_admin_viewset")
def people_viewset():
    return PersonViewSet()


@hooks.register("register_admin_viewset")
def customer_group_viewsets():
    return [CustomerGroupViewSet(), MembershipViewSet()]


@hooks.register("register_log_actions")
def people_actions(actions):
    """What ``people.services`` writes to the audit log."""
    actions.register_action("people.create", _("Create a person"), _("Added"))
    actions.register_action("people.link", _("Link an account"), _("Linked to an account"))
    actions.register_action("people.change", _("Change a person"), _("Changed"))
    actions.register_action(
        "people.join_group", _("Join a customer group"), _("In a customer group")
    )
    actions.register_action(
        "people.leave_group", _("Leave a customer group"), _("Out of a customer group")
    )
    actions.register_action("people.export", _("Export a person"), _("Exported the data kept"))
    actions.register_action("people.erase", _("Erase a person"), _("Erased"))

"""The role of the consultant desk, which opens and closes sites and corrects credits, and what the
order desk may see of it. Apps above add their own permissions."""

from django.utils.translation import gettext_lazy as _

from people.roles import ADMIN, Role, register_rights, register_role


def register() -> None:
    register_role(Role(group="Consultant desk", label=_("Consultant desk"), order=40))
    register_rights(
        "Consultant desk",
        ADMIN,
        "consultants.*",
        "order.view_*",
        "people.view_person",
        "people.add_person",
        "people.change_person",
        "people.view_customergroup",
        "people.*_groupmembership",
    )
    register_rights("Order desk", "consultants.view_consultant")

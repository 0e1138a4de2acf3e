from django.utils.translation import gettext_lazy as _
from wagtail import hooks


@hooks.register("register_log_actions")
def attribution_actions(actions):
    """What ``attribution.services`` writes to the audit log."""
    actions.register_action(
        "attribution.reassign", _("Reassign a credit"), _("Gave to another consultant")
    )

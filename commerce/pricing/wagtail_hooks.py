from django.utils.translation import gettext_lazy as _
from wagtail import hooks


@hooks.register("register_log_actions")
def register_price_log(actions):
    actions.register_action("vitrina.price", _("Set price"), _("Price changed"))

from wagtail import hooks

from .choosers import product_chooser
from .viewsets import contact_messages


@hooks.register("register_admin_viewset")
def contact_messages_viewset():
    return contact_messages


@hooks.register("register_admin_viewset")
def product_chooser_viewset():
    return product_chooser

from wagtail import hooks

from .viewsets import contact_messages


@hooks.register("register_admin_viewset")
def contact_messages_viewset():
    return contact_messages

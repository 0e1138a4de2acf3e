from wagtail import hooks

from .viewsets import consultant_messages


@hooks.register("register_admin_viewset")
def consultant_messages_viewset():
    return consultant_messages

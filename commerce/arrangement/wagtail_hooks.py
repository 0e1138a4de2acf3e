from wagtail import hooks

from .viewsets import MerchandisingGroup


@hooks.register("register_admin_viewset")
def merchandising_viewsets():
    return MerchandisingGroup()

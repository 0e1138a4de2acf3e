from wagtail import hooks

from .viewsets import OffersGroup


@hooks.register("register_admin_viewset")
def register_offers():
    return OffersGroup()

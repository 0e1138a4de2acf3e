from wagtail import hooks

from .viewsets import CouponViewSet, OfferViewSet


@hooks.register("register_admin_viewset")
def offers_viewsets():
    return [OfferViewSet(), CouponViewSet()]

from django.urls import path
from django.utils.translation import gettext_lazy as _

from . import views

urlpatterns = [
    path(_("new-products/"), views.new_products, name="new-products"),
    path(_("best-sellers/"), views.best_sellers, name="best-sellers"),
    path(_("offers/"), views.offers, name="offers"),
    path(_("on-the-rise/"), views.rising, name="rising"),
]

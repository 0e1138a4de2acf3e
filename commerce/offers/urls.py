from django.urls import path
from django.utils.translation import gettext_lazy as _

from .views import shop

urlpatterns = [path(_("offers/"), shop.offers, name="offers")]

"""The menu "Catalogue"."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.model import ModelViewSetGroup

from .products import ProductViewSet
from .words import CategoryCopyViewSet, ProductCopyViewSet


class CatalogueGroup(ModelViewSetGroup):
    menu_label = _("Catalogue")
    menu_name = "catalogue"
    menu_icon = "tag"
    menu_order = 200
    items = (ProductViewSet, ProductCopyViewSet, CategoryCopyViewSet)

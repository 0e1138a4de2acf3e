"""The menu "Catalog"."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.model import ModelViewSetGroup

from .categories import CategoryViewSet
from .products import ProductViewSet
from .schema import AttributeViewSet, OptionGroupViewSet, OptionViewSet, ProductClassViewSet
from .stock import StockViewSet
from .terms import (
    CheckoutPolicyViewSet,
    DeliveryMethodViewSet,
    PaymentMethodViewSet,
    PriceListViewSet,
    TaxRateViewSet,
    WarehouseViewSet,
)
from .words import CategoryCopyViewSet, ProductCopyViewSet


class CatalogueGroup(ModelViewSetGroup):
    menu_label = _("Catalog")
    menu_name = "catalogue"
    menu_icon = "tag"
    menu_order = 200
    items = (
        ProductViewSet,
        CategoryViewSet,
        StockViewSet,
        PriceListViewSet,
        ProductCopyViewSet,
        CategoryCopyViewSet,
        ProductClassViewSet,
        AttributeViewSet,
        OptionGroupViewSet,
        OptionViewSet,
        WarehouseViewSet,
        DeliveryMethodViewSet,
        PaymentMethodViewSet,
        CheckoutPolicyViewSet,
        TaxRateViewSet,
    )

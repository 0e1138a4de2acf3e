"""View sets of the merchandiser's lists and forms."""

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

# In the order of the menu.
VIEWSETS = (
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

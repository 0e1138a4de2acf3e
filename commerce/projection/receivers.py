"""Request a refresh of listings when something that they are built from changes. No query."""

from django.db.models.signals import m2m_changed, post_delete, post_save
from django.dispatch import receiver
from oscar.core.loading import get_model
from wagtail.images import get_image_model

from background.outbox import gather
from commerce.copy.models import CategoryCopy, OptionCopy, ProductCopy
from commerce.copy.receivers import is_draft_only
from commerce.inventory.models import Warehouse, WarehouseMarket
from commerce.inventory.signals import stock_changed
from commerce.listings.models import FEW_LEFT
from commerce.listings.requests import request_refresh
from commerce.listings.signals import refresh_requested
from commerce.media.models import OptionSwatch, ProductPhoto
from commerce.pricing.models import OptionContent, Price, PriceList

from .tasks import refresh

Product = get_model("catalogue", "Product")
Category = get_model("catalogue", "Category")
ProductCategory = get_model("catalogue", "ProductCategory")
ProductAttributeValue = get_model("catalogue", "ProductAttributeValue")
AttributeOption = get_model("catalogue", "AttributeOption")
StockRecord = get_model("partner", "StockRecord")

# {model: (keyword of the request, attribute with the id)}
SOURCES = {
    Product: ("products", "pk"),
    ProductCopy: ("products", "product_id"),
    ProductCategory: ("products", "product_id"),
    ProductAttributeValue: ("products", "product_id"),
    ProductPhoto: ("products", "product_id"),
    Price: ("products", "product_id"),
    StockRecord: ("products", "product_id"),
    PriceList: ("price_lists", "pk"),
    Category: ("categories", "pk"),
    CategoryCopy: ("categories", "category_id"),
    AttributeOption: ("options", "pk"),
    OptionCopy: ("options", "option_id"),
    OptionSwatch: ("options", "option_id"),
    OptionContent: ("options", "option_id"),
    get_image_model(): ("images", "pk"),
}


@receiver(refresh_requested)
def queue_refresh(sender, everything, changed, **kwargs):
    """Queue one refresh job for all requests of a transaction, within the transaction."""
    gather(refresh, everything=everything, **changed)


def refresh_after_source(sender, instance, raw=False, update_fields=None, **kwargs):
    if raw or is_draft_only(update_fields):
        return
    name, attribute = SOURCES[sender]
    if sender is Product:
        # A deleted variant cannot be looked up any more, so its parent is named here.
        changed = instance.parent_id or instance.pk
    else:
        changed = getattr(instance, attribute)
    request_refresh(**{name: [changed]})


for model in SOURCES:
    post_save.connect(
        refresh_after_source, sender=model, dispatch_uid=f"projection-save-{model.__name__}"
    )
    post_delete.connect(
        refresh_after_source, sender=model, dispatch_uid=f"projection-delete-{model.__name__}"
    )


@receiver(stock_changed)
def refresh_after_stock(sender, levels, **kwargs):
    """Listings only change if the stock level does (few left, sold out): most orders change
    none."""
    shown = [level.product_id for level in levels if min(level.before, level.after) <= FEW_LEFT]
    if shown:
        request_refresh(products=shown)


@receiver(m2m_changed, sender=Product.categories.through)
def refresh_after_categories(sender, instance, action, pk_set, reverse=False, **kwargs):
    if not action.startswith("post_"):
        return
    if reverse:
        request_refresh(products=pk_set or (), categories=[instance.pk])
    else:
        request_refresh(products=[instance.pk])


@receiver([post_save, post_delete], sender=Warehouse)
@receiver([post_save, post_delete], sender=WarehouseMarket)
def refresh_after_warehouses(sender, raw=False, **kwargs):
    """A change of which warehouse ships to which market affects the stock of every product."""
    if not raw:
        request_refresh(everything=True)

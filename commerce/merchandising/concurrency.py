"""Optimistic locking of the product editor: detect changes by others before overwriting them."""

import hashlib
import json

from django.db.models import Q
from oscar.core.loading import get_model
from wagtail.log_actions import registry

from commerce.labels.models import Newness
from commerce.media.models import ProductPhoto
from commerce.pricing.models import Price

Product = get_model("catalogue", "Product")
ProductCategory = get_model("catalogue", "ProductCategory")
AttributeValue = get_model("catalogue", "ProductAttributeValue")


def fingerprint(product) -> str:
    """A hash of everything that the editor shows of a product.

    Without stock, which orders change all the time: each stock cell is checked by itself.
    """
    own = Q(product=product.pk)
    family = own | Q(product__parent=product.pk)
    state = [
        Product.objects.filter(Q(pk=product.pk) | Q(parent=product.pk))
        .order_by("pk")
        .values_list(
            "pk", "upc", "is_public", "priority", "date_created", "product_class", "structure"
        ),
        ProductCategory.objects.filter(own).order_by("pk").values_list("category"),
        ProductPhoto.objects.filter(own)
        .order_by("sort_order", "pk")
        .values_list("pk", "image", "option"),
        product.copies.order_by("pk").values_list("pk", "slug", "live", "latest_revision"),
        Price.objects.filter(family)
        .order_by("pk")
        .values_list("product", "price_list", "amount", "compare_at"),
        product.complements.order_by("sort_order", "pk").values_list("other"),
        product.related_products.order_by("sort_order", "pk").values_list("other"),
        product.labels.order_by("pk").values_list("pk"),
        Newness.objects.filter(own).values_list("until"),
        AttributeValue.objects.filter(family)
        .order_by("pk")
        .values_list(
            "product",
            "attribute",
            "value_text",
            "value_integer",
            "value_boolean",
            "value_float",
            "value_richtext",
            "value_date",
            "value_option",
            "value_multi_option",
        ),
    ]
    text = json.dumps([list(rows) for rows in state], default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:24]


def last_change(product):
    """The latest log entry of the product (who, when), or None."""
    return (
        registry.get_logs_for_instance(product)
        .select_related("user")
        .order_by("-timestamp", "-pk")
        .first()
    )

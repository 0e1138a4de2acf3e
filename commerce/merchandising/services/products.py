"""Create, change, duplicate and delete products."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from oscar.core.loading import get_model
from wagtail.log_actions import log

from commerce.copy.models import ProductCopy
from commerce.media.models import ProductPhoto
from commerce.pricing.models import Price

from .variants import was_ordered
from .words import save_draft

Product = get_model("catalogue", "Product")
ProductCategory = get_model("catalogue", "ProductCategory")

WORDS = [
    "title",
    "summary",
    "description",
    "how_to_use",
    "ingredients",
    "tags",
    "material",
    "seo_title",
    "seo_description",
]


@transaction.atomic
def create_product(*, product_class, category, sku: str, title: str, locale, by):
    """Create a product that is not public, with a draft of its texts in one language."""
    product = Product.objects.create(
        product_class=product_class, upc=sku, title=title, is_public=False
    )
    set_categories(product=product, categories=[category])
    save_draft(words=ProductCopy(product=product, locale=locale, title=title), by=by)
    log(instance=product, action="wagtail.create", user=by)
    return product


@transaction.atomic
def set_categories(*, product, categories: Sequence) -> None:
    """Set the categories of a product; the first one is its main category."""
    wanted = list(dict.fromkeys(category.pk for category in categories))
    links = ProductCategory.objects.filter(product=product).order_by("pk")
    if list(links.values_list("category_id", flat=True)) == wanted:
        return
    # The table has no order column: the oldest row is the main category.
    links.delete()
    for pk in wanted:
        ProductCategory.objects.create(product=product, category_id=pk)


@transaction.atomic
def change_identity(
    *,
    product,
    sku: str,
    product_class,
    categories: Sequence,
    is_public: bool,
    is_featured: bool,
    launched_on: date | None,
    details: Mapping,
    by,
) -> None:
    """Change a product's identity. ``details`` maps attributes to values; None removes a value.

    ``launched_on`` is a day in the current time zone; None keeps the launch date.
    """
    old_sku = product.upc
    product.upc = sku
    product.product_class = product_class
    product.is_public = is_public
    if is_featured != (product.priority > 0):
        product.priority = 1 if is_featured else 0
    product.save()
    if old_sku and old_sku != sku:
        product.stockrecords.filter(partner_sku=old_sku).update(partner_sku=sku)
    if launched_on and launched_on != timezone.localdate(product.date_created):
        launched = timezone.make_aware(datetime.combine(launched_on, time()))
        Product.objects.filter(pk=product.pk).update(date_created=launched)
        product.date_created = launched
    for attribute, value in details.items():
        attribute.save_value(product, value)
    set_categories(product=product, categories=categories)


@transaction.atomic
def duplicate_product(*, product, by):
    """Copy a product: texts (as drafts), pictures, variants and prices, without stock. The copy is
    not public."""
    copy = _copy_of(product, product_class=product.product_class)
    for link in ProductCategory.objects.filter(product=product).order_by("pk"):
        ProductCategory.objects.create(product=copy, category_id=link.category_id)
    for photo in ProductPhoto.objects.filter(product=product):
        ProductPhoto.objects.create(
            product=copy,
            image_id=photo.image_id,
            option_id=photo.option_id,
            sort_order=photo.sort_order,
        )
    for words in product.copies.select_related("locale").order_by("pk"):
        latest = words.get_latest_revision_as_object()
        title = _("%s (copy)") % latest.title
        draft = ProductCopy(product=copy, locale=words.locale)
        for name in WORDS:
            setattr(draft, name, getattr(latest, name))
        draft.title = title[: ProductCopy._meta.get_field("title").max_length]
        save_draft(words=draft, by=by)
    for variant in product.children.order_by("pk"):
        _copy_of(variant, parent=copy)
    log(instance=copy, action="wagtail.copy", user=by, data={"source": product.upc})
    return copy


def _copy_of(product, **changes):
    copy = Product.objects.create(
        structure=product.structure,
        title=product.title,
        slug=product.slug,
        upc=_free_sku(product.upc),
        # Variants keep whether they are active; the copied product itself is not public.
        is_public=product.is_public if product.is_child else False,
        is_discountable=product.is_discountable,
        **changes,
    )
    for value in product.attribute_values.select_related("attribute"):
        value.attribute.save_value(copy, value.value)
    for price in product.prices.all():
        Price.objects.create(
            product=copy,
            price_list_id=price.price_list_id,
            amount=price.amount,
            compare_at=price.compare_at,
        )
    return copy


def _free_sku(sku: str | None) -> str | None:
    if not sku:
        return None
    taken = set(Product.objects.filter(upc__startswith=sku[:55]).values_list("upc", flat=True))
    number = 2
    while f"{sku[:55]}-{number}" in taken:
        number += 1
    return f"{sku[:55]}-{number}"


@transaction.atomic
def remove_product(*, product, by) -> bool:
    """Delete a product with its texts, or hide it if it was ever ordered, as orders refer to it.

    Returns whether it was deleted.
    """
    if was_ordered(product):
        product.is_public = False
        product.save(update_fields=["is_public", "date_updated"])
        log(instance=product, action="wagtail.edit", user=by, data={"is_public": False})
        return False
    log(instance=product, action="wagtail.delete", user=by, deleted=True)
    product.delete()
    return True

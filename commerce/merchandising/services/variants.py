"""Save the variant grid: variants with their options, prices and stock."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from oscar.core.loading import get_model

from background.locks import locked
from commerce.inventory.services import adjust_stock
from commerce.pricing.models import PriceList
from commerce.pricing.services import set_price

Product = get_model("catalogue", "Product")
AttributeOption = get_model("catalogue", "AttributeOption")
StockRecord = get_model("partner", "StockRecord")
OrderLine = get_model("order", "Line")


@dataclass(frozen=True, kw_only=True)
class GridRow:
    """A row of the grid. Amounts are in the currency of their price list.

    ``product`` is None for a new variant. ``prices`` holds ``(amount, compare-at)`` for the price
    lists in the grid, ``stock`` only the counts that were changed.
    """

    product: object | None
    sku: str = ""
    is_active: bool = True
    options: Mapping = field(default_factory=dict)
    prices: Mapping[PriceList, tuple[Decimal | None, Decimal | None]] = field(default_factory=dict)
    stock: Mapping[object, int] = field(default_factory=dict)


def was_ordered(product) -> bool:
    """Whether the product or a variant of it is on any order."""
    return OrderLine.objects.filter(product=product).exists() or (
        OrderLine.objects.filter(product__parent=product).exists()
    )


def stock_record(*, product, partner) -> StockRecord:
    """The product's stock record in a warehouse; an empty one is created if there is none."""
    record, _made = StockRecord.objects.get_or_create(
        product=product,
        partner=partner,
        defaults={"partner_sku": product.upc or f"product-{product.pk}", "num_in_stock": 0},
    )
    return record


@transaction.atomic
def save_grid(
    *, product, own: GridRow, variants: Iterable[GridRow], removed: Iterable, reason: str, by
) -> None:
    """Save the whole grid: the product's own row, its variants, and removed variants.

    The first variants turn a product into a parent, and its stock moves to the first of them, as a
    parent has none. An option that only the product's row has applies to all variants: shoppers
    filter by it, but do not choose by it. A removed variant that was ordered is made inactive
    instead of deleted. Raises ValidationError for impossible prices; then nothing is written.
    """
    # Lock all rows at once, ordered by primary key as orders and listings do, to avoid deadlocks.
    list(locked(Product.objects.filter(Q(pk=product.pk) | Q(parent=product))))
    stock = StockRecord.objects.filter(Q(product=product) | Q(product__parent=product))
    list(locked(stock))
    variants = list(variants)
    for variant in removed:
        remove_variant(variant=variant)
    if variants and product.structure == Product.STANDALONE:
        product.structure = Product.PARENT
        product.save(update_fields=["structure", "date_updated"])
    # SKUs may be swapped between variants: clear them first, as they are unique.
    moving = [row.product.pk for row in variants if row.product and row.product.upc != row.sku]
    Product.objects.filter(pk__in=moving).update(upc=None)
    rows = []
    for row in variants:
        rows.append((_save_variant(product, row), row))
    if not variants and not product.children.exists():
        product.structure = Product.STANDALONE
        product.save(update_fields=["structure", "date_updated"])
    if product.structure == Product.PARENT:
        first = rows[0][0] if rows else product.children.order_by("pk").first()
        _hand_down_stock(product, first)
        _save_options(product, _shared(own.options, variants))
        _save_cells(product, own.prices, {}, reason, by)
    else:
        _save_options(product, own.options)
        _save_cells(product, own.prices, own.stock, reason, by)
    for variant, row in rows:
        _save_options(variant, row.options)
        _save_cells(variant, row.prices, row.stock, reason, by)


@transaction.atomic
def remove_variant(*, variant) -> bool:
    """Delete a variant, or make it inactive if it was ordered. Returns whether it was deleted."""
    if OrderLine.objects.filter(product=variant).exists():
        variant.is_public = False
        variant.save(update_fields=["is_public", "date_updated"])
        return False
    variant.delete()
    return True


def _save_variant(parent, row: GridRow):
    variant = row.product
    if variant is None:
        variant = Product(structure=Product.CHILD, parent=parent)
    old_sku = variant.upc
    variant.upc = row.sku
    variant.is_public = row.is_active
    variant.slug = variant.slug or parent.slug
    variant.save()
    if old_sku and old_sku != row.sku:
        variant.stockrecords.filter(partner_sku=old_sku).update(partner_sku=row.sku)
    return variant


def _hand_down_stock(product, variant) -> None:
    kept = set(variant.stockrecords.values_list("partner_id", flat=True))
    for record in product.stockrecords.exclude(partner_id__in=kept):
        record.product = variant
        record.partner_sku = variant.upc or record.partner_sku
        record.save(update_fields=["product", "partner_sku", "date_updated"])


def _shared(own: Mapping, variants: list[GridRow]) -> dict:
    """The options of the product's row that apply to all variants: those that no variant has."""
    said = {attribute for row in variants for attribute, option in row.options.items() if option}
    return {attribute: None if attribute in said else option for attribute, option in own.items()}


def _save_options(product, options: Mapping) -> None:
    for attribute, option in options.items():
        attribute.save_value(product, option)
    if options:
        product.attr.invalidate()


def _save_cells(product, prices: Mapping, stock: Mapping, reason: str, by) -> None:
    for price_list, (amount, compare_at) in prices.items():
        set_price(
            product=product, price_list=price_list, amount=amount, compare_at=compare_at, by=by
        )
    for partner, quantity in stock.items():
        adjust_stock(
            stockrecord=stock_record(product=product, partner=partner),
            quantity=quantity,
            reason=reason or _("Changed in the product editor"),
            by=by,
        )

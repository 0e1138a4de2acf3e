"""Which of a cart's products are in which ranges: one query for any number of either.

The rules are those of Oscar's ``Range.product_queryset``, with one difference: excluding a product
from a range excludes its variants as well, also if the range is "everything".
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from django.db.models import CharField, Value
from django.db.models.functions import Cast
from django.utils import timezone
from oscar.core.loading import get_model

from commerce.listings.models import Listing

from .models import RangeLabel

ProductCategory = get_model("catalogue", "ProductCategory")
Range = get_model("offer", "Range")
RangeProduct = get_model("offer", "RangeProduct")

# Marks a row about a product, not about a range: one of its categories.
IN_CATEGORY = "in category"


def members(ranges: Iterable, products: Iterable, *, market: str) -> dict[int, set[int]]:
    """The products in each range: ``{range id: primary keys}``.

    Ranges by label hold the products that show the label in this market: one more query, only if
    there is such a range.
    """
    ranges = {row.pk: row for row in ranges if row is not None}
    products = list(products)
    if not ranges or not products:
        return {pk: set() for pk in ranges}
    written, paths = _written(ranges, products)
    labels = {}
    if any(facts.get("label") for facts in written.values()):
        labels = _labels(products, market)
    found: dict[int, set[int]] = {}
    for pk, row in ranges.items():
        facts = written.get(pk, {})
        found[pk] = {
            product.pk
            for product in products
            if _contains(
                row,
                facts,
                product,
                paths.get(product.parent_id or product.pk, ()),
                labels.get(product.parent_id or product.pk, set()),
            )
        }
    return found


def _contains(
    row, facts: dict[str, set[str]], product, paths: Iterable[str], labels: set[str]
) -> bool:
    keys = {str(key) for key in (product.pk, product.parent_id) if key}

    def under(kind: str) -> bool:
        return any(path.startswith(top) for top in facts.get(kind, ()) for path in paths)

    if keys & facts.get("except", set()):
        return False
    if row.includes_all_products:
        return not under("except category")
    own_class = product.product_class_id or (product.parent and product.parent.product_class_id)
    return bool(
        keys & facts.get("product", set())
        or str(own_class) in facts.get("class", set())
        or under("category")
        or labels & facts.get("label", set())
    )


def _written(ranges, products) -> tuple[dict[int, dict[str, set[str]]], dict[int, set[str]]]:
    """The entries of each range that concern these products, and the products' categories. One
    query of seven parts (UNION)."""
    ids = {key for product in products for key in (product.pk, product.parent_id) if key}
    owners = {product.parent_id or product.pk for product in products}

    def part(rows, kind: str, column: str, about: str = "range_id"):
        return (
            rows.order_by()
            .annotate(kind=Value(kind), ref=Cast(column, CharField()))
            .values_list(about, "kind", "ref")
        )

    def of(rows):
        return rows.filter(range_id__in=list(ranges))

    rows = part(of(RangeProduct.objects.filter(product_id__in=ids)), "product", "product_id").union(
        part(
            of(Range.excluded_products.through.objects.filter(product_id__in=ids)),
            "except",
            "product_id",
        ),
        part(of(Range.classes.through.objects), "class", "productclass_id"),
        part(of(Range.included_categories.through.objects), "category", "category__path"),
        part(of(RangeLabel.objects), "label", "label"),
        part(of(Range.excluded_categories.through.objects), "except category", "category__path"),
        part(
            ProductCategory.objects.filter(product_id__in=owners),
            IN_CATEGORY,
            "category__path",
            about="product_id",
        ),
        all=True,
    )
    found: dict[int, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    paths: dict[int, set[str]] = defaultdict(set)
    for about, kind, ref in rows:
        if kind == IN_CATEGORY:
            paths[about].add(ref)
        else:
            found[about][kind].add(ref)
    return found, paths


def _labels(products, market: str) -> dict[int, set[str]]:
    """The codes of the labels that are valid now, from the listings."""
    now = timezone.now()
    owners = {product.parent_id or product.pk for product in products}
    found: dict[int, set[str]] = defaultdict(set)
    rows = Listing.objects.filter(market=market, product_id__in=owners).order_by()
    for product_id, labels in rows.values_list("product_id", "labels"):
        for label in labels:
            until = label.get("until")
            if label.get("code") and not (until and datetime.fromisoformat(until) <= now):
                found[product_id].add(label["code"])
    return found

"""Which of a cart's products lie in which ranges: two queries for any number of either.

The rules are those of Oscar's ``Range.product_queryset``, with one difference: who takes a
product out of a range takes its variants out as well, also where the range is "everything".
"""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import CharField, Value
from django.db.models.functions import Cast
from oscar.core.loading import get_model

ProductCategory = get_model("catalogue", "ProductCategory")
Range = get_model("offer", "Range")
RangeProduct = get_model("offer", "RangeProduct")


def members(ranges: Iterable, products: Iterable) -> dict[int, set[int]]:
    """``{range id: primary keys of those of the products that lie in it}``."""
    ranges = {row.pk: row for row in ranges if row is not None}
    products = list(products)
    if not ranges or not products:
        return {pk: set() for pk in ranges}
    written = _written(ranges, products)
    paths = _category_paths(products)
    found: dict[int, set[int]] = {}
    for pk, row in ranges.items():
        facts = written.get(pk, {})
        found[pk] = {
            product.pk
            for product in products
            if _contains(row, facts, product, paths.get(product.parent_id or product.pk, ()))
        }
    return found


def _contains(row, facts: dict[str, set[str]], product, paths: Iterable[str]) -> bool:
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
    )


def _written(ranges, products) -> dict[int, dict[str, set[str]]]:
    """What each range says, as far as these products care: one query of five parts."""
    ids = {key for product in products for key in (product.pk, product.parent_id) if key}

    def part(rows, kind: str, column: str):
        return (
            rows.filter(range_id__in=list(ranges))
            .order_by()
            .annotate(kind=Value(kind), ref=Cast(column, CharField()))
            .values_list("range_id", "kind", "ref")
        )

    rows = part(RangeProduct.objects.filter(product_id__in=ids), "product", "product_id").union(
        part(
            Range.excluded_products.through.objects.filter(product_id__in=ids),
            "except",
            "product_id",
        ),
        part(Range.classes.through.objects, "class", "productclass_id"),
        part(Range.included_categories.through.objects, "category", "category__path"),
        part(Range.excluded_categories.through.objects, "except category", "category__path"),
        all=True,
    )
    found: dict[int, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for range_id, kind, ref in rows:
        found[range_id][kind].add(ref)
    return found


def _category_paths(products) -> dict[int, list[str]]:
    owners = {product.parent_id or product.pk for product in products}
    paths: dict[int, list[str]] = defaultdict(list)
    rows = ProductCategory.objects.filter(product_id__in=owners).order_by()
    for product_id, path in rows.values_list("product_id", "category__path"):
        paths[product_id].append(path)
    return paths

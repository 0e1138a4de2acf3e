"""Related products of a product, as ids for its listings."""

from dataclasses import dataclass, field

from .models import BoughtTogether, Complement, RelatedProduct

# More than a page shows, as some are not sold in a market or are sold out.
MOST = 12


@dataclass
class Recommendations:
    """Related products by product id, whether a market sells them or not: pages check that."""

    # Chosen by merchandisers, then bought together.
    complements: dict[int, list[int]] = field(default_factory=dict)
    # Chosen by merchandisers.
    related: dict[int, list[int]] = field(default_factory=dict)

    @classmethod
    def read(cls, product_ids) -> "Recommendations":
        """Read the related products of these products. Three queries."""
        found = cls()
        for model, into in ((Complement, found.complements), (RelatedProduct, found.related)):
            rows = model.objects.filter(product__in=product_ids).order_by("sort_order", "pk")
            for product_id, other in rows.values_list("product_id", "other_id"):
                into.setdefault(product_id, []).append(other)
        counted = BoughtTogether.objects.filter(product__in=product_ids)
        for product_id, other in counted.order_by("-orders", "other_id").values_list(
            "product_id", "other_id"
        ):
            chosen = found.complements.setdefault(product_id, [])
            if other not in chosen and other not in found.related.get(product_id, ()):
                chosen.append(other)
        return found

    def of(self, product_id: int) -> tuple[list[int], list[int]]:
        """(complements, related) as product ids, in order."""
        return (
            self.complements.get(product_id, [])[:MOST],
            self.related.get(product_id, [])[:MOST],
        )

"""Bulk reads of everything that listings are built from: about thirty queries for 500 products."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone
from oscar.core.loading import get_model

from commerce.arrangement.building import places_of
from commerce.copy.models import OptionCopy, ProductCopy
from commerce.copy.tree import CategoryTree, build_tree
from commerce.inventory.selection import stock_for
from commerce.labels.building import LabelRules, ManualLabels
from commerce.listings.pictures import photos_of
from commerce.media.models import OptionSwatch
from commerce.pricing.models import OptionContent
from commerce.pricing.per_unit import Content
from commerce.pricing.selection import groups_with_prices, prices_for
from commerce.recommendations.building import Recommendations
from markets.lookup import all_markets, content_languages

Product = get_model("catalogue", "Product")
ProductAttributeValue = get_model("catalogue", "ProductAttributeValue")
ProductCategory = get_model("catalogue", "ProductCategory")


@dataclass
class Vocabulary:
    """Category trees, names of options, and labels: the same for all products of a refresh."""

    trees: dict[str, CategoryTree]
    # {language: {option id: words}}
    options: dict[str, dict]
    # {option id: "#A8481F"}
    swatches: dict[int, str]
    labels: LabelRules
    # {option id: contents of a package, such as 30 ml}
    contents: dict[int, Content]

    @classmethod
    def read(cls) -> "Vocabulary":
        return cls(
            trees={language: build_tree(language) for language in content_languages()},
            options={
                language: OptionCopy.objects.by_subject(language)
                for language in content_languages()
            },
            swatches=dict(OptionSwatch.objects.values_list("option_id", "hex")),
            labels=LabelRules.read(),
            contents=OptionContent.by_option(),
        )

    def option_name(self, option, language: str) -> str:
        words = self.options[language].get(option.pk)
        return words.name if words else option.option


@dataclass
class Sources:
    """The data of a batch of products, by product id."""

    vocabulary: Vocabulary
    products: dict[int, object] = field(default_factory=dict)
    variants: dict[int, list] = field(default_factory=lambda: defaultdict(list))
    words: dict[str, dict[int, ProductCopy]] = field(default_factory=dict)
    categories: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    values: dict[int, list] = field(default_factory=lambda: defaultdict(list))
    photos: dict[int, list] = field(default_factory=dict)
    prices: dict[str, dict] = field(default_factory=dict)
    stock: dict[str, dict] = field(default_factory=dict)
    # {market: {group id: {product id: price}}}, of groups with a valid price list there.
    group_prices: dict[str, dict[int, dict]] = field(default_factory=lambda: defaultdict(dict))
    # The moment of reading: labels begin and end.
    moment: datetime = field(default_factory=timezone.now)
    labelled: ManualLabels = field(default_factory=ManualLabels)
    recommendations: Recommendations = field(default_factory=Recommendations)
    # {product id: {(market, category or None): (page, sequence)}}
    places: dict[int, dict] = field(default_factory=dict)

    def sold_units(self, product) -> list:
        """The units that can be bought: the product itself, or its public variants."""
        if product.is_parent:
            return self.variants[product.pk]
        return [product]


def owners_of(product_ids: Iterable[int]) -> set[int]:
    """The ids of the products that have the listings: of variants, their parents."""
    return {
        parent_id or pk
        for pk, parent_id in Product.objects.filter(pk__in=list(product_ids)).values_list(
            "pk", "parent_id"
        )
    }


def read_sources(
    product_ids: Iterable[int], vocabulary: Vocabulary, *, with_hidden: bool = False
) -> Sources:
    """Read the sources of the listings of these products (parents and products without variants).

    Products that are not public are left out; ``with_hidden`` reads them too, for a preview.
    """
    sources = Sources(vocabulary)
    public = Product.objects.filter(is_public=True).select_related("product_class")
    owners = Product.objects.select_related("product_class") if with_hidden else public
    sources.products = {
        product.pk: product
        for product in owners.filter(pk__in=list(product_ids), parent__isnull=True)
    }
    for variant in public.filter(parent_id__in=sources.products).order_by("pk"):
        variant.parent = sources.products[variant.parent_id]
        sources.variants[variant.parent_id].append(variant)
    for language in content_languages():
        sources.words[language] = (
            ProductCopy.objects.live()
            .filter(product_id__in=sources.products)
            .defer("description", "how_to_use", "ingredients", "material")
            .by_subject(language)
        )
    for row in ProductCategory.objects.filter(product_id__in=sources.products).order_by("pk"):
        sources.categories[row.product_id].append(row.category_id)
    units = [unit for product in sources.products.values() for unit in sources.sold_units(product)]
    unit_ids = [unit.pk for unit in units]
    values = ProductAttributeValue.objects.filter(
        product_id__in={*unit_ids, *sources.products}, value_option__isnull=False
    ).select_related("attribute", "value_option")
    for value in values.order_by("attribute_id", "pk"):
        sources.values[value.product_id].append(value)
    sources.photos = photos_of(sources.products)
    sources.labelled = ManualLabels.read(sources.products)
    sources.recommendations = Recommendations.read(sources.products)
    sources.places = places_of(sources.products)
    parents = {unit.pk: unit.parent_id for unit in units if unit.parent_id}
    for market, group in groups_with_prices(sources.moment):
        sources.group_prices[market][group] = prices_for(
            unit_ids, market, group_id=group, parents=parents
        )
    for market in all_markets():
        sources.prices[market.code] = prices_for(unit_ids, market.code)
        sources.stock[market.code] = stock_for(unit_ids, market.code)
    return sources

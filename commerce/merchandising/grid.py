"""The data of the variant grid: axes (options), price lists, warehouses, and cell values."""

from dataclasses import dataclass, field

from django.utils.functional import cached_property
from oscar.core.loading import get_model

from commerce.backoffice.categories import reader_language
from commerce.copy.models import AttributeCopy, OptionCopy
from commerce.inventory.models import WarehouseMarket
from commerce.pricing.models import Price, PriceList
from markets.lookup import all_markets
from markets.names import country_name, country_names

Product = get_model("catalogue", "Product")
ProductAttribute = get_model("catalogue", "ProductAttribute")
AttributeOption = get_model("catalogue", "AttributeOption")
AttributeValue = get_model("catalogue", "ProductAttributeValue")
Partner = get_model("partner", "Partner")
StockRecord = get_model("partner", "StockRecord")


def ordinary_lists() -> list[PriceList]:
    """Each market's public price list without dates, in the order of the markets."""
    found: dict[str, PriceList] = {}
    for price_list in PriceList.objects.filter(
        customer_group__isnull=True, starts_at__isnull=True, ends_at__isnull=True, priority=0
    ).order_by("code"):
        found.setdefault(price_list.market, price_list)
    return [found[market.code] for market in all_markets() if market.code in found]


@dataclass
class Axis:
    """An attribute by which variants differ, with its options."""

    attribute: ProductAttribute
    name: str
    options: list[tuple[int, str]]

    @property
    def field(self) -> str:
        return f"option_{self.attribute.pk}"


@dataclass
class Grid:
    """The columns for one product, and the stored values of its rows.

    ``extra_lists``: price lists (of a group, or with dates) shown beside the ordinary ones.
    """

    product: Product
    extra_lists: list[PriceList] = field(default_factory=list)

    @cached_property
    def axes(self) -> list[Axis]:
        attributes = ProductAttribute.objects.filter(
            product_class=self.product.product_class_id, type=ProductAttribute.OPTION
        ).order_by("pk")
        names = AttributeCopy.objects.by_subject(reader_language())
        words = OptionCopy.objects.by_subject(reader_language())
        options: dict[int, list] = {}
        for option in AttributeOption.objects.filter(
            group__in=[attribute.option_group_id for attribute in attributes]
        ).order_by("pk"):
            label = str(words.get(option.pk) or option.option)
            options.setdefault(option.group_id, []).append((option.pk, label))
        return [
            Axis(
                attribute=attribute,
                name=str(names.get(attribute.pk) or attribute.name),
                options=options.get(attribute.option_group_id, []),
            )
            for attribute in attributes
        ]

    @cached_property
    def price_lists(self) -> list[PriceList]:
        return [*ordinary_lists(), *self.extra_lists]

    @cached_property
    def other_lists(self) -> list[PriceList]:
        """Price lists that are not shown, to choose from."""
        shown = {price_list.pk for price_list in self.price_lists}
        return list(PriceList.objects.exclude(pk__in=shown))

    @cached_property
    def markets_without_list(self) -> list[str]:
        priced = {price_list.market for price_list in self.price_lists}
        return [country_name(market) for market in all_markets() if market.code not in priced]

    @cached_property
    def warehouses(self) -> list[Partner]:
        """Warehouses in the order of the markets that they ship to; ``markets`` has their names."""
        served: dict[int, list[str]] = {}
        order = [market.code for market in all_markets()]
        for link in WarehouseMarket.objects.select_related("warehouse"):
            served.setdefault(link.warehouse.partner_id, []).append(link.market)
        partners = list(Partner.objects.filter(warehouse__isnull=False))
        for partner in partners:
            codes = sorted(served.get(partner.pk, []), key=order.index)
            partner.markets = country_names(codes)
            partner.rank = order.index(codes[0]) if codes else len(order)
        return sorted(partners, key=lambda partner: (partner.rank, partner.name))

    @cached_property
    def variants(self) -> list[Product]:
        return list(Product.objects.filter(parent=self.product.pk).order_by("pk"))

    @cached_property
    def _family(self) -> list[int]:
        return [self.product.pk, *(variant.pk for variant in self.variants)]

    @cached_property
    def prices(self) -> dict[tuple[int, int], Price]:
        """``{(product id, price list id): price}``."""
        return {
            (price.product_id, price.price_list_id): price
            for price in Price.objects.filter(product__in=self._family)
        }

    @cached_property
    def stock(self) -> dict[tuple[int, int], StockRecord]:
        """``{(product id, partner id): stock record}``."""
        return {
            (record.product_id, record.partner_id): record
            for record in StockRecord.objects.filter(product__in=self._family)
        }

    @cached_property
    def chosen(self) -> dict[tuple[int, int], int]:
        """``{(product id, attribute id): option id}``."""
        return {
            (value.product_id, value.attribute_id): value.value_option_id
            for value in AttributeValue.objects.filter(
                product__in=self._family, value_option__isnull=False
            )
        }

    @cached_property
    def _options(self) -> dict[int, AttributeOption]:
        offered = [pk for axis in self.axes for pk, _label in axis.options]
        return AttributeOption.objects.in_bulk(offered)

    def option(self, pk: int | None) -> AttributeOption | None:
        """An option of an axis, by its id."""
        return self._options.get(pk)

    def name_of(self, product_id: int) -> str:
        """The name of a variant, from its options: ``Terracota · 30 ml``."""
        words = []
        for axis in self.axes:
            chosen = self.chosen.get((product_id, axis.attribute.pk))
            words += [label for pk, label in axis.options if pk == chosen]
        return " · ".join(words)


def variant_names(product_ids) -> dict[int, str]:
    """``{product id: "Terracota · 30 ml"}`` for products that have options, two queries."""
    words = OptionCopy.objects.by_subject(reader_language())
    named: dict[int, list[str]] = {}
    for value in (
        AttributeValue.objects.filter(product__in=product_ids, value_option__isnull=False)
        .select_related("value_option")
        .order_by("attribute")
    ):
        label = str(words.get(value.value_option_id) or value.value_option.option)
        named.setdefault(value.product_id, []).append(label)
    return {product_id: " · ".join(labels) for product_id, labels in named.items()}

"""What tests sell: markets with price lists and warehouses, products with words and pictures.

Made as services and editors make it, row by row, with the values that matter to the test and
plain ones for the rest. Listings follow in ``listed()``: tests that commit nothing run no task.
"""

from collections.abc import Iterable, Mapping
from contextlib import contextmanager
from datetime import timedelta
from decimal import Decimal
from itertools import count

from django.core.files.base import ContentFile
from django.db import connection, transaction
from django.utils import timezone
from django.utils.text import slugify
from oscar.core.loading import get_model
from wagtail.images import get_image_model
from wagtail.models import Locale

from background.outbox import Gathered
from commerce.copy.models import AttributeCopy, CategoryCopy, OptionCopy, ProductCopy
from commerce.inventory.models import Warehouse, WarehouseMarket
from commerce.media.models import OptionSwatch, ProductPhoto
from commerce.pricing.models import Price, PriceList
from commerce.projection.services import refresh_listings
from markets.lookup import all_markets
from people.customer_groups.services import join_group
from people.models import CustomerGroup, Person
from people.services import link_user
from tests.pictures import plain_png
from tests.unindexed import unindexed

Product = get_model("catalogue", "Product")
ProductClass = get_model("catalogue", "ProductClass")
ProductAttribute = get_model("catalogue", "ProductAttribute")
AttributeOption = get_model("catalogue", "AttributeOption")
AttributeOptionGroup = get_model("catalogue", "AttributeOptionGroup")
Category = get_model("catalogue", "Category")
ProductCategory = get_model("catalogue", "ProductCategory")
Partner = get_model("partner", "Partner")
StockRecord = get_model("partner", "StockRecord")

_numbers = count(1)


@contextmanager
def _at_once():
    """What is made of many rows asks for its listings once, not with each of them."""
    with transaction.atomic(savepoint=False), unindexed():
        yield


at_once = _at_once()

# What a product costs in a test that does not say.
PRICES = {"co": "99000", "mx": "489", "us": "25.00"}


def locale(language: str) -> Locale:
    return Locale.objects.get_or_create(language_code=language)[0]


def price_list(market: str, **fields) -> PriceList:
    """The market's ordinary price list, or (with a ``code``) another one."""
    code = fields.pop("code", f"{market}-standard")
    fields = {"name": code, "market": market, **fields}
    return PriceList.objects.get_or_create(code=code, defaults=fields)[0]


@at_once
def warehouse(*markets: str, name: str = "", position: int = 0) -> Warehouse:
    """The warehouse of some markets, which keeps what is made with ``stock``."""
    name = name or f"Bodega {'-'.join(markets)}"
    store = Warehouse.objects.select_related("partner").filter(partner__name=name).first()
    if store is None:
        store = Warehouse.objects.create(partner=Partner.objects.get_or_create(name=name)[0])
    for market in markets:
        WarehouseMarket.objects.get_or_create(
            warehouse=store, market=market, defaults={"position": position}
        )
    return store


@unindexed()
def image(colour: str = "#A8481F", *, width: int = 400, height: int = 500, title: str = ""):
    """A picture of one colour, as large as said."""
    name = f"{colour.strip('#')}-{next(_numbers)}.png"
    return get_image_model().objects.create(
        title=title or name,
        file=ContentFile(plain_png(colour, width, height), name=name),
        width=width,
        height=height,
    )


@at_once
def category(es: str, en: str | None = "", *, parent=None, live: bool = True, **fields):
    """A category with Spanish and English words; ``en=None`` leaves the English ones out."""
    node = {"name": es, **fields}
    made = parent.add_child(**node) if parent else Category.add_root(**node)
    for language, title in (("es", es), ("en", en if en != "" else es)):
        if title is not None:
            sibling = made.copies.first()
            words = CategoryCopy(category=made, locale=locale(language), title=title, live=live)
            if sibling:
                words.translation_key = sibling.translation_key
            words.save()
    return made


@at_once
def attribute(code: str, es: str, en: str):
    """An attribute of every product class that variants differ by, with its names."""
    group, _made = AttributeOptionGroup.objects.get_or_create(name=code)
    made, is_new = ProductAttribute.objects.get_or_create(
        product_class=product_class(),
        code=code,
        defaults={"name": es, "type": ProductAttribute.OPTION, "option_group": group},
    )
    if is_new:
        for language, name in (("es", es), ("en", en)):
            AttributeCopy.objects.create(attribute=made, locale=locale(language), name=name)
    return made


@at_once
def option(attribute, code: str, es: str = "", en: str = "", *, hex_code: str = ""):
    """A value of an attribute: ``option(colour, "fig", "Higo", "Fig", hex_code="#5E2A3C")``."""
    made, is_new = AttributeOption.objects.get_or_create(
        group=attribute.option_group, option=code, defaults={"code": f"{attribute.code}-{code}"}
    )
    if is_new:
        for language, name in (("es", es or code), ("en", en or es or code)):
            OptionCopy.objects.create(option=made, locale=locale(language), name=name)
        if hex_code:
            OptionSwatch.objects.create(option=made, hex=hex_code)
    return made


def product_class(name: str = "Cosmética", **fields):
    fields = {"requires_shipping": True, "track_stock": True, **fields}
    return ProductClass.objects.get_or_create(name=name, defaults=fields)[0]


@at_once
def product(
    es: str = "Crema de noche",
    en: str | None = "Night cream",
    *,
    sku: str = "",
    categories: Iterable = (),
    prices: Mapping[str, str | tuple[str, str]] | None = None,
    stock: int | Mapping[str, int] | None = 20,
    photos: int = 1,
    tags: str = "",
    words: Mapping | None = None,
    parent=None,
    values: Mapping | None = None,
    structure: str = "",
    **fields,
):
    """A product that is sold where it has a price.

    ``prices`` maps markets to an amount or (amount, compare-at); all markets where left out.
    ``stock`` is for all markets or by market. ``values`` maps attributes to options. Words are
    live in Spanish and (unless ``en`` is None) English.
    """
    sku = sku or f"T-{next(_numbers)}"
    if parent is not None:
        fields |= {"structure": Product.CHILD, "parent": parent}
    else:
        fields |= {
            "structure": structure or Product.STANDALONE,
            "product_class": product_class(),
            "title": es,
        }
    made = Product.objects.create(upc=sku, **{"is_public": True, **fields})
    if parent is None:
        for row in categories:
            ProductCategory.objects.create(product=made, category=row)
        sibling = None
        for language, title in (("es", es), ("en", en)):
            if title is not None:
                copy = ProductCopy(
                    product=made, locale=locale(language), title=title, tags=tags, **(words or {})
                )
                if sibling:
                    copy.translation_key = sibling.translation_key
                copy.save()
                sibling = sibling or copy
        for _number in range(photos):
            ProductPhoto.objects.create(product=made, image=image())
    for key, value in (values or {}).items():
        key.save_value(made, value)
    set_prices(made, PRICES if prices is None else prices)
    if stock is not None and made.structure != Product.PARENT:
        set_stock(made, stock)
    return made


def variant(parent, *, sku: str = "", values: Mapping | None = None, prices=None, stock=20):
    """A variant; without ``prices`` it costs what its parent does."""
    return product(
        parent=parent, sku=sku, values=values, prices=prices or {}, stock=stock, photos=0
    )


@at_once
def set_prices(made, prices: Mapping) -> None:
    known = {price.price_list_id: price for price in Price.objects.filter(product=made)}
    for market, amount in prices.items():
        amount, compare_at = amount if isinstance(amount, tuple) else (amount, None)
        standard = price_list(market)
        price = known.get(standard.pk) or Price(product=made, price_list=standard)
        price.amount = Decimal(amount)
        price.compare_at = Decimal(compare_at) if compare_at else None
        price.save()


@at_once
def set_stock(made, stock: int | Mapping[str, int]) -> None:
    if isinstance(stock, int):
        stock = {market.code: stock for market in all_markets()}
    known = {record.partner_id: record for record in StockRecord.objects.filter(product=made)}
    for market, quantity in stock.items():
        partner = warehouse(market).partner
        record = known.get(partner.pk) or StockRecord(product=made, partner=partner)
        record.partner_sku, record.num_in_stock = made.upc, quantity
        record.save()


@at_once
def lipstick(sku: str = "RZ-501", **fields):
    """A product in two colours and two sizes: four variants, one of them sold out."""
    colour = attribute("colour", "Color", "Color")
    size = attribute("size", "Tamaño", "Size")
    fig = option(colour, "fig", "Higo", "Fig", hex_code="#5E2A3C")
    clay = option(colour, "clay", "Arcilla", "Clay", hex_code="#A8481F")
    small, large = option(size, "s", "Pequeño", "Small"), option(size, "l", "Grande", "Large")
    made = product(
        "Labial de higo", "Fig lipstick", sku=sku, structure=Product.PARENT, photos=0, **fields
    )
    for shade in (fig, clay):
        hex_code = shade.swatch.hex
        ProductPhoto.objects.create(product=made, image=image(hex_code), option=shade)
    for number, (shade, measure) in enumerate(
        [(fig, small), (fig, large), (clay, small), (clay, large)], start=1
    ):
        variant(
            made,
            sku=f"{sku}-{number}",
            values={colour: shade, size: measure},
            prices={"co": "120000"} if measure is large else None,
            stock=0 if number == 4 else 3 if number == 1 else 20,
        )
    return made


def listed(*products):
    """Write the listings of these products now, as the worker would.

    What their making asked for is done with that: in a test that commits nothing it would wait
    for ever, and swallow what is asked for later.
    """
    refresh_listings([product.pk for product in products])
    connection.run_on_commit = [
        entry for entry in connection.run_on_commit if not isinstance(entry[1], Gathered)
    ]
    return products[0] if len(products) == 1 else products


# --- Customers --------------------------------------------------------------------------


def customer_group(name: str = "Club", **fields) -> CustomerGroup:
    """A group of customers; its code follows from its name."""
    return CustomerGroup.objects.create(name=name, **{"code": slugify(name)} | fields)


def group_prices(group: CustomerGroup, market: str = "co", **amounts) -> PriceList:
    """The group's own price list in a market, amounts by SKU."""
    theirs = price_list(
        market, code=f"{market}-{group.code}", customer_group=group, priority=group.priority or 5
    )
    for sku, amount in amounts.items():
        product = Product.objects.get(upc=sku)
        Price.objects.update_or_create(
            product=product, price_list=theirs, defaults={"amount": Decimal(amount)}
        )
    return theirs


def join(user, *groups: CustomerGroup, **dates) -> Person:
    """Have whoever signs in with this be in the groups, from a moment ago on."""
    person = link_user(user, edition="es-co")
    dates = {"starts_at": timezone.now() - timedelta(seconds=1)} | dates
    for group in groups:
        join_group(person=person, group=group, **dates)
    return person

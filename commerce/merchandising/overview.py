"""The columns of the product list, read in a fixed number of queries for any page."""

from dataclasses import dataclass, field

from django.db.models import Count
from oscar.core.loading import get_model
from wagtail.images import get_image_model
from wagtail.models import Locale

from commerce.backoffice.categories import reader_language
from commerce.copy.models import CategoryCopy, ProductCopy
from commerce.inventory.models import WarehouseMarket
from commerce.listings.models import FEW_LEFT
from commerce.media.models import ProductPhoto
from commerce.pricing.models import Price
from markets.lookup import all_markets, content_languages, default_language
from markets.money import staff_money
from markets.names import country_name

Product = get_model("catalogue", "Product")
ProductCategory = get_model("catalogue", "ProductCategory")
StockRecord = get_model("partner", "StockRecord")

THUMBNAIL = "fill-80x100"
# Up to this many units are low stock, as in the shop.
LOW_STOCK = FEW_LEFT


@dataclass
class MarketCell:
    """A product in one market: its lowest price, and the units left to sell."""

    code: str
    country: str
    price: str = ""
    stock: int | None = None

    @property
    def is_sold(self) -> bool:
        return bool(self.price)

    @property
    def level(self) -> str:
        """The stock level: ``out``, ``low``, ``fine``, or ``none`` without stock for the market."""
        if self.stock is None:
            return "none"
        if self.stock <= 0:
            return "out"
        return "low" if self.stock <= LOW_STOCK else "fine"


@dataclass
class Overview:
    title: str = ""
    photo: object = None
    category: str = ""
    variants: int = 0
    markets: list[MarketCell] = field(default_factory=list)
    # [("es", "live"), ("en", "missing")]
    languages: list[tuple[str, str]] = field(default_factory=list)


def attach_overviews(products: list) -> None:
    """Set ``overview`` on each product. About a dozen queries for any number of products."""
    ids = [product.pk for product in products]
    children = dict(Product.objects.filter(parent__in=ids).values_list("pk", "parent_id"))
    copies = _copies(ids)
    photos = _photos(ids)
    categories = _main_categories(ids)
    counts = dict(
        Product.objects.filter(parent__in=ids).values_list("parent").annotate(number=Count("pk"))
    )
    prices = _lowest_prices(ids, children)
    stock = _stock(ids, children)
    language = reader_language()
    for product in products:
        words = copies.get(product.pk, {})
        best = words.get(language) or words.get(default_language())
        product.overview = Overview(
            title=(best.title if best else "") or product.title,
            photo=photos.get(product.pk),
            category=categories.get(product.pk, ""),
            variants=counts.get(product.pk, 0),
            markets=[
                MarketCell(
                    code=market.code,
                    country=country_name(market),
                    price=prices.get((product.pk, market.code), ""),
                    stock=stock.get((product.pk, market.code)),
                )
                for market in all_markets()
            ],
            languages=[(code, _state(words.get(code))) for code in content_languages()],
        )


def _state(words) -> str:
    if words is None:
        return "missing"
    if not words.live:
        return "draft"
    return "changed" if words.has_unpublished_changes else "live"


def _copies(ids) -> dict[int, dict[str, ProductCopy]]:
    locales = {locale.pk: locale.language_code for locale in Locale.objects.all()}
    found: dict[int, dict] = {}
    for words in ProductCopy.objects.filter(product__in=ids).only(
        "product", "locale", "title", "live", "has_unpublished_changes"
    ):
        found.setdefault(words.product_id, {})[locales.get(words.locale_id)] = words
    return found


def _photos(ids) -> dict:
    first: dict[int, int] = {}
    for product_id, image_id in (
        ProductPhoto.objects.filter(product__in=ids)
        .order_by("sort_order", "pk")
        .values_list("product_id", "image_id")
    ):
        first.setdefault(product_id, image_id)
    images = {
        image.pk: image
        for image in get_image_model()
        .objects.filter(pk__in=set(first.values()))
        .prefetch_renditions(THUMBNAIL)
    }
    return {
        product_id: images[image_id] for product_id, image_id in first.items() if image_id in images
    }


def _main_categories(ids) -> dict[int, str]:
    links: dict = {}
    for link in (
        ProductCategory.objects.filter(product__in=ids).select_related("category").order_by("pk")
    ):
        links.setdefault(link.product_id, link.category)
    names = CategoryCopy.objects.filter(
        category__in={category.pk for category in links.values()}
    ).by_subject(reader_language())
    return {
        product_id: str(names.get(category.pk) or category.name)
        for product_id, category in links.items()
    }


def _lowest_prices(ids, children) -> dict[tuple[int, str], str]:
    """The lowest public price today of a product and its variants, formatted, by market."""
    family = [*ids, *children]
    written = {}
    for market in all_markets():
        winning = Price.objects.filter(product__in=family).in_market(market.code).by_product()
        lowest: dict = {}
        for product_id, price in winning.items():
            owner = children.get(product_id, product_id)
            if owner not in lowest or price.amount < lowest[owner]:
                lowest[owner] = price.amount
        for owner, amount in lowest.items():
            written[owner, market.code] = staff_money(
                amount, market.currency, market.default_edition
            )
    return written


def _stock(ids, children) -> dict[tuple[int, str], int]:
    """The units left to sell in each market, over its warehouses and all variants."""
    serves: dict[int, list[str]] = {}
    for partner_id, market in WarehouseMarket.objects.values_list(
        "warehouse__partner_id", "market"
    ):
        serves.setdefault(partner_id, []).append(market)
    left: dict = {}
    for record in StockRecord.objects.filter(product__in=[*ids, *children]):
        owner = children.get(record.product_id, record.product_id)
        for market in serves.get(record.partner_id, []):
            left[owner, market] = left.get((owner, market), 0) + record.net_stock_level
    return left

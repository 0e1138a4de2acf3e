"""The shape of the demo company's words and data.

Plain frozen dataclasses without Django: whoever builds the company reads them, and the tests
check them without a database. Every text that a person reads is a ``Words``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

MARKETS = ("co", "mx", "us")
"""Market keys, as in the country part of the URL: Colombia, Mexico, United States."""

CURRENCIES = {"co": "COP", "mx": "MXN", "us": "USD"}

SHAPES = (
    "dropper",
    "pump",
    "bottle",
    "spray",
    "jar",
    "tube",
    "stick",
    "pencil",
    "palette",
    "compact",
    "nail",
    "sachet",
    "tin",
    "soap",
    "candle",
    "textile_robe",
    "textile_band",
    "textile_bag",
    "box_set",
)
"""What the product pictures can be drawn as."""

ICONS = (
    "droplet",
    "flower",
    "gift",
    "hand-heart",
    "leaf",
    "lock",
    "mail",
    "message",
    "package",
    "phone",
    "return",
    "sprout",
    "truck",
    "users",
    "wallet",
)
"""Line icons of the interface (``static/icons.svg``) that a feature may ask for."""

TAX_CLASSES = ("standard", "food")

Price = tuple[str, str | None]
"""Amount and compare-at amount, both decimal strings in the market's currency."""


@dataclass(frozen=True, slots=True)
class Words:
    """One text in Spanish (*tú*, for Colombia and Mexico) and in American English."""

    es: str
    en: str

    def __getitem__(self, language: str) -> str:
        """The text in ``language`` ("es" or "en"); raises ``KeyError`` for any other."""
        if language not in ("es", "en"):
            raise KeyError(language)
        return self.es if language == "es" else self.en


@dataclass(frozen=True, slots=True)
class ColourSeed:
    """A value of the option *colour*; ``family`` groups shades for the colour filter."""

    key: str
    label: Words
    hex: str
    family: str


@dataclass(frozen=True, slots=True)
class SizeSeed:
    """A garment size, or what a pack holds: then ``amount`` of ``unit`` ("ml", "g")."""

    key: str
    label: Words
    amount: str = ""
    unit: str = ""

    @property
    def attribute(self) -> str:
        """The attribute that it is a value of."""
        return "content" if self.unit else "size"


@dataclass(frozen=True, slots=True)
class CategorySeed:
    """A category with its words (``description`` is HTML) and the key of its picture."""

    key: str
    title: Words
    summary: Words
    description: Words
    scene: str
    children: tuple[CategorySeed, ...] = ()


@dataclass(frozen=True, slots=True)
class VariantSeed:
    """One sellable shade or size of a product.

    ``suffix`` joins the parent's SKU with a hyphen. ``prices`` and ``stock`` hold only what
    differs from the parent; a market that they do not name takes the parent's value.
    """

    suffix: str
    colour: str | None = None
    size: str | None = None
    prices: Mapping[str, Price] | None = None
    stock: Mapping[str, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductSeed:
    """A product, its words, and what it costs and how many there are in each market.

    ``colour`` is the colour of the product or its container and ``tint`` the ground that it is
    drawn on, both ``#RRGGBB``. ``description``, ``how_to_use`` and ``ingredients`` are HTML.
    A market without a price does not sell the product. With variants, ``prices`` and ``stock``
    are those of each variant that names none of its own. ``size`` is the size of a product
    that is sold in one size only.
    """

    sku: str
    category: str
    shape: str
    colour: str
    tint: str
    title: Words
    summary: Words
    description: Words
    how_to_use: Words
    ingredients: Words
    tags: Words
    prices: Mapping[str, Price]
    stock: Mapping[str, int]
    launched_days_ago: int
    variants: tuple[VariantSeed, ...] = ()
    size: str | None = None
    featured: bool = False
    tax_class: str = "standard"
    seo_title: Words | None = None
    seo_description: Words | None = None

    @property
    def markets(self) -> tuple[str, ...]:
        """The markets that sell the product, in the order of ``MARKETS``."""
        return tuple(market for market in MARKETS if market in self.prices)

    def variant_sku(self, variant: VariantSeed) -> str:
        """The SKU of one of the product's variants."""
        return f"{self.sku}-{variant.suffix}"

    def price_of(self, variant: VariantSeed | None, market: str) -> Price:
        """Amount and compare-at of a variant (or of the product); ``KeyError`` if not sold."""
        own = (variant.prices or {}) if variant else {}
        return own.get(market) or self.prices[market]

    def stock_of(self, variant: VariantSeed | None, market: str) -> int:
        """Units on hand of a variant (or of the product); ``KeyError`` if not sold."""
        own = (variant.stock or {}) if variant else {}
        return own[market] if market in own else self.stock[market]


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a page body.

    ``value`` follows the kind: hero, rich_text, image, quote, features, gallery, accordion, cta,
    products, carousel, banner. Links are symbolic: ``page:<key>``, ``category:<key>``,
    ``product:<sku>``, ``list:<name>``, ``offers``, ``catalogue``, ``contact``. An empty ``markets``
    means every market.
    """

    kind: str
    value: Mapping[str, object]
    markets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageSeed:
    """A page of the corporate site; ``summary`` serves search results and link previews."""

    key: str
    slug: Words
    title: Words
    summary: Words
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class MenuItem:
    """An entry of the main menu or of a footer column, with a symbolic link."""

    label: Words
    link: str
    children: tuple[MenuItem, ...] = ()
    scene: str | None = None


@dataclass(frozen=True, slots=True)
class FooterColumn:
    """A titled list of links at the foot of every page."""

    title: Words
    items: tuple[MenuItem, ...]


@dataclass(frozen=True, slots=True)
class ContactChannel:
    """How to reach the company in one market."""

    email: str
    phone: str
    hours: Words
    address: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Brand:
    """The company's name and the few texts that stand on every page."""

    name: str
    legal_name: str
    tagline: Words
    description: Words
    announcements: Mapping[str, Words]
    demo_notice: Words


@dataclass(frozen=True, slots=True)
class AnnouncementSeed:
    """A line above the header, with a symbolic link; ``audience`` is one of ``cms``'s."""

    text: Words
    link: str
    audience: str
    markets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AddressSeed:
    """A postal address in the form of its country; ``state_code`` is the ISO 3166-2 part."""

    line1: str
    line2: str
    city: str
    state: str
    state_code: str
    postcode: str
    country: str


@dataclass(frozen=True, slots=True)
class StaffSeed:
    """Somebody who works in the back office, with the name of the group that they are in."""

    first_name: str
    last_name: str
    email: str
    role: str


@dataclass(frozen=True, slots=True)
class CustomerSeed:
    """A shopper with one saved address; ``phone`` is in E.164 form."""

    first_name: str
    last_name: str
    email: str
    phone: str
    market: str
    language: str
    address: AddressSeed

"""What a product page shows: the words, and what the listings say of the product."""

from decimal import Decimal

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from cms.page_cache import cached, freshness, tier
from commerce.copy.models import ProductCopy
from commerce.copy.options import AttributeSummary, OptionSummary, option_names
from commerce.copy.tree import CategoryNode, category_tree
from commerce.listings.facet_memory import facet_index
from commerce.listings.group_prices import at_tier, everybody_pays
from commerce.listings.models import Listing
from commerce.listings.tags import address_tag, product_tag
from commerce.pricing.per_unit import price_per_unit
from markets.lookup import default_language, language_of, market_of
from markets.money import format_money

from .recommendations import find_recommendations
from .shown_variant import content_of, shown_variant
from .units import Unit

# Columns of a product's words that its page shows.
SHOWN = (
    *("product_id", "locale__language_code", "title", "summary", "seo_title", "seo_description"),
    *("description", "how_to_use", "ingredients", "material"),
)


def find_words(slug: str, language: str) -> ProductCopy | None:
    """The live words that a reader of ``language`` gets for the product at an address.

    The address may be another language's: whoever swaps the country in an address arrives.
    None where no public product has it.
    """
    found = sorted(
        ProductCopy.objects.live()
        .filter(slug=slug, product__is_public=True, product__parent=None)
        .select_related("locale")
        .only(*SHOWN),
        key=lambda words: (
            words.locale.language_code != language,
            words.locale.language_code != default_language(),
        ),
    )
    if not found or found[0].locale.language_code == language:
        return found[0] if found else None
    # An address of another language: the reader's own words of the same product, if there are.
    others = ProductCopy.objects.live().filter(product_id=found[0].product_id)
    return others.best_for(language).select_related("locale").only(*SHOWN).first()


# Bytes in memory, about: of a product's words, and of a variant, swatch or photo of a listing.
WORDS_SIZE, DETAIL_SIZE = 16 * 1024, 1536


def find_page(slug: str, edition: str) -> "ProductPage | None":
    """The page of the product at an address in an edition; None where there is none.

    It is read once for all who ask until something changes in the market (``cached``).
    """

    market = market_of(edition).code

    def read() -> ProductPage | None:
        words = find_words(slug, language_of(edition))
        if words is None:
            return None
        with freshness.depends_only_on(product_tag(market, words.product_id)):
            return ProductPage(words, edition, is_published=True)

    key = ("product", slug, edition)
    return cached(market, key, read, size=_size_in_memory, depends_on=[address_tag(slug)])


def _size_in_memory(page: "ProductPage") -> int:
    details = sum(
        len(row.units) + len(row.swatches) + len(row.gallery) + len(row.images)
        for row in page.listings
    )
    return WORDS_SIZE + DETAIL_SIZE * details


class ProductPage:
    """One product in one edition. ``words`` may be a draft.

    ``is_published``: it shows what everybody sees, and is shared by requests and threads: nobody
    writes on it.
    """

    def __init__(self, words: ProductCopy, edition: str, *, is_published: bool = False):
        self.words, self.edition, self.is_published = words, edition, is_published
        self.market, self.language = market_of(edition), language_of(edition)
        self.listings = list(Listing.objects.filter(product_id=words.product_id).order_by("market"))
        # Whose prices it shows; a draft is shown at everybody's.
        self.tier = tier.current() if is_published else None
        if self.tier:
            at_tier(self.listings)
        self.listing = next(
            (
                row
                for row in self.listings
                if (row.market, row.language) == (self.market.code, self.language)
            ),
            None,
        )

    # --- Where it is

    @cached_property
    def sold_in(self) -> list[str]:
        return list(dict.fromkeys(row.market for row in self.listings))

    @cached_property
    def paths(self) -> dict[str, str]:
        """Neutral paths by language, of those with words of their own."""
        return {
            row.language: row.path for row in self.listings if row.source_language == row.language
        }

    @cached_property
    def trail(self) -> list[CategoryNode]:
        """The categories that it stands in here, from the top down."""
        tree = category_tree(self.language)
        path = self.listing.path if self.listing else ""
        nodes = [node for node in tree.nodes.values() if path and path.startswith(node.path)]
        home = max(nodes, key=lambda node: len(node.path), default=None)
        return tree.trail(home.pk) if home else []

    # --- What can be bought

    @cached_property
    def units(self) -> list[Unit]:
        """What is sold here, in the order in which it was made. As its row of the listings has it:
        the page says what its card says."""
        if self.listing is None:
            return []
        names = option_names(self.language)
        return [self._unit(known, names.options) for known in self.listing.units]

    def _unit(self, known: dict, options: dict[int, OptionSummary]) -> Unit:
        left = {Listing.Stock.LOW: known.get("left"), Listing.Stock.OUT: 0}
        return Unit(
            pk=known["id"],
            sku=known["sku"],
            amount=Decimal(known["price"]),
            compare_at=Decimal(known["compare_at"]) if known["compare_at"] else None,
            left=left.get(known["stock"]),
            options={
                attribute: options[option]
                for attribute, option in known["values"]
                if option in options
            },
            content=content_of(known),
            everybody=everybody_pays(self.listing, known),
        )

    @cached_property
    def attributes(self) -> list[AttributeSummary]:
        """What the variants differ by, in a fixed order."""
        names = option_names(self.language)
        keys = sorted({key for unit in self.units for key in unit.options})
        return [names.attributes[key] for key in keys if key in names.attributes]

    @cached_property
    def details(self) -> list[tuple[str, str]]:
        """Attributes that hold for the whole product: (name, value)."""
        names = option_names(self.language)
        shared = self.listing.units[0]["shared"] if self.listing else []
        return [
            (names.attributes[attribute].name, names.options[option].name)
            for attribute, option in shared
            if attribute in names.attributes and option in names.options
        ]

    def unit_with_sku(self, sku: str) -> Unit | None:
        return next((unit for unit in self.units if sku and unit.sku == sku), None)

    def unit_with_options(self, wanted: dict[str, str]) -> Unit | None:
        """The variant nearest to some options: all of them if it is made, else the first ones.

        ``wanted`` maps attribute codes to option codes.
        """

        def fits(unit: Unit) -> tuple:
            return tuple(
                unit.options[attribute.pk].code == wanted.get(attribute.code)
                for attribute in self.attributes
                if attribute.pk in unit.options
            )

        return max(self.units, key=lambda unit: (fits(unit), unit.available), default=None)

    def default_unit(self) -> Unit | None:
        """The one that its card shows, while it is there."""
        shown = shown_variant(self.listing) if self.listing else None
        known = shown.unit["id"] if shown else None
        return min(
            self.units,
            key=lambda unit: (not unit.available, unit.pk != known, unit.amount),
            default=None,
        )

    # --- As components want it

    def money(self, amount: Decimal | None) -> str:
        return format_money(amount, self.market.currency, self.edition) if amount else ""

    def per_unit(self, unit: Unit) -> str:
        """``$163.333 / 100 ml``, "" where nobody said how much is in it."""
        return price_per_unit(unit.amount, unit.content, self.edition)

    def picker(self, chosen: Unit) -> list[dict]:
        """``components/option_picker.html``: each attribute with its values."""
        options = []
        for attribute in self.attributes:
            values: dict[str, dict] = {}
            for unit in self.units:
                option = unit.options.get(attribute.pk)
                if option is None:
                    continue
                others = {k: v for k, v in chosen.options.items() if k != attribute.pk}
                matches = all(unit.options.get(k) == v for k, v in others.items())
                value = values.setdefault(
                    option.code,
                    {
                        "value": option.code,
                        "label": option.name,
                        "hex": option.hex,
                        "checked": chosen.options.get(attribute.pk) == option,
                        "available": False,
                    },
                )
                value["available"] = value["available"] or (matches and unit.available)
            kind = "swatch" if all(value["hex"] for value in values.values()) else "size"
            options.append(
                {
                    "name": attribute.code,
                    "label": attribute.name,
                    "kind": kind,
                    "values": list(values.values()),
                }
            )
        return options

    def photos(self, chosen: Unit | None) -> list[dict]:
        """The gallery: pictures of the chosen colour, then of all, then of other colours."""
        own = {option.pk for option in chosen.options.values()} if chosen else set()

        def rank(entry: dict) -> int:
            if entry["option"] in own:
                return 0
            return 1 if entry["option"] is None else 2

        rows = self.listing.gallery if self.listing else []
        numbered = [{**entry, "id": f"photo-{i}"} for i, entry in enumerate(rows, start=1)]
        return sorted(numbered, key=rank)

    def variants_data(self, url: str) -> dict | None:
        """The JSON that ``static/js/variants.js`` reads; None where there is nothing to choose."""
        if not self.attributes:
            return None
        return {
            "options": [attribute.code for attribute in self.attributes],
            "variants": [
                {
                    "id": unit.pk,
                    "sku": unit.sku,
                    "values": {
                        attribute.code: unit.options[attribute.pk].code
                        for attribute in self.attributes
                        if attribute.pk in unit.options
                    },
                    "price": self.money(unit.amount),
                    "compare_at": self.money(unit.struck_through),
                    "tier": unit.everybody is not None,
                    "regular": unit.is_regular,
                    "per_unit": self.per_unit(unit),
                    "available": unit.available,
                    "stock_text": unit.stock_text,
                    "stock_state": unit.stock_state,
                    "max_quantity": unit.most or 1,
                    "photo": next((photo["id"] for photo in self.photos(unit)), ""),
                    "url": f"{url}?variant={unit.sku}" if unit.sku else url,
                }
                for unit in self.units
            ],
        }

    def recommendations(self) -> tuple[list[int], list[int]]:
        """What goes well with it, and what may be liked as well (``find_recommendations``)."""
        chosen = self.listing or next(iter(self.listings), None)
        market = self.market.code
        # No tags here: ``find_recommendations`` names those that the result depends on.
        index = facet_index(market, self.language, depends_on=())
        return find_recommendations(
            self.words.product_id, chosen, self.trail, market=market, index=index
        )

    @property
    def tier_name(self) -> str:
        """The group whose price any of it costs, "" where it costs what everybody pays."""
        is_theirs = any(unit.everybody is not None for unit in self.units)
        return self.tier.name if self.tier and is_theirs else ""

    @property
    def tax_note(self) -> str:
        if self.market.prices_include_tax:
            return _("Taxes included")
        return _("Plus tax, calculated at checkout")

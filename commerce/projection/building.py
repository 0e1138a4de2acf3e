"""Build listings from their sources. No query, except for missing image renditions and previews."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from commerce.arrangement.building import NOWHERE, Place
from commerce.copy.options import option_code
from commerce.labels.kinds import Facts
from commerce.listings.figures import discount_of
from commerce.listings.models import FEW_LEFT, GroupListing, Listing
from commerce.listings.pictures import picture, share_picture, thumbnail
from markets.folding import compact, fold
from markets.lookup import all_markets
from markets.registry import Market

from .sources import Sources, Vocabulary, read_sources

CARD_PICTURES = 2


@dataclass
class Row:
    """An unsaved listing, with its categories (ancestors included) and its places in them.

    ``groups``: the unsaved rows with the prices of customer groups, by the group's key.
    """

    listing: Listing
    categories: dict[int, Place]
    groups: dict[int, GroupListing] = field(default_factory=dict)

    @property
    def key(self) -> tuple[int, str, str]:
        return (self.listing.product_id, self.listing.market, self.listing.language)


def stock_word(product_class, records: list) -> str:
    """The stock level of several stock records together (``Listing.Stock``), for cards."""
    if not records:
        return Listing.Stock.OUT
    if not product_class.track_stock:
        return Listing.Stock.IN_STOCK
    left = sum(max(record.net_stock_level, 0) for record in records)
    if left <= 0:
        return Listing.Stock.OUT
    return Listing.Stock.LOW if left <= FEW_LEFT else Listing.Stock.IN_STOCK


def build_rows(sources: Sources) -> Iterator[Row]:
    """One row for each market that sells a product and each language of that market."""
    for product in sources.products.values():
        builder = ProductBuilder(sources, product)
        for market in all_markets():
            sold = builder.sold_in(market)
            if not sold:
                continue
            for language in market.languages:
                if product.pk in sources.words[language]:
                    yield builder.row(market, language, sold)


def draft_listing(words, market: Market, language: str) -> Listing | None:
    """An unsaved listing with these texts, for a preview of a product that may not be public.

    None if the market has no price for the product.
    """
    sources = read_sources([words.product_id], Vocabulary.read(), with_hidden=True)
    sources.words[language] = {words.product_id: words}
    builder = ProductBuilder(sources, sources.products[words.product_id])
    sold = builder.sold_in(market)
    return builder.row(market, language, sold).listing if sold else None


class ProductBuilder:
    """The rows of one product."""

    def __init__(self, sources: Sources, product):
        self.sources = sources
        self.product = product
        self.units = sources.sold_units(product)
        self._galleries: dict[str, list[dict]] = {}

    def sold_in(self, market: Market) -> list:
        prices = self.sources.prices[market.code]
        return [unit for unit in self.units if unit.pk in prices]

    def row(self, market: Market, language: str, sold: list) -> Row:
        words = self.sources.words[language][self.product.pk]
        tree = self.sources.vocabulary.trees[language]
        categories = self.sources.categories[self.product.pk]
        stock = self.sources.stock[market.code]
        prices = self.sources.prices[market.code]
        gallery = self.gallery(language)
        listing = Listing(
            product_id=self.product.pk,
            market=market.code,
            language=language,
            source_language=words.locale.language_code,
            sku=self.product.upc or sold[0].upc or "",
            title=words.title,
            summary=words.summary,
            path=tree.product_path(words.slug, categories),
            currency=market.currency,
            **self.figures(market, sold, prices),
            stock=stock_word(
                self.product.product_class, [stock[unit.pk] for unit in sold if unit.pk in stock]
            ),
            images=[_card(entry) for entry in gallery[:CARD_PICTURES]],
            gallery=gallery,
            swatches=self.swatches(language, sold),
            units=self.units_in(market, language, sold, prices),
            facets=self.facets(sold),
            featured=self.product.priority > 0,
            rating=self.product.rating,
            launched_at=self.product.date_created,
            search_text=self.search_text(words, language, sold),
        )
        within = tree.with_ancestors(categories)
        listing.labels = self.labels(listing, within, sold)
        listing.search_text = with_labels(listing.search_text, listing.labels)
        listing.complements, listing.related = self.sources.recommendations.of(self.product.pk)
        places = self.sources.places.get(self.product.pk, {})
        whole = places.get((market.code, None), NOWHERE)
        listing.catalogue_page, listing.catalogue_sequence = whole
        row = Row(listing, {pk: places.get((market.code, pk), NOWHERE) for pk in within})
        row.groups = self.for_groups(market, listing, within, sold)
        return row

    def figures(self, market: Market, sold: list, prices: dict) -> dict:
        """The price columns, from ``{unit's key: price}``."""
        counting = [prices[unit.pk] for unit in self.counting(market, sold)]
        cheapest = min(counting, key=lambda price: price.amount)
        return {
            "price": cheapest.amount,
            "price_max": max(price.amount for price in counting),
            "compare_at": cheapest.compare_at,
            "discount": discount_of(cheapest.amount, cheapest.compare_at),
        }

    def for_groups(
        self, market: Market, listing: Listing, categories: set[int], sold: list
    ) -> dict[int, GroupListing]:
        """A row for each customer group whose prices differ from the public ones."""
        everybodys, found = self.sources.prices[market.code], {}
        for group, prices in self.sources.group_prices[market.code].items():
            if all(_same(prices[unit.pk], everybodys[unit.pk]) for unit in sold):
                continue
            theirs = GroupListing(
                group_id=group,
                **self.figures(market, sold, prices),
                units=self.units_in(market, listing.language, sold, prices),
            )
            theirs.labels = self.labels(listing, categories, sold, theirs)
            found[group] = theirs
        return found

    def counting(self, market: Market, sold: list) -> list:
        """The units that count for the product's price range: those in stock, or all if all are
        sold out. The price of a sold-out variant is not advertised."""
        stock = self.sources.stock[market.code]

        def is_there(unit) -> bool:
            records = [stock[unit.pk]] if unit.pk in stock else []
            return stock_word(self.product.product_class, records) != Listing.Stock.OUT

        return [unit for unit in sold if is_there(unit)] or sold

    def labels(
        self,
        listing: Listing,
        categories: set[int],
        sold: list,
        priced: GroupListing | None = None,
    ) -> list[dict]:
        """The labels, after prices and discount (of the listing or of a group) are known, as labels
        may depend on them."""
        priced = priced or listing
        facts = Facts(
            product_id=self.product.pk,
            price=priced.price,
            discount=priced.discount,
            launched_at=listing.launched_at,
            categories=frozenset(categories),
            options=frozenset(value.value_option_id for _unit, value in self._values(sold)),
        )
        return self.sources.vocabulary.labels.labels(
            facts,
            self.sources.labelled,
            market=listing.market,
            language=listing.language,
            at=self.sources.moment,
        )

    def _values(self, sold: list) -> Iterator:
        for unit in [self.product, *(unit for unit in sold if unit is not self.product)]:
            for value in self.sources.values[unit.pk]:
                yield unit, value

    def gallery(self, language: str) -> list[dict]:
        """All pictures with their alt texts: the title, with the color if the picture shows one."""
        if language not in self._galleries:
            words = self.sources.words[language][self.product.pk]
            options = {
                value.value_option_id: value.value_option for _, value in self._values(self.units)
            }
            entries = []
            for photo in self.sources.photos.get(self.product.pk, []):
                option = options.get(photo.option_id)
                label = self.sources.vocabulary.option_name(option, language) if option else ""
                entry = picture(photo.image, f"{words.title}, {label}" if label else words.title)
                if entry:
                    entries.append(
                        {
                            **entry,
                            "option": photo.option_id,
                            "thumb": thumbnail(photo.image),
                            "share": share_picture(photo.image),
                        }
                    )
            self._galleries[language] = entries
        return self._galleries[language]

    def swatches(self, language: str, sold: list) -> list[dict]:
        """The colors that are sold here, each with its first variant and picture."""
        found: dict[int, dict] = {}
        for unit, value in self._values(sold):
            hex_code = self.sources.vocabulary.swatches.get(value.value_option_id)
            if not hex_code or value.value_option_id in found or unit is self.product:
                continue
            shown = [e for e in self.gallery(language) if e["option"] == value.value_option_id]
            found[value.value_option_id] = {
                "option": value.value_option_id,
                "attribute": value.attribute.code,
                "code": option_code(value.value_option),
                "hex": hex_code,
                "label": self.sources.vocabulary.option_name(value.value_option, language),
                "sku": unit.upc,
                "image": _card(shown[0]) if shown else None,
            }
        return list(found.values())

    def units_in(self, market: Market, language: str, sold: list, prices: dict) -> list[dict]:
        """The data of each unit that can be bought here, for cards and filters."""
        stock = self.sources.stock[market.code]
        found = []
        for unit in sold:
            price, records = prices[unit.pk], [stock[unit.pk]] if unit.pk in stock else []
            word = stock_word(self.product.product_class, records)
            own = [self.product] if unit is self.product else [self.product, unit]
            found.append(
                {
                    "id": unit.pk,
                    "sku": unit.upc or "",
                    "options": {
                        value.attribute.code: option_code(value.value_option)
                        for one in own
                        for value in self.sources.values[one.pk]
                    },
                    "names": {
                        value.attribute.code: self.sources.vocabulary.option_name(
                            value.value_option, language
                        )
                        for one in own
                        for value in self.sources.values[one.pk]
                    },
                    "price": str(price.amount),
                    "compare_at": str(price.compare_at) if price.compare_at else None,
                    "stock": str(word),
                    "values": self.pairs(unit) if unit is not self.product else [],
                    "shared": self.pairs(self.product),
                    **self.content_of(own),
                    # The product page shows the last few units, so it changes with them.
                    **({"left": records[0].net_stock_level} if word == Listing.Stock.LOW else {}),
                }
            )
        return found

    def pairs(self, unit) -> list[list[int]]:
        """The options of a unit as ``[attribute, option]``, in the order of the attributes."""
        return [
            [value.attribute_id, value.value_option_id] for value in self.sources.values[unit.pk]
        ]

    def content_of(self, own: list) -> dict:
        """The contents of a package, as ``["30", "ml"]``: the variant's, else the product's."""
        contents = self.sources.vocabulary.contents
        for one in reversed(own):
            for value in self.sources.values[one.pk]:
                if known := contents.get(value.value_option_id):
                    return {"content": [format(known.amount.normalize(), "f"), known.unit]}
        return {}

    def facets(self, sold: list) -> dict[str, list[str]]:
        found: dict[str, set[str]] = {}
        for _unit, value in self._values(sold):
            found.setdefault(value.attribute.code, set()).add(option_code(value.value_option))
        return {code: sorted(options) for code, options in sorted(found.items())}

    def search_text(self, words, language: str, sold: list) -> str:
        """The text for search. The title comes first, as sorting by name uses it too."""
        skus = [unit.upc for unit in [self.product, *sold] if unit.upc]
        names = {
            self.sources.vocabulary.option_name(value.value_option, language)
            for _unit, value in self._values(sold)
        }
        parts = [words.title, words.summary, words.tags, *skus, *map(compact, skus)]
        return " | ".join(dict.fromkeys(fold(part) for part in [*parts, *sorted(names)] if part))


def with_labels(search_text: str, labels: list[dict]) -> str:
    """Add the texts of labels to the search text, except discounts in per cent."""
    said = [fold(label["text"]) for label in labels if label["kind"] != "discount"]
    known = search_text.split(" | ")
    return " | ".join([search_text, *(text for text in said if text and text not in known)])


def _same(price, other) -> bool:
    return (price.amount, price.compare_at) == (other.amount, other.compare_at)


def _card(entry: dict) -> dict:
    return {key: entry[key] for key in ("src", "srcset", "width", "height", "alt")}

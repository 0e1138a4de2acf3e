"""Thousands of products for measuring: written in bulk, in time linear in their number.

Nobody clicks ten thousand products together, so these are rows and not services: no signal is
sent, and who calls this rebuilds listings and indexes afterwards. Product *n* is always the
same, so that a larger scale adds to a smaller one.
"""

import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from functools import cached_property
from random import Random

from django.apps import apps
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from wagtail.models import Locale

from commerce.copy.models import ProductCopy
from commerce.inventory.models import StockMovement
from commerce.media.models import ProductPhoto
from commerce.pricing.models import Price
from demo.company import CURRENCIES, PRODUCTS
from demo.company.schema import ProductSeed, Words
from demo.company.wide_range import KINDS, KindSeed
from demo.company.wide_range_words import DESCRIPTION, EFFECTS, PATTERNS, PLANTS, SUMMARY

from .languages import spoken
from .products import FIRST_STOCK
from .terms_of_trade import partners, price_lists
from .vocabulary import Vocabulary, class_of

Product = apps.get_model("catalogue", "Product")
ProductAttributeValue = apps.get_model("catalogue", "ProductAttributeValue")
ProductCategory = apps.get_model("catalogue", "ProductCategory")
StockRecord = apps.get_model("partner", "StockRecord")

BATCH = 500
# Steps of the amounts, so that prices look like prices.
STEPS = {"co": Decimal("1000"), "mx": Decimal("10"), "us": Decimal("0.50")}
MOST_COLOURS = 5
MODELS = {seed.sku: seed for seed in PRODUCTS}


def largest_scale() -> int:
    """As many products as there are different names."""
    return sum(len(kind.names) * len(PLANTS) * len(EFFECTS[kind.effects]) for kind in KINDS)


@dataclass(frozen=True)
class Unit:
    """What is put in a cart: one colour and size, or the product where it has neither."""

    sku: str
    colour: str | None
    size: str | None
    prices: dict[str, tuple[Decimal, Decimal | None]]
    stock: dict[str, int]


@dataclass(frozen=True)
class WideSeed:
    """Product ``number`` of the wide range, all of it decided by the number."""

    number: int
    kind: KindSeed
    turn: int

    @property
    def sku(self) -> str:
        return f"RZ-W{self.number:05}"

    @property
    def model(self) -> ProductSeed:
        return MODELS[self.kind.model]

    @cached_property
    def words(self) -> dict[str, Words]:
        """Title, summary, description and tags. The product of the parts never repeats."""
        names, effects = self.kind.names, EFFECTS[self.kind.effects]
        plant = PLANTS[self.turn * 7 % len(PLANTS)]
        rest = self.turn // len(PLANTS)
        name, effect = names[rest % len(names)], effects[rest // len(names) % len(effects)]
        pattern = PATTERNS[self.kind.pattern]
        es = {"name": name[0], "effect": effect[0], "plant": plant[0]}
        en = {"name": name[1], "effect": effect[1], "plant": plant[1]}
        return {
            "title": Words(pattern.es.format(**es), pattern.en.format(**en)),
            "summary": Words(SUMMARY.es.format(**es), SUMMARY.en.format(**en)),
            "description": Words(DESCRIPTION.es.format(**es), DESCRIPTION.en.format(**en)),
            "tags": Words(f"{plant[0]}, {effect[0]}", f"{plant[1]}, {effect[1].lower()}"),
        }

    @cached_property
    def chance(self) -> Random:
        return Random(self.number)

    @cached_property
    def facts(self) -> dict:
        chance = self.chance
        return {
            "featured": chance.random() < 0.05,
            "days_ago": int(chance.random() ** 2 * 2000) + 1,
            "rating": round(chance.triangular(2.6, 5.0, 4.4), 1) if chance.random() < 0.6 else None,
            "units": list(self._units(chance)),
        }

    def _units(self, chance: Random) -> Iterator[Unit]:
        factor = Decimal(chance.randrange(60, 160)) / 100
        off = chance.choice((0, 0, 0, 0, 10, 15, 20, 25, 30, 40))
        markets = [market for market in self.model.markets if chance.random() > 0.06]
        markets = markets or list(self.model.markets)
        colours = list(dict.fromkeys(v.colour for v in self.model.variants if v.colour))
        if colours:
            chance.shuffle(colours)
            colours = colours[: chance.randint(min(2, len(colours)), MOST_COLOURS)]
        sizes = list(self.kind.sizes)
        if sizes:
            sizes = sizes[: chance.randint(1, len(sizes))]
        pairs = [(colour, size) for colour in colours or [None] for size in sizes or [None]]
        for colour, size in pairs:
            growth = (
                1 + Decimal("0.6") * sizes.index(size) if size not in (None, "s", "m", "l") else 1
            )
            prices, stock = {}, {}
            for market in markets:
                whole = Decimal(self.model.prices[market][0]) * factor * growth
                amount = _rounded(whole * (100 - off) / 100, market)
                before = _rounded(whole, market)
                prices[market] = (amount, before if off and before > amount else None)
                stock[market] = chance.choice((0, 0, 3, *range(8, 140, 7)))
            suffix = "-".join(part.upper() for part in (colour, size) if part)
            sku = f"{self.sku}-{suffix}" if len(pairs) > 1 else self.sku
            yield Unit(sku, colour, size, prices, stock)


def _rounded(amount: Decimal, market: str) -> Decimal:
    step = STEPS[market]
    return max((amount / step).to_integral_value() * step, step)


def wide_range(count: int) -> Iterator[WideSeed]:
    """The first ``count`` products, kinds taking turns."""
    names = {kind: len(kind.names) * len(PLANTS) * len(EFFECTS[kind.effects]) for kind in KINDS}
    turns = dict.fromkeys(KINDS, 0)
    number = 0
    while number < count:
        for kind in KINDS:
            if turns[kind] < names[kind] and number < count:
                number += 1
                yield WideSeed(number, kind, turns[kind])
                turns[kind] += 1


class WideRangeBuilder:
    """Writes products of the wide range. Needs the small company with its pictures."""

    def __init__(self, *, vocabulary: Vocabulary, categories, by):
        self.vocabulary, self.categories, self.by = vocabulary, categories, by
        self.lists, self.partners = price_lists(), partners()
        self.locales = {
            language: Locale.objects.get(language_code=language) for language in spoken()
        }
        self.photos: dict[str, list[ProductPhoto]] = {}
        for photo in ProductPhoto.objects.filter(product__upc__in=MODELS).select_related("product"):
            self.photos.setdefault(photo.product.upc, []).append(photo)
        self.slugs = set(ProductCopy.objects.values_list("locale_id", "slug"))

    def missing(self, count: int) -> list[WideSeed]:
        """Which of the first ``count`` are not in the catalogue."""
        there = set(Product.objects.filter(upc__startswith="RZ-W").values_list("upc", flat=True))
        return [seed for seed in wide_range(count) if seed.sku not in there]

    def build(self, seeds: list[WideSeed], *, progress: Callable[[int, int], None]) -> None:
        for start in range(0, len(seeds), BATCH):
            self._write(seeds[start : start + BATCH])
            progress(min(start + BATCH, len(seeds)), len(seeds))

    @transaction.atomic
    def _write(self, seeds: list[WideSeed]) -> None:
        products = Product.objects.bulk_create(self._product(seed) for seed in seeds)
        for seed, product in zip(seeds, products, strict=True):
            product.date_created = timezone.now() - timedelta(days=seed.facts["days_ago"])
        # Oscar writes the moment of creation itself; what is new should differ.
        Product.objects.bulk_update(products, ["date_created"])
        pairs = list(zip(seeds, products, strict=True))
        ProductCategory.objects.bulk_create(
            ProductCategory(product=product, category=self.categories[seed.model.category])
            for seed, product in pairs
        )
        ProductCopy.objects.bulk_create(
            copy for seed, product in pairs for copy in self._copies(seed, product)
        )
        ProductPhoto.objects.bulk_create(
            photo for seed, product in pairs for photo in self._photos(seed, product)
        )
        self._write_units(pairs)

    def _product(self, seed: WideSeed):
        facts = seed.facts
        title = seed.words["title"].es
        return Product(
            structure=Product.PARENT if len(facts["units"]) > 1 else Product.STANDALONE,
            upc=seed.sku,
            title=title,
            slug=slugify(title),
            product_class=self.vocabulary.classes[class_of(seed.model)],
            priority=int(facts["featured"]),
            rating=facts["rating"],
        )

    def _copies(self, seed: WideSeed, product) -> Iterator[ProductCopy]:
        key = uuid.uuid4()
        for language, locale in self.locales.items():
            title = seed.words["title"][language]
            slug = slugify(title)
            if (locale.pk, slug) in self.slugs:
                slug = f"{slug}-{seed.number}"
            self.slugs.add((locale.pk, slug))
            yield ProductCopy(
                product=product,
                locale=locale,
                translation_key=key,
                slug=slug,
                live=True,
                first_published_at=timezone.now(),
                last_published_at=timezone.now(),
                **{name: text[language] for name, text in seed.words.items()},
            )

    def _photos(self, seed: WideSeed, product) -> Iterator[ProductPhoto]:
        sold = {
            self.vocabulary.options["colour", unit.colour].pk
            for unit in seed.facts["units"]
            if unit.colour
        }
        shown = [
            photo
            for photo in self.photos.get(seed.kind.model, [])
            if photo.option_id is None or photo.option_id in sold
        ]
        # A picture of a color first, as on the model: the card shows what is sold.
        shown.sort(key=lambda photo: (bool(sold) and photo.option_id is None, photo.sort_order))
        for position, photo in enumerate(shown):
            yield ProductPhoto(
                product=product,
                image_id=photo.image_id,
                option_id=photo.option_id,
                sort_order=position,
            )

    def _write_units(self, pairs: list) -> None:
        units = []
        for seed, product in pairs:
            found = seed.facts["units"]
            for unit in found:
                own = product
                if len(found) > 1:
                    own = Product(
                        structure=Product.CHILD, parent=product, upc=unit.sku, slug=product.slug
                    )
                units.append((seed, unit, own))
        Product.objects.bulk_create(own for _seed, _unit, own in units if own.is_child)
        ProductAttributeValue.objects.bulk_create(
            ProductAttributeValue(product=own, attribute=attribute, value_option=option)
            for seed, unit, own in units
            for attribute, option in self.vocabulary.values(
                class_of(seed.model), colour=unit.colour, size=unit.size
            ).items()
        )
        Price.objects.bulk_create(
            Price(product=own, price_list=self.lists[market], amount=amount, compare_at=before)
            for _seed, unit, own in units
            for market, (amount, before) in unit.prices.items()
        )
        records = StockRecord.objects.bulk_create(
            StockRecord(
                product=own,
                partner=self.partners[market],
                partner_sku=own.upc,
                price_currency=CURRENCIES[market],
                num_in_stock=left,
            )
            for _seed, unit, own in units
            for market, left in unit.stock.items()
        )
        StockMovement.objects.bulk_create(
            StockMovement(
                stockrecord=record,
                kind=StockMovement.Kind.ADJUSTED,
                in_stock=record.num_in_stock,
                reason=FIRST_STOCK,
                by=self.by,
            )
            for record in records
            if record.num_in_stock
        )

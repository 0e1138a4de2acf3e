"""Products with their variants, prices, stock, photos and words."""

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal

from django.apps import apps
from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale

from commerce.copy.models import ProductCopy
from commerce.media.models import ProductPhoto
from commerce.merchandising.services.products import change_identity, create_product
from commerce.merchandising.services.variants import GridRow, save_grid
from commerce.merchandising.services.words import publish_words, save_draft
from demo.company import PRODUCTS
from demo.company.schema import Price, ProductSeed, VariantSeed
from markets.lookup import default_language

from .guides import guide_for
from .languages import spoken
from .photos import shots
from .terms_of_trade import partners, price_lists
from .vocabulary import Vocabulary, class_of

Product = apps.get_model("catalogue", "Product")

FIRST_STOCK = "Existencias iniciales"
TEXTS = (
    "title",
    "summary",
    "description",
    "how_to_use",
    "ingredients",
    "tags",
    "seo_title",
    "seo_description",
)


def missing_products() -> list[ProductSeed]:
    """What is not in the catalogue yet."""
    there = set(Product.objects.filter(parent=None).values_list("upc", flat=True))
    return [seed for seed in PRODUCTS if seed.sku not in there]


def products_without_photos() -> list[ProductSeed]:
    """Those of the catalogue or still missing that have no picture yet."""
    with_photos = set(
        ProductPhoto.objects.filter(product__parent=None).values_list("product__upc", flat=True)
    )
    return [seed for seed in PRODUCTS if seed.sku not in with_photos]


@transaction.atomic
def hang_photos(seeds, images: Mapping[str, object], vocabulary: Vocabulary) -> None:
    """Give products their pictures; ``images`` are the library's by title."""
    products = {product.upc: product for product in Product.objects.filter(parent=None)}
    ProductPhoto.objects.bulk_create(
        ProductPhoto(
            product=products[seed.sku],
            image=images[shot.picture.title],
            option=vocabulary.options["colour", shot.colour] if shot.colour else None,
            sort_order=position,
        )
        for seed in seeds
        for position, shot in enumerate(shots(seed))
    )


class ProductBuilder:
    """Puts products into the catalogue as a merchandiser and a marketer do, screen by screen.

    ``categories`` are by key. Pictures come later: ``hang_photos``.
    """

    def __init__(
        self,
        *,
        vocabulary: Vocabulary,
        categories: Mapping[str, object],
        by,
        words_by,
    ):
        self.vocabulary = vocabulary
        self.categories = categories
        self.by, self.words_by = by, words_by
        self.lists, self.partners = price_lists(), partners()

    @transaction.atomic
    def build(self, seed: ProductSeed):
        """Make one product, whole or not at all."""
        class_name = class_of(seed)
        source = Locale.objects.get(language_code=default_language())
        product = create_product(
            product_class=self.vocabulary.classes[class_name],
            category=self.categories[seed.category],
            sku=seed.sku,
            title=seed.title[source.language_code],
            locale=source,
            by=self.by,
        )
        save_grid(
            product=product,
            own=self._own_row(product, seed, class_name),
            variants=[self._variant_row(seed, variant, class_name) for variant in seed.variants],
            removed=[],
            reason=FIRST_STOCK,
            by=self.by,
        )
        self._words(product, seed)
        change_identity(
            product=product,
            sku=seed.sku,
            product_class=self.vocabulary.classes[class_name],
            categories=[self.categories[seed.category]],
            is_public=True,
            is_featured=seed.featured,
            launched_on=timezone.localdate() - timedelta(days=seed.launched_days_ago),
            details={},
            by=self.by,
        )
        return product

    def _own_row(self, product, seed: ProductSeed, class_name: str) -> GridRow:
        return GridRow(
            product=product,
            sku=seed.sku,
            options={} if seed.variants else self.vocabulary.values(class_name, size=seed.size),
            prices=self._prices(seed.prices),
            stock={} if seed.variants else self._stock(seed, None),
        )

    def _variant_row(self, seed: ProductSeed, variant: VariantSeed, class_name: str) -> GridRow:
        return GridRow(
            product=None,
            sku=seed.variant_sku(variant),
            options=self.vocabulary.values(
                class_name, colour=variant.colour, size=variant.size or seed.size
            ),
            # What a variant does not name it takes from the product.
            prices=self._prices(variant.prices or {}),
            stock=self._stock(seed, variant),
        )

    def _prices(self, prices: Mapping[str, Price]) -> dict:
        return {
            self.lists[market]: (Decimal(amount), Decimal(compare_at) if compare_at else None)
            for market, (amount, compare_at) in prices.items()
        }

    def _stock(self, seed: ProductSeed, variant: VariantSeed | None) -> dict:
        return {self.partners[market]: seed.stock_of(variant, market) for market in seed.markets}

    def _words(self, product, seed: ProductSeed) -> None:
        for language in spoken():
            locale = Locale.objects.get(language_code=language)
            words = ProductCopy.objects.filter(product=product, locale=locale).first()
            words = words or ProductCopy(product=product, locale=locale)
            for name in TEXTS:
                if text := getattr(seed, name):
                    setattr(words, name, text[language])
            if guide := guide_for(seed, language, by=self.words_by):
                words.material = [("document", {"title": guide.title, "document": guide})]
            save_draft(words=words, by=self.words_by)
            publish_words(words=words, by=self.words_by)

"""The company's labels, themed days, arranged lists and recommendations, and its sales counted."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.apps import apps
from django.db import transaction
from wagtail.models import Locale

from commerce.arrangement.models import CatalogueOrder, ThemedDay, ThemedDayCopy
from commerce.arrangement.services import arrange
from commerce.labels.models import Label, LabelCopy
from commerce.listings.models import PER_PAGE
from commerce.orders.models import Placement
from commerce.projection.services import refresh_listings
from commerce.recommendations.models import Complement, RelatedProduct
from commerce.sales_counting.services import count_bought_together, count_sales
from demo.company.schema import Words
from demo.company.showcase import COMPLEMENTS, LABELS, PLACES, RELATED, THEMED_DAYS, LabelSeed
from markets import days
from markets.lookup import default_market, get_market

from .languages import spoken
from .vocabulary import Vocabulary

Product = apps.get_model("catalogue", "Product")


def _day(number: int | None) -> date | None:
    if number is None:
        return None
    return days.today(default_market()) + timedelta(days=number)


@transaction.atomic
def build_showcase(categories: Mapping[str, object], vocabulary: Vocabulary, *, by) -> None:
    """What is not there yet; what a visitor changed stays. Listings are rebuilt after it."""
    products = dict(Product.objects.filter(parent=None).values_list("upc", "pk"))
    for seed in LABELS:
        if not Label.objects.filter(code=seed.code).exists():
            _label(seed, products, categories)
    for day in THEMED_DAYS:
        themed, made = ThemedDay.objects.get_or_create(
            name=day.title.es,
            defaults={"first_day": _day(day.first_day), "last_day": _day(day.last_day)},
        )
        if made:
            _say(ThemedDayCopy, "themed_day", themed, title=day.title)
            themed.options.set(vocabulary.options["colour", key] for key in day.colours)
    for (market, key), places in PLACES.items():
        category = categories[key] if key else None
        if CatalogueOrder.objects.filter(market=market, category=category).exists():
            continue
        arrange(
            market=market,
            category=category,
            places={products[sku]: place for sku, place in places.items()},
            per_page=PER_PAGE,
            revision=0,
            by=by,
        )
    for model, links in ((Complement, COMPLEMENTS), (RelatedProduct, RELATED)):
        if not model.objects.exists():
            model.objects.bulk_create(
                model(product_id=products[sku], other_id=products[other], sort_order=number)
                for sku, others in links.items()
                for number, other in enumerate(others)
            )


def _label(seed: LabelSeed, products: Mapping[str, int], categories: Mapping) -> None:
    label = Label.objects.create(
        code=seed.code,
        colour=seed.colour,
        priority=seed.priority,
        starts_on=_day(seed.first_day),
        ends_on=_day(seed.last_day),
    )
    _say(LabelCopy, "label", label, text=seed.text)
    label.products.set(products[sku] for sku in seed.skus)
    label.categories.set(categories[name] for name in seed.categories)


def _say(model, field: str, subject, **words: Words) -> None:
    """The subject's words in every language, tied together as translations of one text."""
    key = None
    for language in spoken():
        copy = model(
            **{field: subject},
            locale=Locale.objects.get(language_code=language),
            **{name: text[language] for name, text in words.items()},
        )
        if key:
            copy.translation_key = key
        copy.save()
        key = copy.translation_key


def count_all_sales() -> None:
    """Sales of every day on which an order was confirmed, and what was bought together."""
    confirmed = Placement.objects.exclude(confirmed_at=None)
    for market, day in {
        (market, days.today(get_market(market), moment))
        for market, moment in confirmed.values_list("market", "confirmed_at")
    }:
        count_sales(market=market, day=day)
    refresh_listings(count_bought_together())

"""A carousel of products on any page: what it shows follows from the visitor's market."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms import references
from cms.blocks import WITH_THE_MARKET, ActionBlock, KeyBlock, LineBlock, Section
from commerce.arrangement import plan
from commerce.arrangement.ordering import STANDING, carrying
from commerce.catalogue.cards import cards
from commerce.catalogue.models import Product
from commerce.catalogue.tree import category_tree
from commerce.labels.presentation import current
from commerce.listings.models import Listing
from markets.lookup import current_variant, default_language, language_of, market_of

from .choosers import product_chooser
from .lists import new_listings, ranked_listings
from .services import WINDOW_DAYS

MOST = 24

BaseCarouselProductBlock = product_chooser.get_block_class(
    name="CarouselProductBlock", module_path="commerce.recommendations.blocks"
)


class CarouselProductBlock(BaseCarouselProductBlock):
    def bulk_to_python(self, values):
        # A card shows the listing, not the product: on a page its key is enough.
        if references.current() is not None:
            return [Product(pk=value) if value is not None else None for value in values]
        return super().bulk_to_python(values)


def category_choices() -> list[tuple[str, str]]:
    tree = category_tree(default_language())
    return [
        (str(node.pk), " / ".join(step.title for step in tree.trail(node.pk)))
        for node in tree.nodes.values()
    ]


def label_choices() -> list[tuple[str, str]]:
    from commerce.labels.models import Label
    from commerce.merchandising.forms.inline_words import present_words

    return [
        (label.code, present_words(label) if label.is_own else str(label.get_kind_display()))
        for label in Label.objects.active().prefetch_related("copies__locale")
    ]


class CarouselBlock(Section):
    """Product cards to leaf through. Nothing moves by itself."""

    title = LineBlock(max_length=120, label=_("Title"))
    source = blocks.ChoiceBlock(
        choices=[
            ("new", _("New products")),
            ("featured", _("Featured products")),
            ("best", _("Best sellers")),
            ("rising", _("Rising: what sells more than before")),
            ("chosen", _("The products below")),
            ("label", _("Products with a label")),
            ("category", _("A category")),
        ],
        default="new",
        label=_("Which"),
    )
    products = blocks.ListBlock(
        CarouselProductBlock(), default=[], max_num=MOST, label=_("Products")
    )
    label = KeyBlock(choices=label_choices, required=False, label=_("Label"))
    category = KeyBlock(choices=category_choices, required=False, label=_("Category"))
    days = blocks.IntegerBlock(
        default=WINDOW_DAYS,
        min_value=1,
        max_value=365,
        label=_("Days"),
        help_text=_("Best sellers and rising: sales of so many days are counted."),
    )
    most = blocks.IntegerBlock(default=12, min_value=1, max_value=MOST, label=_("How many at most"))
    action = ActionBlock(required=False, label=_("Link at the right"))

    def clean(self, value):
        cleaned = super().clean(value)
        needed = {
            "chosen": ("products", _("Choose the products that are shown.")),
            "label": ("label", _("Choose a label.")),
            "category": ("category", _("Choose a category.")),
        }
        if cleaned["source"] in needed:
            name, message = needed[cleaned["source"]]
            if not cleaned[name]:
                raise blocks.StructBlockValidationError(
                    block_errors={
                        "source" if name == "products" else name: ValidationError(message)
                    }
                )
        return cleaned

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        context["cards"] = cards(listings_of(value))
        return context

    class Meta:
        kept = WITH_THE_MARKET
        icon = "history"
        label = _("Carousel of products")
        template = "recommendations/carousel.html"


def listings_of(value) -> list[Listing]:
    """What a carousel shows in the market that is being served, at most two queries.

    What can be bought comes before what is sold out, except in an editor's own choice.
    """
    variant = current_variant()
    market, language = market_of(variant).code, language_of(variant)
    most = value.get("most") or MOST
    here = Listing.objects.in_market(market, language).for_cards()
    match value["source"]:
        case "chosen":
            return _chosen([product.pk for product in value["products"] if product], here)[:most]
        case "best" | "rising" as kind:
            days = value.get("days") or WINDOW_DAYS
            return ranked_listings(kind, market, language, days=days, most=most)
        case "new":
            rows = new_listings(market, language).for_cards()
        case "featured":
            rows = here.filter(featured=True).order_by(*STANDING)
        case "label":
            return _labelled(value["label"], here, most)
        case "category":
            pk = value["category"]
            if not pk or not pk.isdigit():
                return []
            rows = _in_category(here, int(pk), market)
        case _:
            return []
    return list(rows.buyable()[:most])


def _chosen(ids: list[int], here) -> list[Listing]:
    found = {row.product_id: row for row in here.filter(product_id__in=ids)}
    return [found[pk] for pk in ids if pk in found]


def _in_category(here, pk: int, market: str):
    rows = here.in_category(pk)
    if (market, pk) in plan.current().arranged:
        own = ("in_categories__catalogue_page", "in_categories__catalogue_sequence")
        return rows.order_by(*own, *STANDING)
    return rows.order_by(*STANDING)


def _labelled(code: str, here, most: int) -> list[Listing]:
    rows = here.filter(pk__in=carrying(code)).buyable().order_by(*STANDING)
    # A refresh may be late: what has ended is not shown.
    return [
        row for row in rows[: most + 12] if any(one["code"] == code for one in current(row.labels))
    ][:most]

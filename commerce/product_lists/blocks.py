"""A carousel of products on any page: what it shows follows from the visitor's market."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.content.blocks import WITH_THE_MARKET, ActionBlock, KeyBlock, LineBlock, Section
from cms.page_cache import freshness
from commerce.backoffice.inline_words import present_words
from commerce.catalogue.cards import render_cards
from commerce.catalogue.choosers import product_chooser
from commerce.copy.tree import category_tree
from commerce.labels.models import Label
from commerce.listings.facet_memory import facet_index
from commerce.listings.tags import list_tag
from commerce.recommendations.lists import category_listings, new_listings, ranked_listings
from commerce.recommendations.models import WINDOW_DAYS
from markets.lookup import current_edition, default_language, language_of, market_of

MOST = 24

CarouselProductBlock = product_chooser.get_block_class(
    name="CarouselProductBlock", module_path="commerce.product_lists.blocks"
)


def category_choices() -> list[tuple[str, str]]:
    tree = category_tree(default_language())
    return [
        (str(node.pk), " / ".join(step.title for step in tree.trail(node.pk)))
        for node in tree.nodes.values()
    ]


def label_choices() -> list[tuple[str, str]]:
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
        help_text=_("Rising: sales of so many days are compared with the ones before."),
    )
    most = blocks.IntegerBlock(default=12, min_value=1, max_value=MOST, label=_("How many at most"))
    action = ActionBlock(required=False, label=_("Link at the right"))

    def check_whole(self, value) -> None:
        needed = {
            "chosen": ("products", _("Choose the products that are shown.")),
            "label": ("label", _("Choose a label.")),
            "category": ("category", _("Choose a category.")),
        }
        if value["source"] in needed:
            name, message = needed[value["source"]]
            if not value[name]:
                raise blocks.StructBlockValidationError(
                    block_errors={
                        "source" if name == "products" else name: ValidationError(message)
                    }
                )

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        context["cards"] = render_cards(listings_of(value), heading="h3", eager=0)
        return context

    class Meta:
        cached = WITH_THE_MARKET
        icon = "history"
        label = _("Carousel of products")
        template = "product_lists/carousel.html"


def listings_of(value) -> list[int]:
    """Primary keys of what a carousel shows in the market that is being served. One query at most.

    What is sold out is left out, except in an editor's own choice and among what sells best.
    """
    edition = current_edition()
    market, language = market_of(edition).code, language_of(edition)
    most, days = value.get("most") or MOST, value.get("days") or WINDOW_DAYS
    source = value["source"]
    if source == "best":
        # As on their page: a shop has one list of best sellers.
        return ranked_listings(source, market, language, most=most)
    if source == "rising":
        return ranked_listings(source, market, language, days=days, most=most)
    if source == "chosen":
        ids = [product.pk for product in value["products"] if product]
        # Whether they are sold here: who takes one out of the shop renews everything.
        index = facet_index(market, language, depends_on=())
        return index.listings_of(ids, index.everything)[:most]
    if source == "category":
        pk = int(value["category"]) if (value["category"] or "").isdecimal() else 0
        index = facet_index(market, language, depends_on=[list_tag(market, pk)])
        keys = category_listings(index, pk, index.in_stock, market=market, language=language)
        return keys[:most]
    index = facet_index(market, language)
    if source == "new":
        return index.listings(new_listings(index, market) & index.in_stock, "new")[:most]
    found = 0
    if source == "featured":
        found = index.featured
    elif source == "label":
        moment = timezone.now()
        freshness.expires_at(index.next_ending(moment))
        found = index.labelled(value["label"], moment)
    return index.listings(found & index.in_stock, "featured")[:most]

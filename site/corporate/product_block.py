"""Product cards on a page: what an editor chose, or what a rule finds in the visitor's market."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.content import references
from cms.content.blocks import WITH_THE_MARKET, ActionBlock, KeyBlock, LineBlock, Section
from cms.page_cache import freshness
from commerce.catalogue.cards import EAGER, Card, render_cards, render_listings
from commerce.listings.facet_memory import facet_index
from commerce.listings.models import Listing
from commerce.listings.tags import list_tag, product_tag
from commerce.recommendations.lists import category_listings
from markets.lookup import current_edition, language_of, market_of

from .choosers import product_chooser
from .link_targets import category_choices, category_of

MOST = 12

ProductBlock = product_chooser.get_block_class(
    name="ProductBlock", module_path="corporate.product_block"
)


class ProductCardsBlock(Section):
    """Cards in a row or a grid. What is not sold in the visitor's market is left out."""

    title = LineBlock(max_length=120, label=_("Title"))
    source = blocks.ChoiceBlock(
        choices=[
            ("chosen", _("The products below")),
            ("category", _("A category")),
            ("featured", _("Featured products")),
            ("new", _("The newest")),
        ],
        default="chosen",
        label=_("Which"),
    )
    products = blocks.ListBlock(ProductBlock(), default=[], max_num=MOST, label=_("Products"))
    category = KeyBlock(choices=category_choices, required=False, label=_("Category"))
    layout = blocks.ChoiceBlock(
        choices=[("row", _("A strip to scroll sideways")), ("grid", _("A grid"))],
        default="grid",
        label=_("Layout"),
    )
    action = ActionBlock(required=False, label=_("Link at the right"))

    def check_whole(self, value) -> None:
        errors = {}
        if value["source"] == "chosen" and not value["products"]:
            errors["source"] = ValidationError(_("Choose the products that are shown."))
        if value["source"] == "category" and not value["category"]:
            errors["category"] = ValidationError(_("Choose a category."))
        if errors:
            raise blocks.StructBlockValidationError(block_errors=errors)

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        context["cards"] = _cards(value, (parent_context or {}).get("page"))
        return context

    class Meta:
        cached = WITH_THE_MARKET
        icon = "tag"
        label = _("Product cards")
        template = "corporate/blocks/product_cards.html"


def _cards(value, page) -> list[Card]:
    edition = current_edition()
    market, language = market_of(edition).code, language_of(edition)
    eager = 0 if value["layout"] == "row" else EAGER
    if value["source"] == "chosen":
        return chosen_cards(value["products"], page, eager=eager)
    pk = category_of(value["category"]) or 0 if value["source"] == "category" else None
    index = facet_index(market, language, depends_on=[list_tag(market, pk)])
    everything = index.everything
    match value["source"]:
        case "category":
            keys = category_listings(index, pk, everything, market=market, language=language)
        case "featured":
            keys = index.listings(index.featured, "new")
        case _:
            keys = index.listings(everything, "new")
    return render_cards(keys[:MOST], heading="h3", eager=eager)


def chosen_cards(products, page, *, eager: int = 0) -> list[Card]:
    """Cards of what an editor chose, for any block whose ``products`` are a list of
    ``ProductBlock``. What is not sold in the visitor's market is left out; the first ``eager``
    pictures are loaded at once.
    """
    edition = current_edition()
    market, language = market_of(edition).code, language_of(edition)
    ids = [product.pk for product in products if product]
    with freshness.depends_only_on(*(product_tag(market, pk) for pk in ids)):
        here = Listing.objects.in_market(market, language).for_cards()
        found = _chosen(ids, page, here)
    return render_listings(found, heading="h3", eager=eager)


def _chosen(ids: list[int], page, here) -> list[Listing]:
    """In the editor's order. All blocks of a page are answered by one query."""
    together = references.current()
    kept = together.kept if together is not None else {}
    if "listings" not in kept:
        wanted = set(ids)
        if page is not None:
            wanted |= set(_product_ids(page.stream_data()))
        rows = here.filter(product_id__in=wanted)
        kept["listings"] = {listing.product_id: listing for listing in rows}
    return [kept["listings"][pk] for pk in ids if pk in kept["listings"]]


def _product_ids(data):
    """The products that raw stream data names."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key == "products" and isinstance(value, list):
                for item in value:
                    pk = item.get("value") if isinstance(item, dict) else item
                    if isinstance(pk, int):
                        yield pk
            else:
                yield from _product_ids(value)
    elif isinstance(data, Sequence) and not isinstance(data, str):
        for value in data:
            yield from _product_ids(value)

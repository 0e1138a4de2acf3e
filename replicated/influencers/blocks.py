"""Blocks of influencers' pages: the company's blocks, and favorite products with notes."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.content import blocks as cms_blocks
from cms.content import references
from cms.content.blocks import LineBlock, Section
from cms.content.blocks.base import TextareaBlock
from commerce.catalogue.cards import render_listings
from commerce.listings.models import Listing
from commerce.product_lists.blocks import CarouselBlock
from markets.lookup import current_edition, language_of, market_of

from .choosers import product_chooser

MOST = 24

FavouriteProductBlock = product_chooser.get_block_class(
    name="FavouriteProductBlock", module_path="replicated.influencers.blocks"
)


class FavouriteBlock(blocks.StructBlock):
    favourite = FavouriteProductBlock(label=_("Product"))
    note = TextareaBlock(
        required=False,
        max_length=280,
        label=_("Note"),
        help_text=_("Why you like it, in your own words."),
    )

    class Meta:
        icon = "tag"
        label = _("Favorite")


class FavouritesBlock(Section):
    """Favorite products, each with a note. Products that the visitor's market does not sell are
    left out.
    """

    title = LineBlock(max_length=120, label=_("Title"))
    text = TextareaBlock(required=False, max_length=400, label=_("Text"))
    items = blocks.ListBlock(
        FavouriteBlock(), min_num=1, max_num=MOST, default=[], label=_("Favorites")
    )

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        listings = _listings(value, (parent_context or {}).get("page"))
        shown = [
            item
            for item in value["items"]
            if item["favourite"] and item["favourite"].pk in listings
        ]
        rows = [listings[item["favourite"].pk] for item in shown]
        cards = render_listings(rows, heading="h3", eager=0)
        context["favourites"] = [
            {"card": card, "note": item["note"]} for card, item in zip(cards, shown, strict=True)
        ]
        return context

    class Meta:
        icon = "pick"
        label = _("Favorites")
        template = "influencers/blocks/favourites.html"


def _listings(value, page) -> dict[int, Listing]:
    """The listings of the products in this market, by product id. One query for all blocks."""
    together = references.current()
    kept = together.kept if together is not None else {}
    if "favourites" not in kept:
        wanted = {item["favourite"].pk for item in value["items"] if item["favourite"]}
        if page is not None:
            wanted |= set(favourites_in(page.stream_data()))
        edition = current_edition()
        here = Listing.objects.in_market(market_of(edition).code, language_of(edition))
        rows = here.filter(product_id__in=wanted).for_cards()
        kept["favourites"] = {listing.product_id: listing for listing in rows}
    return kept["favourites"]


def favourites_in(data) -> Iterator[int]:
    """The product ids of the favorites in raw stream data."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key == "favourite" and isinstance(value, int):
                yield value
            else:
                yield from favourites_in(value)
    elif isinstance(data, Sequence) and not isinstance(data, str):
        for value in data:
            yield from favourites_in(value)


class InfluencerBlocks(cms_blocks.GeneralBlocks):
    """All blocks except forms, as the company receives what visitors send."""

    pages = "influencer"

    favourites = FavouritesBlock(group=_("More"))
    carousel = CarouselBlock(group=_("More"))

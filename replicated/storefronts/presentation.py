"""A seller's card as template context. Only favorite products need queries."""

from django.utils.translation import gettext_lazy as _

from commerce.catalogue.cards import Card, render_cards
from commerce.listings.facet_index import FacetIndex
from commerce.listings.facet_memory import facet_index
from markets.lookup import content_languages, current_edition, language_of, market_of
from markets.sellers import Seller
from markets.storefront_urls import absolute

from .content import MOST_FAVOURITES

MOST_FEATURED = 8


def in_words(texts, *, language: str = "") -> tuple[str, str]:
    """The text in a language, else the first one with its language: ("Hola", "es"). The language is
    "" if it is the requested one."""
    language = language or language_of(current_edition())
    texts = texts or {}
    if texts.get(language):
        return texts[language], ""
    for other in content_languages():
        if texts.get(other):
            return texts[other], other
    return "", ""


def words(seller: Seller, key: str) -> tuple[str, str]:
    """A seller's greeting or story, as ``in_words``."""
    written = seller.card.get("words") or {}
    return in_words({language: texts.get(key) for language, texts in written.items()})


def _index() -> FacetIndex:
    edition = current_edition()
    return facet_index(market_of(edition).code, language_of(edition))


def favourite_cards(seller: Seller) -> list[dict]:
    """A seller's favorites that the market sells, in the seller's order, each with its note."""
    index = _index()
    chosen = {
        key: entry
        for entry in (seller.card.get("favourites") or [])[:MOST_FAVOURITES]
        for key in index.listings_of([entry["product"]], index.everything)
    }
    shown = []
    for card in render_cards(chosen, heading="h3", eager=0):
        note, note_lang = in_words(chosen[card.listing].get("notes"))
        shown.append({"html": card.html, "note": note, "note_lang": note_lang})
    return shown


def featured_cards() -> list[Card]:
    """The company's featured products, newest first."""
    index = _index()
    return render_cards(
        index.listings(index.featured, "new")[:MOST_FEATURED], heading="h3", eager=0
    )


def personal_link(seller: Seller) -> str:
    """The URL to share. It redirects visitors to their own market and language."""
    return f"{seller.own_host}/" if seller.own_host else absolute(f"{seller.base}/")


def sample() -> Seller:
    """A sample seller for previews, if there is no consultant yet."""
    name = "Lucía Andrade"
    greeting = _(
        "Hello. I've used these creams for years and I'm happy to help you find the right one."
    )
    story = _(
        "It began with my grandmother's garden. Today I share what I use at home, and I "
        "always make time for your questions."
    )
    here = language_of(current_edition())
    return Seller(
        pk=0,
        code="0000000",
        alias="sample",
        name=name,
        card={
            "name": name,
            "city": "Medellín",
            "contact": {"whatsapp": "+573000000000", "email": "lucia@example.com"},
            "words": {here: {"greeting": str(greeting), "story": str(story)}},
        },
    )

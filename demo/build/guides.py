"""Guides to take along: a small PDF for the products that people ask most about."""

import re
from html import unescape

from django.core.files.base import ContentFile
from wagtail.documents import get_document_model

from demo.company import BRAND, SIZES_BY_KEY
from demo.company.schema import ProductSeed, Words

from .leaflet import Leaflet
from .picture_desk import collection

Document = get_document_model()

# Products with a routine that is easier to follow on paper.
GUIDED = ("RZ-101", "RZ-114", "RZ-301")

TITLE = Words("Guía de uso: {title}", "User guide: {title}")
HOW = Words("Cómo se usa", "How to use it")
INSIDE = Words("Qué lleva", "What is inside")
SIZES = Words("Tamaños", "Sizes")


def guide_for(seed: ProductSeed, language: str, *, by=None):
    """The guide of a product as a document of the library; None where it has none."""
    if seed.sku not in GUIDED:
        return None
    title = TITLE[language].format(title=seed.title[language])
    shelf = collection()
    found = Document.objects.filter(collection=shelf, title=title).first()
    if found:
        return found
    leaflet = Leaflet(title=title, language=language, author=BRAND.legal_name)
    leaflet.heading(seed.title[language])
    leaflet.paragraph(seed.summary[language])
    for text in texts_of(seed.description[language]):
        leaflet.paragraph(text)
    leaflet.subheading(HOW[language])
    leaflet.steps(texts_of(seed.how_to_use[language]))
    leaflet.subheading(INSIDE[language])
    for text in texts_of(seed.ingredients[language]):
        leaflet.paragraph(text)
    sizes = [variant.size for variant in seed.variants if variant.size] or [seed.size]
    if any(sizes):
        leaflet.subheading(SIZES[language])
        leaflet.paragraph(", ".join(SIZES_BY_KEY[size].label[language] for size in sizes if size))
    leaflet.note(BRAND.demo_notice[language])
    suffix = "guia" if language == "es" else "guide"
    return Document.objects.create(
        title=title,
        collection=shelf,
        uploaded_by_user=by,
        file=ContentFile(leaflet.to_bytes(), name=f"{seed.sku.lower()}-{suffix}.pdf"),
    )


def texts_of(html: str) -> list[str]:
    """The plain text of each paragraph or list item."""
    found = re.findall(r"<(?:p|li)>(.*?)</(?:p|li)>", html, flags=re.DOTALL)
    return [unescape(re.sub(r"<[^>]+>", "", text)) for text in found]

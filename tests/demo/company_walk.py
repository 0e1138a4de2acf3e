"""Walks through the demo company's seeds, for the tests that check all of them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

import demo.company as company
from demo.company.academy import ACADEMY, COURSE_CATEGORIES, COURSES
from demo.company.academy.questions import EVALUATIONS, QUESTIONS, TOPICS
from demo.company.pages.contact import CONTACT_CONSENT
from demo.company.payment import PAYMENT_METHODS
from demo.company.schema import Words

LANGUAGES = ("es", "en")
TREES = {
    "brand": company.BRAND,
    "alt_texts": company.ALT_TEMPLATES,
    "categories": company.CATEGORIES,
    "colours": company.COLOURS,
    "colour_families": company.COLOUR_FAMILIES,
    "sizes": company.SIZES,
    "scenes": company.SCENES,
    "products": company.PRODUCTS,
    "pages": company.PAGES,
    "menu": company.MENU,
    "footer": company.FOOTER,
    "contact": (company.CONTACT, company.CONTACT_TOPICS, company.CONTACT_THANKS),
    "consent": {"html": CONTACT_CONSENT},
    "payment": PAYMENT_METHODS,
    "delivery": company.DELIVERY,
    "banks": company.BANKS,
    "academy": (COURSES, COURSE_CATEGORIES, ACADEMY),
    "questions": (QUESTIONS, EVALUATIONS, TOPICS),
}


def every_words(tree, path: str = "") -> Iterator[tuple[str, Words]]:
    """Every ``Words`` below a tree of seeds, mappings and tuples, with the path to it."""
    if isinstance(tree, Words):
        yield path, tree
    elif is_dataclass(tree):
        name = getattr(tree, "sku", None) or getattr(tree, "key", None) or type(tree).__name__
        for field in fields(tree):
            yield from every_words(getattr(tree, field.name), f"{path}/{name}.{field.name}")
    elif isinstance(tree, Mapping):
        for key, value in tree.items():
            yield from every_words(value, f"{path}/{key}")
    elif isinstance(tree, tuple):
        for index, value in enumerate(tree):
            yield from every_words(value, f"{path}[{index}]")


def symbolic_links(tree) -> Iterator[str]:
    if isinstance(tree, Words):
        for text in (tree.es, tree.en):
            yield from re.findall(r'href="([^"]+)"', text)
    elif is_dataclass(tree):
        for field in fields(tree):
            value = getattr(tree, field.name)
            if field.name == "link":
                yield value
            else:
                yield from symbolic_links(value)
    elif isinstance(tree, Mapping):
        for key, value in tree.items():
            if key in ("link", "button_link"):
                yield value
            else:
                yield from symbolic_links(value)
    elif isinstance(tree, tuple):
        for value in tree:
            yield from symbolic_links(value)


ALL_WORDS = [entry for name, tree in TREES.items() for entry in every_words(tree, name)]

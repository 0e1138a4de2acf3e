"""On a product's page: the lessons that show how to use it."""

from collections import defaultdict

from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from cms.addresses.routing import page_path
from cms.content import restricted
from cms.page_cache.versioned import Versioned
from markets.fields import is_for_market
from markets.lookup import current_edition, language_of, market_of
from markets.storefront_urls import in_edition
from people.panels import Panel

from .models import LessonPage, LessonProduct

MOST = 4


def _read(_version: str, language: str) -> dict[int, list[LessonPage]]:
    """The live lessons in a language by the product that they show."""
    shown = LessonProduct.objects.values_list("product_id", "lesson")
    products = defaultdict(list)
    for product, lesson in shown:
        products[lesson].append(product)
    lessons = LessonPage.objects.live().filter(
        translation_key__in=products, locale__language_code=language, alias_of=None
    )
    found: dict[int, list[LessonPage]] = defaultdict(list)
    for lesson in lessons.defer("body").order_by("path"):
        for product in products[lesson.translation_key]:
            found[product].append(lesson)
    return dict(found)


_lessons = Versioned(_read)


def lessons_of(page, request) -> str:
    """The links to them, "" for none; no query once a process has read them."""
    edition = current_edition()
    market = market_of(edition).code
    lessons = [
        lesson
        for lesson in _lessons.current(language_of(edition)).get(page.words.product_id, ())
        if is_for_market(lesson.markets, market) and restricted.may_read(lesson)
    ]
    if not lessons:
        return ""
    links = [
        {"title": one.title, "minutes": one.minutes, "url": in_edition(page_path(one))}
        for one in lessons[:MOST]
    ]
    return render_to_string("courses/parts/product_lessons.html", {"lessons": links}, request)


LEARN_TO_USE_IT = Panel(heading=_("Learn to use it"), html=lessons_of, icon="document", order=60)

"""Which pages of the site are in the search index, and their texts."""

from dataclasses import dataclass
from html import unescape

from django.db.models import Q
from django.utils.html import strip_tags
from wagtail.models import Page
from wagtail.search.index import SearchField

from cms.addresses.routing import page_path
from cms.addresses.translations import with_origin
from cms.content import restricted
from cms.models import StorefrontPage
from markets.lookup import all_markets


def storefront_models(base=StorefrontPage):
    """The page types that have a URL of their own."""
    for model in base.__subclasses__():
        if not model._meta.abstract and model.has_address:
            yield model
        yield from storefront_models(model)


def searchable_pages():
    """Live public pages below the company's home pages that are not hidden from search. Without
    copies that show the texts of another language."""
    shown = Q()
    for model in storefront_models():
        shown |= Q(pk__in=model.objects.filter(hidden_from_search=False).order_by().values("pk"))
    if not shown:
        return Page.objects.none()
    # Leaves out home pages, and pages beside them (influencers' pages).
    return (
        with_origin(Page.objects.live().public())
        .filter(shown, depth__gt=2, alias_of__isnull=True, words_from=None)
        .select_related("locale")
        .order_by("pk")
    )


@dataclass(frozen=True)
class SearchablePage:
    """A page's texts for the index, and the markets that show it."""

    title: str
    text: str
    language: str
    markets: tuple[str, ...]

    @classmethod
    def of(cls, page: Page) -> "SearchablePage":
        page = page.specific
        parts = []
        for field in page.get_search_fields():
            if isinstance(field, SearchField):
                value = field.get_value(page)
                parts += value if isinstance(value, list | tuple) else [value]
        texts = (unescape(strip_tags(str(part))) for part in parts if part)
        return cls(
            title=page.title,
            text=" | ".join([page.title, *texts]),
            language=page.locale.language_code,
            markets=tuple(page.markets or [market.code for market in all_markets()]),
        )


def is_searchable(page: Page) -> bool:
    return bool(page_path(page)) and searchable_pages().filter(pk=page.pk).exists()


def readable(keys: list[int]) -> list[int]:
    """Those of these pages that the visitor may read, in their order. One query, where there are
    pages for an audience at all."""
    if not keys or not restricted.all_restrictions():
        return keys
    pages = Page.objects.filter(pk__in=keys)
    there = set(restricted.readable(pages).order_by().values_list("pk", flat=True))
    return [key for key in keys if key in there]

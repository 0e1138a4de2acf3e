"""What the pages add to the sitemap (``cms.addresses.sitemaps``)."""

from collections.abc import Iterator

from django.db.models import QuerySet
from wagtail.models import Page

from ..addresses.routing import Family
from ..addresses.sitemaps import Entry
from ..addresses.translations import with_origin
from . import restricted
from .models import StorefrontPage


def page_entries() -> Iterator[Entry]:
    """Every public page that wants to be found, once for all its languages."""
    families: dict = {}
    hidden = set()
    pages = restricted.public(Page.objects.filter(live=True, depth__gte=2).public())
    pages = with_origin(pages)
    for page in pages.select_related("locale").order_by("path"):
        family = families.setdefault(page.translation_key, Family())
        family.members[page.locale.language_code] = page
    markets: dict[int, list[str]] = {}
    for pk, codes, is_hidden in _of_every_kind("pk", "markets", "hidden_from_search"):
        markets[pk] = codes
        if is_hidden:
            hidden.add(pk)
    for family in families.values():
        members = [
            member
            for member in family.members.values()
            if member.pk in markets and member.pk not in hidden
        ]
        if not members:
            continue
        paths = {
            language: path
            for language, path in family.paths().items()
            if family.members[language] in members and path
        }
        if paths:
            dates = [member.last_published_at for member in members if member.last_published_at]
            yield Entry(paths, tuple(markets[members[0].pk]), max(dates, default=None))


def _of_every_kind(*columns: str) -> QuerySet:
    """These columns of all live pages, whichever kind they are: one query, however many kinds."""
    first, *others = (
        model.objects.live().order_by().values_list(*columns)
        for model in _page_models(StorefrontPage)
    )
    return first.union(*others, all=True)


def _page_models(base):
    for model in base.__subclasses__():
        if not model._meta.abstract and model.has_address:
            yield model
        yield from _page_models(model)

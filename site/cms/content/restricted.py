"""Pages that are for an audience, and everything below them: who may read which.

A page of a type with ``ForAudience`` may name an audience; it counts for the whole subtree, so a
lesson needs no audience of its own. Lists, search, sitemap, menus and files ask here, and so does
every page before it is served.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from wagtail.documents.models import Document
from wagtail.models import Page, ReferenceIndex

from ..page_cache import audience
from ..page_cache.versioned import Versioned


@dataclass(frozen=True)
class Restriction:
    """``path``: of the tree, down from which pages are for the ``audience``. ``teaser``: the page
    itself tells everybody that it is there."""

    path: str
    audience: tuple[str, ...]
    teaser: bool


def _read(_version: str) -> tuple[Restriction, ...]:
    from .models.for_audience import ForAudience

    rows = (
        model.objects.exclude(audience=[]).order_by()
        for model in apps.get_models()
        if issubclass(model, ForAudience) and issubclass(model, Page)
    )
    columns = [
        each.values_list("path", "translation_key", "audience", "shows_teaser") for each in rows
    ]
    if not columns:
        return ()
    first, *others = columns
    found = list(first.union(*others, all=True) if others else first)
    own = {path: Restriction(path, tuple(codes), teaser) for path, _key, codes, teaser in found}
    # A translation is for whom its source is for, whether or not that reached its row already.
    families = {key: (tuple(codes), teaser) for _path, key, codes, teaser in found}
    family = Page.objects.filter(translation_key__in=families).values_list(
        "path", "translation_key"
    )
    for path, key in family:
        own.setdefault(path, Restriction(path, *families[key]))
    return tuple(own[path] for path in sorted(own))


_restrictions = Versioned(_read)


def all_restrictions() -> tuple[Restriction, ...]:
    """Those of all pages: two queries a version of the storefront, kept in each process. Drafts
    too: what is below one that was unpublished does not become everybody's."""
    return _restrictions.current()


def _on(page: Page) -> Iterator[Restriction]:
    return (one for one in all_restrictions() if page.path.startswith(one.path))


def may_read(page: Page) -> bool:
    """Whether the visitor is in the audience of the page and of every page above it. What is being
    rendered is cached by the answer (``audience.may_read``)."""
    return all([audience.may_read(one.audience) for one in _on(page)])


def may_know(page: Page) -> bool:
    """Whether the visitor may be told that the page is there: also by its teaser."""
    return all(
        [
            audience.may_read(one.audience)
            for one in _on(page)
            if not (one.teaser and one.path == page.path)
        ]
    )


def is_public(page: Page) -> bool:
    """Whether it is for everybody."""
    return not any(_on(page))


def readable(pages: QuerySet) -> QuerySet:
    """Those of the pages that the visitor may read. No query of its own."""
    hidden = [one for one in all_restrictions() if not audience.may_read(one.audience)]
    return _without(pages, hidden, teasers=False)


def known(pages: QuerySet) -> QuerySet:
    """Those of the pages that the visitor may be told of (``may_know``). No query of its own."""
    hidden = [one for one in all_restrictions() if not audience.may_read(one.audience)]
    return _without(pages, hidden)


def public(pages: QuerySet) -> QuerySet:
    """Those of the pages that everybody may be told of: with teasers, for search engines."""
    return _without(pages, all_restrictions())


def may_open(document: Document) -> bool:
    """Whether the visitor may read one of the pages that have a document; what is on no page is
    everybody's. A query, and one more where there are pages for an audience at all."""
    if not all_restrictions():
        return True
    references = ReferenceIndex.get_references_to(document).filter(
        base_content_type=ContentType.objects.get_for_model(Page)
    )
    keys = {int(key) for key in references.values_list("object_id", flat=True)}
    pages = list(Page.objects.filter(pk__in=keys).only("path", "live"))
    # Nobody reads a draft: it opens nothing that a live page keeps.
    pages = [page for page in pages if page.live] or pages
    return not pages or any([may_read(page) for page in pages])


def _without(pages: QuerySet, hidden: Iterable[Restriction], *, teasers: bool = True) -> QuerySet:
    for one in hidden:
        below = Q(path__startswith=one.path)
        pages = pages.exclude(below & ~Q(path=one.path) if one.teaser and teasers else below)
    return pages

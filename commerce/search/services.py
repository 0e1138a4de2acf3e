"""Update, repair and rebuild the search index."""

import logging
from collections.abc import Iterable

from django.db import DatabaseError
from haystack import connections
from haystack.utils import get_model_ct
from wagtail.models import Page

from commerce.listings.models import Listing

from . import terms
from .pages import is_searchable

logger = logging.getLogger(__name__)

BATCH = 500


def _index_of(model):
    return connections["default"].get_unified_index().get_index(model)


def _remove(model, keys: Iterable[int]) -> None:
    backend = connections["default"].get_backend()
    identifiers = [f"{get_model_ct(model)}.{pk}" for pk in keys]
    if not identifiers:
        return
    if hasattr(backend, "remove_many"):
        backend.remove_many(identifiers)
    else:
        for identifier in identifiers:
            backend.remove(identifier)


def index_listings(
    *, written: Iterable[int] = (), removed: Iterable[int] = (), products: Iterable[int] = ()
) -> None:
    """Update the index for changed listings. Run by a worker, as the index has one writer.

    ``written`` and ``removed`` are listing ids, ``products`` the product ids of removed ones, whose
    document may now come from another listing. Raises the engine's errors if it cannot be written.
    Idempotent.
    """
    backend, index = connections["default"].get_backend(), _index_of(Listing)
    _remove(Listing, removed)
    wanted = {*products, *_products_of(written)}
    for batch in _batches(sorted(wanted)):
        rows = list(index.index_queryset().filter(product_id__in=batch))
        standing = {row.pk for row in rows}
        every = Listing.objects.filter(product_id__in=batch).values_list("pk", flat=True)
        _remove(Listing, [pk for pk in every if pk not in standing])
        if rows:
            backend.update(index, rows)
        terms.add_products(batch)


def _products_of(listings: Iterable[int]) -> set[int]:
    found: set[int] = set()
    for batch in _batches(list(listings)):
        found.update(Listing.objects.filter(pk__in=batch).values_list("product_id", flat=True))
    return found


def _batches(items: list) -> Iterable[list]:
    return (items[start : start + BATCH] for start in range(0, len(items), BATCH))


def index_pages(keys: Iterable[int]) -> None:
    """Update the documents of these pages; delete those of pages that are not searchable."""
    keys = list(keys)
    pages = [page for page in Page.objects.filter(pk__in=keys) if is_searchable(page)]
    there = {page.pk for page in pages}
    _remove(Page, [pk for pk in keys if pk not in there])
    if pages:
        connections["default"].get_backend().update(_index_of(Page), pages)


def is_lost() -> bool:
    """Whether the index is empty though there are listings or pages. Raises if it cannot be read;
    False for an engine that does not report its size."""
    backend = connections["default"].get_backend()
    if not hasattr(backend, "size"):
        return False
    return not backend.size() and Listing.objects.exists()


def mend() -> bool:
    """Rebuild the index if it is lost or damaged. Returns whether it was."""
    try:
        if not is_lost():
            return False
    except DatabaseError:
        raise
    except Exception:
        logger.exception("The search index cannot be read: it is made anew")
    rebuild()
    return True


def rebuild(*, using: str = "default") -> int:
    """Rebuild the index without downtime. Returns the number of documents. For engines that
    support it (``WhooshBackend.rebuild``)."""
    connection = connections[using]
    unified = connection.get_unified_index()
    indexes = [unified.get_index(model) for model in unified.get_indexed_models()]
    return connection.get_backend().rebuild(indexes)

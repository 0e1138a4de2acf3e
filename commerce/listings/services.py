"""The version of the listings, and which attributes are filters.

The rows themselves are written by ``commerce.projection``.
"""

import secrets

from django.db import transaction

from background.locks import locked
from cms.page_cache import freshness

from .models import FilterableAttribute, ListingVersion


def next_revision() -> int:
    """The number under which this transaction writes listings.

    Locks: until the end of the transaction nobody else writes listings. Code that changes listings
    other than by a refresh must write this number to their ``revision``, or filters do not see
    the change.
    """
    version, _made = locked(ListingVersion.objects.all()).get_or_create(pk=1)
    version.number += 1
    version.words = [*version.words, secrets.token_hex(4)][-ListingVersion.KEPT :]
    version.save()
    return version.number


@transaction.atomic
def set_filterable(*, attribute, on: bool) -> None:
    """Make an attribute a filter beside lists of products, or no longer. Safe to repeat."""
    if on:
        _tick, changed = FilterableAttribute.objects.get_or_create(attribute=attribute)
    else:
        changed, _rows = FilterableAttribute.objects.filter(attribute=attribute).delete()
    if changed:
        next_revision()
        freshness.invalidate()

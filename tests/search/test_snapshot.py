"""What a search finds in an index of several segments, as changes leave it."""

from datetime import timedelta

import haystack
import pytest
from django.utils import timezone
from haystack import connections

from commerce.listings.models import Listing
from commerce.search.whoosh_snapshot import snapshot_of
from tests import factories as make

pytestmark = [
    pytest.mark.usefixtures("empty_index"),
    pytest.mark.skipif(
        not haystack.connections.connections_info["default"]["ENGINE"].endswith(
            "whoosh_engine.WhooshEngine"
        ),
        reason="how our Whoosh engine does it",
    ),
]


def write_apart(*products) -> None:
    """Into a segment of their own, which Whoosh does by itself once an index is large."""
    backend = connections["default"].get_backend()
    backend._follow()
    index = connections["default"].get_unified_index().get_index(Listing)
    writer = backend.index.writer()
    for document in backend._documents(index, index.index_queryset().filter(product__in=products)):
        writer.update_document(**document)
    writer.commit(merge=False)


def snapshot():
    backend = connections["default"].get_backend()
    backend._follow()
    return snapshot_of(backend._opened, backend.index)


def found(word: str) -> list[int]:
    hits = snapshot().matching([[(word,)]], kind="listings.listing", market="co", language="es")
    assert len(hits) == len(list(hits))
    return list(hits)


@pytest.fixture
def creams():
    """Five, the newest first."""
    made = [make.product(f"Crema {name}", None, photos=0) for name in "ABCDE"]
    make.listed(*made)
    for age, product in enumerate(made):
        launched = timezone.now() - timedelta(days=age)
        product.listings.update(launched_at=launched)
    return made


def test_hits_of_several_segments_are_in_one_order(creams):
    write_apart(creams[0], creams[2], creams[4])
    write_apart(creams[1])
    write_apart(creams[3])

    assert len(snapshot().segments) == 3
    assert found("crem") == [product.pk for product in creams]
    assert snapshot().matching([[("crem",)]], kind="listings.listing", market="co", language="es")[
        1:3
    ] == [creams[1].pk, creams[2].pk]


def test_a_change_leaves_what_is_known_of_other_segments(creams):
    # given an index that was searched
    write_apart(*creams)
    assert len(found("crem")) == 5
    [known] = snapshot().segments.values()
    # when a product is called something else
    creams[0].listings.update(search_text="aceite | sin nada")
    write_apart(creams[0])
    # then it is found by that and not by what it was, and the rest was not read again
    assert found("crem") == [product.pk for product in creams[1:]]
    assert found("aceit") == [creams[0].pk]
    assert known in snapshot().segments.values()

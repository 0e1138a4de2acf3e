"""A rebuild takes the old index's place in one step, for every process and thread."""

import gc
import shutil
import threading

import haystack
import pytest
from haystack import connections
from whoosh.index import LockError

from commerce.listings.models import Listing
from commerce.search import whoosh_engine
from commerce.search.query import clean_query
from commerce.search.selection import Search
from commerce.search.services import index_listings, rebuild
from commerce.search.tasks import mend_index
from config import health
from tests import factories as make
from tests.search.factories import sold

pytestmark = [
    pytest.mark.usefixtures("empty_index"),
    pytest.mark.skipif(
        not haystack.connections.connections_info["default"]["ENGINE"].endswith(
            "whoosh_engine.WhooshEngine"
        ),
        reason="how our Whoosh engine does it",
    ),
]


def found(typed: str) -> int:
    search = Search("co", "es")
    return len(search.matching(search.plan(clean_query(typed, "es"))))


def another_process():
    """A backend of its own, as another process has one: it shares files and nothing else."""
    options = connections.connections_info["default"]
    return whoosh_engine.WhooshBackend("default", **options)


def reads(backend, word: str) -> int:
    return len(backend.matching([[(word,)]], kind="listings.listing", market="co", language="es"))


def test_who_searches_meanwhile_never_finds_it_empty(monkeypatch):
    sold("Bálsamo")
    other = another_process()
    assert reads(other, "balsam") == 1
    seen = []
    documents = whoosh_engine.WhooshBackend._documents

    def watched(self, index, objects):
        for document in documents(self, index, objects):
            seen.append((found("bálsamo"), reads(other, "balsam")))
            yield document

    monkeypatch.setattr(whoosh_engine.WhooshBackend, "_documents", watched)
    rebuild()

    assert seen and set(seen) == {(1, 1)}


def test_every_process_reads_the_new_one(empty_index):
    sold("Bálsamo")
    other = another_process()
    assert (reads(other, "balsam"), reads(other, "brum")) == (1, 0)
    make.listed(make.product("Bruma", None, photos=0))

    rebuild()

    assert (reads(other, "balsam"), reads(other, "brum")) == (1, 1)
    folders = [path.name for path in empty_index.glob("index-*")]
    for _time in range(3):
        rebuild()
    assert len(list(empty_index.glob("index-*"))) == 2
    assert reads(other, "brum") == 1
    assert folders


def test_a_rebuild_that_fails_leaves_the_old_one(monkeypatch, empty_index):
    sold("Bálsamo")
    before = sorted(path.name for path in empty_index.glob("index-*"))

    def broken(self, index, objects):
        raise RuntimeError("the disk is full")
        yield

    with monkeypatch.context() as patched:
        patched.setattr(whoosh_engine.WhooshBackend, "_documents", broken)
        with pytest.raises(RuntimeError):
            rebuild()

    assert found("bálsamo") == 1
    assert sorted(path.name for path in empty_index.glob("index-*")) == before
    rebuild()
    assert found("bálsamo") == 1


def test_who_writes_meanwhile_waits_and_writes_to_the_new_one(monkeypatch):
    [product] = sold("Bálsamo")
    backend = connections["default"].get_backend()
    started, may_go_on = threading.Event(), threading.Event()

    def rebuild_slowly():
        with backend.folder.locked(seconds=5):
            place = backend.folder.new()
            whoosh_engine.FileStorage(str(place)).create_index(backend.schema)
            started.set()
            may_go_on.wait(10)
            backend.folder.publish(place)

    thread = threading.Thread(target=rebuild_slowly)
    thread.start()
    started.wait(10)
    monkeypatch.setattr(whoosh_engine, "WRITER_WAIT", 0.2)
    keys = list(product.listings.values_list("pk", flat=True))
    with pytest.raises(LockError):
        index_listings(written=keys)
    may_go_on.set()
    thread.join()

    assert found("bálsamo") == 0
    index_listings(written=keys)
    assert found("bálsamo") == 1


def test_an_index_that_was_never_made_finds_nothing_and_fills(empty_index):
    make.listed(make.product("Bálsamo", None, photos=0))
    assert found("bálsamo") == 0

    index_listings(written=Listing.objects.values_list("pk", flat=True))

    assert found("bálsamo") == 1


def _empty_pointer(path):
    (path / "current").write_text("")


def _noise_in_pointer(path):
    (path / "current").write_bytes(b"\xff\x00../../etc")


def _folder_gone(path):
    for folder in path.glob("index-*"):
        shutil.rmtree(folder)


def _segments_overwritten(path):
    for file in path.glob("index-*/*"):
        file.write_bytes(b"noise" * 99)


def _segments_emptied(path):
    for file in path.glob("index-*/*"):
        file.write_bytes(b"")


@pytest.mark.parametrize(
    "damage",
    [_empty_pointer, _noise_in_pointer, _folder_gone, _segments_overwritten, _segments_emptied],
)
@pytest.mark.parametrize("by", [rebuild, mend_index.func])
# whoosh leaves the file open that it stumbled over
@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")
def test_a_damaged_index_is_made_anew(client, empty_index, damage, by):
    # given an index that an accident has met, and a process that has not opened it yet
    sold("Bálsamo")
    damage(empty_index)
    haystack.connections.reload("default")
    assert health.examine()["search"] != "ok"
    # when it is rebuilt, by hand or by the worker's own look
    by()
    # then it answers as before
    assert found("bálsamo") == 1
    assert health.examine()["search"] == "ok"
    gc.collect()


def test_an_index_that_is_well_is_left_alone(empty_index):
    sold("Bálsamo")
    before = sorted(path.name for path in empty_index.glob("index-*"))
    mend_index.func()
    assert sorted(path.name for path in empty_index.glob("index-*")) == before

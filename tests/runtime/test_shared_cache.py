"""The shop without Redis: slower, with its limits, and never with something old."""

import socket
import time

import pytest
from django.core.cache import cache, caches
from django.db import transaction
from django.test import Client

from cms.page_cache import freshness
from cms.web.throttle import over_limit
from config import health
from tests.cms.factories import make_page

redis_cache = pytest.importorskip("config.redis_cache", reason="needs requirements-scale.txt")


@pytest.fixture
def frozen():
    """A server that takes connections and never says a word."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen(64)
        yield server.getsockname()[1]


@pytest.fixture
def nobody():
    """A port where nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(params=["killed", "frozen"])
def without_redis(request, settings, monkeypatch):
    """The shared cache is at an address where Redis is away."""
    port = request.getfixturevalue("nobody" if request.param == "killed" else "frozen")
    monkeypatch.setattr(freshness, "TRY_AGAIN", 0.05)
    there = settings.CACHES
    settings.CACHES = {
        "default": {
            "BACKEND": "config.redis_cache.PatientRedisCache",
            "LOCATION": f"redis://127.0.0.1:{port}/0",
        }
    }
    yield
    # What could not be announced is announced to the cache that is there now.
    settings.CACHES = there
    deadline = time.monotonic() + 10
    while freshness._unwritten and time.monotonic() < deadline:
        time.sleep(0.05)


@pytest.fixture
def silences(monkeypatch):
    """Each time that Redis was waited for in vain (``PATIENCE``), in a pause that does not end."""
    found = []
    failed = redis_cache.Breaker.failed

    def note(breaker, error):
        found.append(error)
        failed(breaker, error)

    monkeypatch.setattr(redis_cache, "PAUSE", 3600.0)
    monkeypatch.setattr(redis_cache, "_breakers", {})
    monkeypatch.setattr(redis_cache.Breaker, "failed", note)
    return found


def test_pages_are_served_and_a_frozen_redis_is_waited_for_once(
    page_cache, transactional_db, without_redis, silences
):
    make_page("Historia", "historia", body=[("text", {"text": "<p>Desde 1998.</p>"})])
    Client().get("/health/live/")
    for _turn in range(20):
        for path in ("/es-co/", "/es-co/historia/", "/es-co/cart/", "/es-co/account/login/"):
            assert Client().get(path).status_code == 200, path
    assert len(silences) == 1


def test_one_silence_is_enough(without_redis, silences):
    for number in range(200):
        cache.set(f"key-{number}", number)
    assert len(silences) == 1


def test_a_change_is_seen_at_once_and_nothing_old_comes_back(
    page_cache, transactional_db, without_redis
):
    page = make_page("Historia", "historia", body=[("text", {"text": "<p>Desde 1998.</p>"})])
    assert "Desde 1998." in Client().get("/es-co/historia/").content.decode()
    page.title = "Nuestra historia"
    page.save_revision().publish()
    assert "Nuestra historia" in Client().get("/es-co/historia/").content.decode()
    assert freshness.latest() is None


def test_limits_go_on_counting(rf, without_redis):
    request = rf.get("/")
    assert [over_limit(request, "coupon", 3) for _try in range(5)] == [False] * 3 + [True] * 2


def test_health_warns_and_does_not_take_the_shop_out(db, without_redis):
    assert health.examine()["cache"] == "warning"


def test_everything_that_a_cache_is_asked_for_is_answered(without_redis):
    shared = caches["default"]
    assert shared.add("a", 1) and not shared.add("a", 2)
    assert shared.incr("a") == 2 and shared.get("a") == 2
    assert shared.set_many({"b": 1, "c": 2}) == []
    assert shared.get_many(["b", "c", "d"]) == {"b": 1, "c": 2}
    assert shared.get_or_set("e", 5) == 5 and "e" in shared
    assert shared.touch("e") and shared.delete("e") and not shared.has_key("e")
    shared.delete_many(["b", "c"])
    shared.clear()
    with pytest.raises(ValueError, match="not found"):
        shared.incr("nothing")


def test_what_a_transaction_wants_done_is_done_although_the_change_cannot_be_announced(
    transactional_db, settings, tmp_path
):
    # given a place for the words that cannot be written to
    (tmp_path / "file").write_text("")
    settings.PAGE_CHANGES = tmp_path / "file" / "pages"
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    done = []
    # when a change is announced before something else
    with transaction.atomic():
        freshness.invalidate("co")
        transaction.on_commit(lambda: done.append("mail queued"))
    # then the other is done, and until the change is announced nothing is kept
    assert done == ["mail queued"]
    assert freshness.latest() is None
    settings.PAGE_CHANGES = tmp_path / "pages"
    deadline = time.monotonic() + 10
    while freshness.latest() is None and time.monotonic() < deadline:
        time.sleep(0.05)
    assert freshness.latest() is not None


@pytest.mark.postgres
def test_when_redis_is_back_it_is_asked_again(monkeypatch, nobody):
    """With the Redis that the run with PostgreSQL has."""
    shared = caches["default"]
    monkeypatch.setattr(redis_cache, "PAUSE", 0.2)
    shared.set("kept", "by Redis")
    shared._breaker.failed(ConnectionError())
    assert shared.is_away and shared.get("kept") is None
    time.sleep(0.3)
    assert shared.get("kept") == "by Redis" and not shared.is_away

"""What every test stands on: a database in a second, clean threads, no network, a browser."""

import importlib.util
import socket
from contextlib import contextmanager

import haystack
import pytest
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.cache import caches
from django.core.management import call_command
from django.db import connection
from django.test import Client, TransactionTestCase
from django.test.utils import CaptureQueriesContext
from django.urls import set_script_prefix
from django.utils import timezone, translation
from django_tasks.backends.immediate import ImmediateBackend
from django_tasks.base import TaskResultStatus
from django_tasks.signals import task_finished
from wagtail.models import Page

from cms.page_cache.page_store import page_store
from config.garbage import leave_what_is_loaded, search_less_often

from . import database
from .database_on_postgresql import postgresql_baselines

pytest_plugins = [
    "tests.browser",
    "tests.locking",
    "tests.pictures",
    "tests.prepared",
    "tests.providers.stripe_account",
]


def pytest_configure():
    """Compiled catalogues are not in the repository, and addresses ("catalogo/") hold words."""
    call_command("compilemessages", verbosity=0)


def pytest_collection_finish():
    """What is loaded by now stays: the search for garbage need not read it again and again.
    A run of the suite takes a twentieth less."""
    leave_what_is_loaded()
    search_less_often()


def pytest_addoption(parser):
    parser.addoption(
        "--database-only",
        action="store_true",
        help="only tests whose answer an engine can change (docs/architecture.md, Tests)",
    )
    parser.addoption(
        "--database-elsewhere",
        action="store_true",
        help="leave out what another run asks with --database-only, but for a sample of it",
    )
    parser.addoption(
        "--write-tables",
        action="store_true",
        help="write anew who may open which address (tests/access), to be reviewed as a change",
    )


def asks_the_engine(item) -> bool:
    """Whether a test could say something else on another engine: it asks a database, and it or
    its module does not say that this is beside the point."""
    if item.get_closest_marker("engine") or item.get_closest_marker("postgres"):
        return True
    if item.get_closest_marker("one_database") or item.get_closest_marker("browser"):
        return False
    asks = {"db", "transactional_db"} & set(item.fixturenames)
    return bool(asks or item.get_closest_marker("django_db"))


def is_asked_of_every_engine(item) -> bool:
    """Whether CI runs a test on both, too."""
    return bool(item.get_closest_marker("engine") or item.get_closest_marker("every_engine"))


def needs_no_browser(item) -> bool:
    """Sorts stories in a browser first: they wait for it half of their time, and at the end of a
    run nothing else would be left to do meanwhile."""
    return not item.get_closest_marker("browser")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items):
    kept = items
    if config.getoption("--database-only"):
        kept = [item for item in items if asks_the_engine(item)]
    elif config.getoption("--database-elsewhere"):
        kept = [i for i in items if not asks_the_engine(i) or is_asked_of_every_engine(i)]
    if len(kept) < len(items):
        left_out = set(items) - set(kept)
        config.hook.pytest_deselected(items=[item for item in items if item in left_out])
        items[:] = kept
    items.sort(key=needs_no_browser)
    if connection.vendor == "postgresql":
        return
    skip = pytest.mark.skip(reason="needs PostgreSQL: set DATABASE_URL (.ci/run starts one)")
    for item in items:
        if item.get_closest_marker("postgres"):
            item.add_marker(skip)


# --- The database ---------------------------------------------------------------------


@pytest.fixture(scope="session")
def baselines(request, django_test_environment, django_db_blocker):
    """The test databases that can be gone back to (tests/database.py)."""
    with django_db_blocker.unblock():
        if connection.vendor == "sqlite":
            return database.sqlite_baselines()
        return postgresql_baselines()


@pytest.fixture(scope="session")
def django_db_setup(baselines, request, django_db_blocker):
    """pytest-django's hook: the migrated database, copied instead of built.

    ``--create-db`` builds it anew; it is kept in any case, so ``--reuse-db`` changes nothing.
    """
    with django_db_blocker.unblock():
        baselines.open(rebuild=request.config.getoption("create_db"))
    # A test that commits gets the baseline back, with Wagtail's root page and languages in
    # it: Django would leave every table empty.
    original = TransactionTestCase._fixture_teardown
    TransactionTestCase._fixture_teardown = lambda _case: baselines.restore(baselines.key)
    yield
    TransactionTestCase._fixture_teardown = original
    with django_db_blocker.unblock():
        connection.close()


@pytest.fixture
def demo_company(transactional_db, baselines, page_cache):
    """The whole demo company, as ``make run`` sets it up, put back for each test. Its public
    pages are kept whole, as in production.

    Built once and kept until ``demo/`` or a migration changes. After another change that
    should show in it, delete ``var/test``.
    """
    if importlib.util.find_spec("demo.management.commands.demo") is None:
        pytest.skip("the demo company is not part of this checkout")

    # A plugin: its assertions are rewritten before anybody imports it.
    from .locking import nobody_else_writes

    def fill():
        with nobody_else_writes():
            call_command("demo")
        call_command("rebuild_index", interactive=False, verbosity=0)
        # Sizes of pictures are drawn when a page first asks: here once, not in every test.
        for edition in ("es-co", "en-us"):
            for page in Page.objects.live().filter(depth__gt=1, locale__language_code=edition[:2]):
                Client().get(f"/{edition}/{page.url_path.split('/', 2)[2]}")

    baselines.open_with("demo", database.content_of(settings.ROOT / "demo"), fill)
    # Kept of another state, or while it was filled.
    page_cache.clear()
    # The index was put back under the backend's open files.
    haystack.connections.reload("default")


# --- One test never sees the last one -------------------------------------------------


@pytest.fixture(autouse=True)
def _clean_thread():
    """Back to the default language, time zone, script prefix and empty caches.

    Django's test client never resets the script prefix: a test under ``/@lili/`` would
    change every address of the next one.
    """
    yield
    set_script_prefix("/")
    translation.activate(settings.LANGUAGE_CODE)
    timezone.deactivate()
    ContentType.objects.clear_cache()
    # All of them: a cache that only the live server's threads used is not initialised in this.
    for alias in settings.CACHES:
        caches[alias].clear()


@pytest.fixture(autouse=True)
def _loopback_only(monkeypatch, request):
    """Tests speak to this machine only. An attempt to go further fails, and says where to."""
    if request.node.get_closest_marker("real_account"):
        return
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex

    def guarded(original):
        def wrapper(self, address):
            if self.family in (socket.AF_INET, socket.AF_INET6):
                host = str(address[0])
                if not (host.startswith("127.") or host in ("::1", "localhost")):
                    raise RuntimeError(f"A test tried to reach {address}: tests have no network.")
            return original(self, address)

        return wrapper

    monkeypatch.setattr(socket.socket, "connect", guarded(connect))
    monkeypatch.setattr(socket.socket, "connect_ex", guarded(connect_ex))


@pytest.fixture(autouse=True)
def _failed_jobs_are_failures(request):
    """In tests a job runs at once, and django-tasks keeps its exception to itself. Here it is
    raised, unless the test is marked ``jobs_may_fail``."""
    if request.node.get_closest_marker("jobs_may_fail"):
        yield
        return

    def on_finished(sender, task_result, **kwargs):
        if task_result.status == TaskResultStatus.FAILED and sender is ImmediateBackend:
            raise AssertionError(f"A job failed:\n{task_result.errors[0].traceback}")

    task_finished.connect(on_finished)
    yield
    task_finished.disconnect(on_finished)


@pytest.fixture
def page_cache(settings):
    """Public pages are kept whole, as in production; empty at the beginning of the test."""
    page_store.clear()
    settings.PAGE_CACHE_MEGABYTES = 8
    yield page_store
    page_store.clear()


@pytest.fixture
def captcha_on(settings):
    """Public forms ask for a proof, as in production; there is little to work for."""
    settings.VITRINA_CAPTCHA = "altcha"


# --- Measures -------------------------------------------------------------------------


@pytest.fixture
def assert_max_queries():
    """``with assert_max_queries(10): client.get(…)`` fails above ten, and lists them."""

    @contextmanager
    def limit(most: int):
        with CaptureQueriesContext(connection) as queries:
            yield queries
        if len(queries) > most:
            listed = "\n".join(f"{i}. {q['sql'][:300]}" for i, q in enumerate(queries, 1))
            pytest.fail(f"{len(queries)} queries, at most {most} allowed:\n{listed}")

    return limit

"""For pytest: fast hashes, mail in memory, and nothing shared between two test processes.

tests/database.py keeps the migrated database between runs.
"""

import os
from pathlib import Path

from .base import *  # noqa: F403
from .base import (
    CACHES,
    DATABASES,
    HAYSTACK_CONNECTIONS,
    INSTALLED_APPS,
    STORAGES,
    VAR,
    env,
    logging_settings,
)
from .environment import DEMO_APPS

INSTALLED_APPS = [*INSTALLED_APPS, *DEMO_APPS]
SECRET_KEY = "tests"
DEBUG = False
COMPANY_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PUBLIC_URL = "http://testserver"
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# Static files come from where they lie: nothing is collected for a test.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True

# Each process of pytest-xdist has files, an index and a cache of its own.
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "main")
TEST_HOME = VAR / "test" / WORKER
TEST_HOME.mkdir(parents=True, exist_ok=True)
FILES = TEST_HOME
# The database is put back between tests: no thread keeps a connection into the old one.
DATABASES["default"]["CONN_MAX_AGE"] = 0
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Somebody who works beside others in one checkout names a database of their own.
    database = Path(env("TEST_DB_NAME", default=str(TEST_HOME / "db.sqlite3")))
    if "TEST_DB_NAME" in os.environ:
        database = database.with_name(f"{database.stem}-{WORKER}{database.suffix}")
        FILES = database.with_suffix("")
    DATABASES["default"]["TEST"] = {"NAME": str(database)}
MEDIA_ROOT = FILES / "media"
HAYSTACK_CONNECTIONS["default"]["PATH"] = str(FILES / "search")
CACHES["default"]["KEY_PREFIX"] = f"test-{WORKER}"
if "redis" in CACHES["default"]["BACKEND"]:
    # Clearing a cache empties its whole Redis database: each process has one of its own.
    number = 0 if WORKER == "main" else int(WORKER.removeprefix("gw")) + 1
    CACHES["default"]["LOCATION"] = f"{CACHES['default']['LOCATION'].rsplit('/', 1)[0]}/{number}"

LOGGING = logging_settings(json=False, level="WARNING")
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
VITRINA_DEMO_GATEWAY = True
VITRINA_DEMO_COMPANY = True
AXES_ENABLED = True
# Who tests a form is taken for a person; tests of robots ask for the `captcha_on` fixture.
VITRINA_CAPTCHA = "none"
# Tests write the search report when they look at it.
VITRINA_SEARCHES_WRITTEN_EVERY = 0
# A page is drawn each time it is asked for, unless a test asks for the `page_cache` fixture:
# within a test's transaction nothing commits, so no change would be heard of.
PAGE_CACHE_MEGABYTES = 0
PAGE_CHANGES = FILES / "pages" / "changes"

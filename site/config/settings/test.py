"""For pytest: fast hashes, mail in memory, one database file that is kept between runs."""

from .base import *  # noqa: F403
from .base import DATABASES, STORAGES, VAR, env

SECRET_KEY = "tests"
DEBUG = False
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PUBLIC_URL = "http://testserver"
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Building it costs over a minute; `--reuse-db` brings the next run to a second.
    DATABASES["default"]["TEST"] = {
        "NAME": env("TEST_DB_NAME", default=str(VAR / "test.sqlite3")),
    }
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
MEDIA_ROOT = VAR / "test-media"
VITRINA_DEMO_GATEWAY = True
AXES_ENABLED = True

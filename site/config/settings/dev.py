"""On a laptop: everything embedded, nothing to configure."""

import re

from django.core.exceptions import ImproperlyConfigured

from .base import *  # noqa: F403
from .base import INSTALLED_APPS, STORAGES, env, logging_settings
from .environment import DEMO_APPS, ROOT

# Whoever wrote it there means production, and would get this on production's database.
_file = ROOT / ".env"
if _file.exists() and re.search(
    r"^\s*(export\s+)?DJANGO_SETTINGS_MODULE\s*=", _file.read_text(errors="replace"), re.M
):
    raise ImproperlyConfigured(
        "DJANGO_SETTINGS_MODULE stands in .env, where it is read too late. Set it in the "
        "environment of each process instead (docs/running.md)."
    )

INSTALLED_APPS = [*INSTALLED_APPS, *DEMO_APPS]
DEBUG = env.bool("DEBUG", default=True)
SECRET_KEY = env("SECRET_KEY", default="development only, never used elsewhere")
COMPANY_HOSTS = ["*"]
PUBLIC_URL = env("PUBLIC_URL", default=f"http://localhost:{env('PORT', default='8000')}")
WAGTAILADMIN_BASE_URL = PUBLIC_URL
LOGGING = logging_settings(
    json=env.bool("LOG_JSON", default=False), level=env("LOG_LEVEL", default="INFO")
)
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# What cannot be read is told of once, not once more by each layer.
DEFAULT_EXCEPTION_REPORTER = "config.errors.Reporter"
# The one gateway that pays by itself exists for trying the shop out.
VITRINA_DEMO_GATEWAY = True
# Somebody edits templates here, of which nobody tells a kept page.
PAGE_CACHE_MEGABYTES = env.int("PAGE_CACHE_MEGABYTES", default=0 if DEBUG else 64)

"""On a laptop: everything embedded, nothing to configure."""

from .base import *  # noqa: F403
from .base import STORAGES, env

DEBUG = env.bool("DEBUG", default=True)
SECRET_KEY = env("SECRET_KEY", default="development only, never used elsewhere")
ALLOWED_HOSTS = ["*"]
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# The one gateway that pays by itself exists for trying the shop out.
VITRINA_DEMO_GATEWAY = True

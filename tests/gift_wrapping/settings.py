"""The company's settings: its app and its words beside the project's."""

from pathlib import Path

from config.settings.test import *  # noqa: F403
from config.settings.test import INSTALLED_APPS, LOCALE_PATHS

INSTALLED_APPS = ["tests.gift_wrapping.apps.GiftWrappingConfig", *INSTALLED_APPS]
LOCALE_PATHS = [Path(__file__).parent / "locale", *LOCALE_PATHS]

"""The shop as it is served; its captcha and its mails would only be in the way."""

from config.settings.dev import *  # noqa: F403

DEBUG = False
VITRINA_DEMO_COMPANY = True
VITRINA_CAPTCHA = "none"
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"

"""The shop as it is served, with the faulty bank among its gateways."""

from config.settings.dev import *  # noqa: F403
from config.settings.dev import VITRINA_GATEWAYS

DEBUG = False
VITRINA_DEMO_COMPANY = True
VITRINA_GATEWAYS = [*VITRINA_GATEWAYS, "fault_gateway.FaultGateway"]
VITRINA_CAPTCHA = "none"
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"

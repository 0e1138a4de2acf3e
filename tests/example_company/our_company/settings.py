"""What a company changes: its app before ours, its addresses, and what it chooses from.

Ours start from ``production``; this one from what tests start from.
"""

from config.settings.test import *

INSTALLED_APPS = ["our_company.apps.CompanyConfig", *INSTALLED_APPS]
ROOT_URLCONF = "our_company.urls"
VITRINA_GATEWAYS = [*VITRINA_GATEWAYS, "our_company.gateway.PayInStore"]
VITRINA_ATTRIBUTION = ["bound", "code", "evening", "link", "asked"]

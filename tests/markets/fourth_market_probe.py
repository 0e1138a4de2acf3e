"""Run by test_fourth_market.py in a process of its own; prints what it found as JSON."""

import json
import sys
from decimal import Decimal

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import translation  # noqa: E402

from markets import lookup, money, storefront_urls  # noqa: E402

call_command("check", stdout=sys.stderr)
call_command("makemigrations", check=True, dry_run=True, stdout=sys.stderr)

client = Client()
found = {
    "editions": lookup.all_editions(),
    "languages": [code for code, _name in settings.LANGUAGES],
    "portuguese leads to": client.get("/pt/").headers["Location"],
    "a browser in Portuguese goes to": client.get(
        "/", headers={"Accept-Language": "pt-BR"}
    ).headers["Location"],
    "English in Colombia": storefront_urls.in_edition("/es-co/nosotros/", "en-co"),
    "price": money.format_money(Decimal("25.5"), "BRL", "pt-br"),
    "price in English, Colombia": money.format_money(Decimal("99000"), "COP", "en-co"),
    "parsed": storefront_urls.split("/@lili/pt-br/x/").edition,
}
with translation.override("pt-br"):
    found["market"] = lookup.current_market().code
json.dump(found, sys.stdout)

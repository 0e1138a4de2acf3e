"""Run by test_language_codes.py in a process of its own; prints what it found as JSON."""

import json
import sys
from datetime import date
from decimal import Decimal

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402

from markets import dates, lookup, money, names, storefront_urls  # noqa: E402
from markets.lookup import html_language  # noqa: E402
from markets.names import language_name  # noqa: E402

call_command("check", stdout=sys.stderr)

client = Client()
editions = ("fil-ph", "en-ph", "zh-hans-cn", "pt-br-br", "quz-pe")
json.dump(
    {
        "languages": {one: lookup.language_of(one) for one in editions},
        "paths": {one: storefront_urls.split(f"/@lili/{one}/x/").language for one in editions},
        "html": {one: html_language(one) for one in editions},
        "names": {one: language_name(lookup.language_of(one)) for one in editions},
        "own names": {one: names.language_name(lookup.language_of(one)) for one in editions},
        "days": {one: dates.format_day(date(2026, 11, 21), one) for one in editions},
        "prices": {
            one: money.format_money(Decimal(99000), lookup.market_of(one).currency, one)
            for one in editions
        },
        "lead to": {
            one: client.get(f"/{one}/").headers["Location"] for one in ("fil", "zh-hans", "quz")
        },
        "browsers": {
            one: client.get("/", headers={"Accept-Language": one}).headers["Location"]
            for one in ("fil", "zh-CN", "zh-Hans", "pt-BR", "quz")
        },
    },
    sys.stdout,
)

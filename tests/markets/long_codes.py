"""A company whose languages have three letters, a script, a country, or no describer at all."""

from dataclasses import replace

from config.settings import markets

MARKETS = [
    *markets.MARKETS,
    replace(
        markets.MARKETS[0],
        code="ph",
        country="PH",
        currency="PHP",
        languages=("fil", "en"),
        time_zone="Asia/Manila",
    ),
    replace(
        markets.MARKETS[0],
        code="cn",
        country="CN",
        currency="CNY",
        languages=("zh-hans",),
        time_zone="Asia/Shanghai",
    ),
    replace(
        markets.MARKETS[0],
        code="br",
        country="BR",
        currency="BRL",
        languages=("pt-br",),
        time_zone="America/Sao_Paulo",
    ),
    replace(
        markets.MARKETS[0],
        code="pe",
        country="PE",
        currency="PEN",
        languages=("quz",),
        time_zone="America/Lima",
    ),
]
CONTENT_LANGUAGES = [
    *markets.CONTENT_LANGUAGES,
    ("fil", "Filipino"),
    ("zh-hans", "简体中文"),
    ("pt-br", "Português (Brasil)"),
    ("quz", "Runasimi"),
]

"""A company that also sells in Brazil, in Portuguese: what docs/markets.md tells to write."""

from dataclasses import replace
from decimal import Decimal

from config.settings import markets
from markets.registry import Market

MARKETS = [
    # English in Colombia is one word of configuration.
    replace(markets.MARKETS[0], languages=("es", "en")),
    *markets.MARKETS[1:],
    Market(
        code="br",
        country="BR",
        currency="BRL",
        languages=("pt",),
        time_zone="America/Sao_Paulo",
        prices_include_tax=True,
        tax_rates={"standard": Decimal("0.17")},
        price_decimals=2,
    ),
]
CONTENT_LANGUAGES = [*markets.CONTENT_LANGUAGES, ("pt", "Português")]

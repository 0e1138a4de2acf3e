"""Where the company sells. Adding a market or a language starts (and mostly ends) here:
docs/markets.md walks through it.

The order is the order of the country switch; the first market is the default one.
"""

from decimal import Decimal

from markets.registry import Market

MARKETS = [
    Market(
        code="co",
        country="CO",
        currency="COP",
        languages=("es",),
        time_zone="America/Bogota",
        prices_include_tax=True,
        tax_rates={
            "standard": Decimal("0.19"),
            "reduced": Decimal("0.05"),
            "food": Decimal("0.05"),
            "exempt": Decimal(0),
        },
        price_decimals=0,
    ),
    Market(
        code="mx",
        country="MX",
        currency="MXN",
        languages=("es",),
        time_zone="America/Mexico_City",
        prices_include_tax=True,
        tax_rates={
            "standard": Decimal("0.16"),
            "reduced": Decimal("0.08"),
            "food": Decimal(0),
            "exempt": Decimal(0),
        },
        price_decimals=2,
    ),
    Market(
        code="us",
        country="US",
        currency="USD",
        languages=("en", "es"),
        # The clock of the office in Houston, which is also that of the shop's hours.
        time_zone="America/Chicago",
        prices_include_tax=False,
        # By state and postcode: the rates are rows of pricing.TaxRate.
        tax_rates={},
        price_decimals=2,
    ),
]

# The languages that content is written in; the first is what others fall back to.
CONTENT_LANGUAGES = [("es", "Español"), ("en", "English")]

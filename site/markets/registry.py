"""What a market is. Pure data, so that settings can import it before Django is set up."""

from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True)
class Market:
    """One country's shop: what it costs there, in which languages, and on whose clock.

    ``code`` is the country half of an edition (``es-co``). ``languages`` are content
    languages, the first being the market's own. ``tax_rates`` maps a product's tax class
    to a fraction; where it is empty the rates come from ``pricing.TaxRate`` by region.
    ``price_decimals`` is how many decimals prices are *shown* with (ISO minor units are
    another matter, see ``commerce.gateways``).
    """

    code: str
    country: str
    currency: str
    languages: tuple[str, ...]
    time_zone: str
    prices_include_tax: bool
    price_decimals: int
    tax_rates: dict[str, Decimal] = field(default_factory=dict)

    @property
    def editions(self) -> tuple[str, ...]:
        """The Django language codes this market is served in: ``("en-us", "es-us")``."""
        return tuple(f"{language}-{self.code}" for language in self.languages)

    @property
    def default_edition(self) -> str:
        return self.editions[0]

    def edition(self, language: str) -> str:
        """The market's edition in ``language``, or in its own language where it has no such."""
        return f"{language if language in self.languages else self.languages[0]}-{self.code}"

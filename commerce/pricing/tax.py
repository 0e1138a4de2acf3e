"""Tax on an amount, and where the rate comes from. Pure but for ``rates_by_region``."""

from dataclasses import dataclass
from decimal import Decimal

from markets.money import round_money
from markets.registry import Market


@dataclass(frozen=True)
class Taxed:
    """An amount with and without tax, rounded to hundredths; ``incl - excl == tax`` always."""

    excl: Decimal
    tax: Decimal
    incl: Decimal

    def __add__(self, other: "Taxed") -> "Taxed":
        return Taxed(self.excl + other.excl, self.tax + other.tax, self.incl + other.incl)


NOTHING = Taxed(Decimal(0), Decimal(0), Decimal(0))


@dataclass(frozen=True)
class Destination:
    """Where goods go, as far as tax and delivery care. Region codes are libaddressinput's."""

    region: str = ""
    postcode: str = ""


def tax_amount(amount: Decimal, *, rate: Decimal, included: bool) -> Taxed:
    """Take the tax out of an amount that includes it, or add it to one that does not."""
    if included:
        incl = round_money(amount)
        excl = round_money(incl / (1 + rate))
    else:
        excl = round_money(amount)
        incl = excl + round_money(excl * rate)
    return Taxed(excl=excl, tax=incl - excl, incl=incl)


class TaxTable:
    """The rates of one market at one destination: the built-in tax provider.

    ``rate`` answers None while the rate depends on an address that is not known yet. Another
    provider is any object with the same ``rate`` (setting ``VITRINA_TAX_PROVIDER``).
    """

    def __init__(self, market: Market, destination: Destination | None = None):
        self.market = market
        self.destination = destination
        self._regional: dict[str, Decimal] | None = None

    def rate(self, tax_class: str) -> Decimal | None:
        """The fraction for a tax class (``Decimal("0.19")``)."""
        if self.market.tax_rates:
            return self.market.tax_rates.get(tax_class, self.market.tax_rates["standard"])
        if self.destination is None:
            return None
        if self._regional is None:
            self._regional = rates_by_region(self.market, self.destination)
        return self._regional.get(tax_class, Decimal(0))


def rates_by_region(market: Market, destination: Destination) -> dict[str, Decimal]:
    """``{tax class: rate}`` for an address; the most specific row of ``TaxRate`` wins."""
    from .models import TaxRate

    rows = TaxRate.objects.filter(market=market.code, region__in=["", destination.region])
    best: dict[str, tuple[tuple[int, int], Decimal]] = {}
    for row in rows:
        if not destination.postcode.startswith(row.postcode_prefix):
            continue
        specific = (len(row.postcode_prefix), 1 if row.region else 0)
        if row.tax_class not in best or specific > best[row.tax_class][0]:
            best[row.tax_class] = (specific, row.rate)
    return {tax_class: rate for tax_class, (_specific, rate) in best.items()}

"""What was sold, by market and day: confirmed orders with the money that they brought or bring.

A day is one of the market's own clock, and an order belongs to the day on which it was confirmed.
Canceled orders and those that were never paid are no sale. Money given back on sales is told
beside them, never taken off a day that is over.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Case, Count, IntegerField, Q, Sum, Value, When

from commerce.gateways.models import Payment, Refund
from commerce.orders.states import NOT_SOLD
from markets.days import beginning, end, today
from markets.lookup import all_markets, get_market
from markets.money import round_money
from markets.registry import Market

DAYS = 14
# Marks money given back among days, which are counted backwards from 0.
REFUNDS = -1
CONFIRMED_AT = "order__placement__confirmed_at"
# A payment in one of these is money of a confirmed order, if it counts for it.
MONEY = (Payment.State.DUE, Payment.State.SUCCEEDED, Payment.State.REFUNDED)


@dataclass(frozen=True)
class Day:
    """Orders confirmed on a day and what they come to, tax and shipping included."""

    day: date
    orders: int = 0
    amount: Decimal = Decimal(0)


@dataclass(frozen=True)
class MarketSales:
    """The last ``DAYS`` days of a market up to now, oldest first, and as many before them."""

    market: Market
    days: tuple[Day, ...]
    before: tuple[Day, ...]
    refunded: Decimal

    @property
    def orders(self) -> int:
        return sum(day.orders for day in self.days)

    @property
    def amount(self) -> Decimal:
        return sum((day.amount for day in self.days), Decimal(0))

    @property
    def orders_before(self) -> int:
        return sum(day.orders for day in self.before)

    @property
    def amount_before(self) -> Decimal:
        return sum((day.amount for day in self.before), Decimal(0))

    @property
    def change(self) -> int | None:
        """By how many percent more (or less) was sold than in the days before."""
        was = self.amount_before
        return round((self.amount - was) / was * 100) if was else None


def sold_between(first: date | None, last: date | None, *, of_order: str = "") -> Q:
    """Orders that were sold from the first day to the last, both included, each on the clock of
    its market. ``of_order``: the path to the order, as ``"order__"``.
    """

    def in_days(market: Market) -> Q:
        moment = f"{of_order}placement__confirmed_at"
        bounds = Q(**{f"{moment}__isnull": False})
        if first:
            bounds &= Q(**{f"{moment}__gte": beginning(first, market)})
        if last:
            bounds &= Q(**{f"{moment}__lt": end(last, market)})
        return bounds

    return _in_markets(in_days, f"{of_order}placement__market") & ~Q(
        **{f"{of_order}status__in": NOT_SOLD}
    )


def _in_markets(condition: Callable[[Market], Q], field: str) -> Q:
    found = Q(pk__in=())
    for market in all_markets():
        found |= Q(**{field: market.code}) & condition(market)
    return found


def recent_sales() -> list[MarketSales]:
    """Every market, in their order. One query, over the last days only."""
    # Orders in another currency, from before a market changed its own, do not add up with these.
    own = {(market.code, market.currency) for market in all_markets()}
    sold: dict[tuple[str, date], Day] = {}
    refunded: dict[str, Decimal] = {}
    for code, currency, ago, orders, amount in _sold().union(_given_back(), all=True):
        if (code, currency) not in own or ago is None:
            continue
        if ago == REFUNDS:
            refunded[code] = round_money(amount)
        else:
            day = today(get_market(code)) - timedelta(days=ago)
            sold[code, day] = Day(day, orders, round_money(amount))
    return [
        MarketSales(
            market=market,
            days=_row_of_days(market, sold, back=0),
            before=_row_of_days(market, sold, back=DAYS),
            refunded=refunded.get(market.code, Decimal(0)),
        )
        for market in all_markets()
    ]


def _row_of_days(market: Market, sold: dict, *, back: int) -> tuple[Day, ...]:
    last = today(market) - timedelta(days=back)
    days = (last - timedelta(days=number) for number in reversed(range(DAYS)))
    return tuple(sold.get((market.code, day), Day(day)) for day in days)


def _since(market: Market, days: int):
    return beginning(today(market) - timedelta(days=days - 1), market)


def _sold():
    """Market, currency, how many days ago (None: earlier), number of orders, amount."""
    earliest = min(_since(market, 2 * DAYS) for market in all_markets())
    # By comparing moments: what turns each into a date takes SQLite ten times as long.
    ago = Case(
        *(
            When(
                order__placement__market=market.code,
                then=Case(
                    *(
                        When(**{f"{CONFIRMED_AT}__gte": _since(market, days + 1)}, then=Value(days))
                        for days in range(2 * DAYS)
                    ),
                    output_field=IntegerField(),
                ),
            )
            for market in all_markets()
        ),
        output_field=IntegerField(),
    )
    return (
        Payment.objects.that_count()
        .filter(**{f"{CONFIRMED_AT}__gte": earliest}, state__in=MONEY)
        .exclude(order__status__in=NOT_SOLD)
        .annotate(ago=ago)
        .values_list("order__placement__market", "currency", "ago")
        .annotate(Count("order", distinct=True), Sum("amount"))
        .order_by()
    )


def _given_back():
    """Market, currency, ``REFUNDS``, their number, amount; of the last days."""
    recently = _in_markets(
        lambda market: Q(settled_at__gte=_since(market, DAYS)), "payment__order__placement__market"
    )
    return (
        # What was paid twice was never a sale: neither is its way back a refund of one.
        Refund.objects.filter(recently, state=Refund.State.DONE, payment__closed_at=None)
        .exclude(payment__order__status__in=NOT_SOLD)
        .annotate(ago=Value(REFUNDS, output_field=IntegerField()))
        .values_list("payment__order__placement__market", "payment__currency", "ago")
        .annotate(Count("pk"), Sum("amount"))
        .order_by()
    )

"""Sales figures of consultants, by month and currency."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.db.models import Case, Count, DateField, Min, Q, Sum, Value, When
from django.utils import timezone

from commerce.orders.access import Order
from markets.lookup import get_market
from markets.money import format_money
from replicated.attribution.models import Credit
from replicated.consultants.models import Consultant

from .months import month_name

# Orders in these states count: confirmed (paid or due on delivery), and not canceled.
SOLD = ("confirmed", "preparing", "partly_shipped", "shipped", "delivered")


def _clock(consultant: Consultant) -> ZoneInfo:
    """The time zone in which a consultant's months begin: their home market's."""
    return ZoneInfo(get_market(consultant.market).time_zone)


def sales_of(consultant: Consultant) -> list[dict]:
    """A row for each month and currency, newest first: month, currency, orders, total, own_orders,
    own_total. Totals include shipping and taxes. Two queries.
    """
    own = Q(is_own=True)
    rows = (
        Credit.objects.current()
        .of(consultant)
        .filter(order__status__in=SOLD)
        .annotate(month=_month_of("order__date_placed", _clock(consultant)))
        .values("month", "order__currency")
        .annotate(
            orders=Count("pk"),
            total=Sum("order__total_incl_tax"),
            own_orders=Count("pk", filter=own),
            own_total=Sum("order__total_incl_tax", filter=own),
        )
        .order_by("-month", "order__currency")
    )
    return list(rows)


def _month_of(column: str, clock: ZoneInfo) -> Case:
    """SQL expression: the first day of the month, in this time zone, of the moment in ``column``.

    Compares with the beginning of each month, which is fast in any database; SQLite would call
    Python for each row to convert it to a local date.
    """
    first = Order.objects.aggregate(first=Min("date_placed"))["first"] or timezone.now()
    return Case(
        *(
            When(**{f"{column}__gte": begins}, then=Value(begins.date()))
            for begins in _months_back_to(first, clock)
        ),
        output_field=DateField(),
    )


def _months_back_to(first: datetime, clock: ZoneInfo) -> Iterator[datetime]:
    """When months began in this time zone, from the present one back to that of ``first``."""
    begins = _month_begins(timezone.now(), clock)
    yield begins
    while begins > first:
        begins = _month_begins(begins - timedelta(days=1), clock)
        yield begins


def _month_begins(moment: datetime, clock: ZoneInfo) -> datetime:
    return timezone.localtime(moment, clock).replace(
        day=1, hour=0, minute=0, second=0, microsecond=0
    )


@dataclass(frozen=True)
class MonthOfSales:
    """A row of the sales page."""

    month: str
    orders: int
    total: str
    own_orders: int
    own_total: str

    @classmethod
    def of(cls, row: dict, edition: str) -> "MonthOfSales":
        currency = row["order__currency"]

        def money(amount: Decimal | None) -> str:
            return format_money(amount, currency, edition) if amount else ""

        month: date = row["month"]
        return cls(
            month=month_name(month, edition),
            orders=row["orders"],
            total=money(row["total"]),
            own_orders=row["own_orders"],
            own_total=money(row["own_total"]),
        )


def month_begins(consultant: Consultant) -> datetime:
    """The beginning of the present month in the consultant's home market."""
    return _month_begins(timezone.now(), _clock(consultant))


@dataclass(frozen=True)
class MonthsSales:
    """A consultant's orders since the beginning of the month, with totals by currency."""

    orders: int = 0
    totals: tuple[str, ...] = ()
    own_totals: tuple[str, ...] = ()


def sales_this_month(keys: list[int], reader: Consultant, edition: str) -> dict[int, MonthsSales]:
    """This month's sales of each of these consultants, in the reader's time zone. One query."""
    own = Q(is_own=True)
    rows = (
        Credit.objects.current()
        .filter(consultant__in=keys, order__status__in=SOLD)
        .filter(order__date_placed__gte=month_begins(reader))
        .values("consultant", "order__currency")
        .annotate(
            orders=Count("pk"),
            total=Sum("order__total_incl_tax"),
            own_total=Sum("order__total_incl_tax", filter=own),
        )
        .order_by("consultant", "order__currency")
    )
    found: dict[int, MonthsSales] = {}
    for row in rows:
        before, currency = found.get(row["consultant"], MonthsSales()), row["order__currency"]
        own_total = row["own_total"]
        found[row["consultant"]] = MonthsSales(
            orders=before.orders + row["orders"],
            totals=(*before.totals, format_money(row["total"], currency, edition)),
            own_totals=(
                (*before.own_totals, format_money(own_total, currency, edition))
                if own_total
                else before.own_totals
            ),
        )
    return found


def this_month(consultant: Consultant, edition: str) -> tuple[str, ...]:
    """This month's total so far in each currency, formatted."""
    own = sales_this_month([consultant.pk], consultant, edition)
    return own.get(consultant.pk, MonthsSales()).totals

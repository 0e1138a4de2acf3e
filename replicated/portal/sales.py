"""What was bought through a consultant, by month and currency."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.db.models import Count, Q, QuerySet, Sum
from django.db.models.functions import TruncMonth
from django.utils import timezone

from markets.lookup import get_market
from markets.money import format_money
from replicated.attribution.models import Credit
from replicated.consultants.models import Consultant

from .months import month_name

# An order counts once its payment is settled or promised, until it is cancelled.
SOLD = ("confirmed", "preparing", "partly_shipped", "shipped", "delivered")


def _clock(consultant: Consultant) -> ZoneInfo:
    """Months begin at midnight in the consultant's home market."""
    return ZoneInfo(get_market(consultant.market).time_zone)


def sales_of(consultant: Consultant) -> QuerySet:
    """One row for each month and currency, newest first: month, currency, orders, total,
    own_orders, own_total. Totals are what buyers pay, delivery and taxes included.
    """
    own = Q(is_own=True)
    return (
        Credit.objects.current()
        .of(consultant)
        .filter(order__status__in=SOLD)
        .annotate(month=TruncMonth("order__date_placed", tzinfo=_clock(consultant)))
        .values("month", "order__currency")
        .annotate(
            orders=Count("pk"),
            total=Sum("order__total_incl_tax"),
            own_orders=Count("pk", filter=own),
            own_total=Sum("order__total_incl_tax", filter=own),
        )
        .order_by("-month", "order__currency")
    )


@dataclass(frozen=True)
class MonthOfSales:
    """A row as it is shown."""

    month: str
    orders: int
    total: str
    own_orders: int
    own_total: str

    @classmethod
    def of(cls, row: dict, variant: str) -> "MonthOfSales":
        currency = row["order__currency"]

        def money(amount: Decimal | None) -> str:
            return format_money(amount, currency, variant) if amount else ""

        month: date = row["month"]
        return cls(
            month=month_name(month, variant),
            orders=row["orders"],
            total=money(row["total"]),
            own_orders=row["own_orders"],
            own_total=money(row["own_total"]),
        )


def month_begins(consultant: Consultant) -> datetime:
    """When the present month began in the consultant's home market."""
    return timezone.localtime(timezone=_clock(consultant)).replace(
        day=1, hour=0, minute=0, second=0, microsecond=0
    )


def this_month(consultant: Consultant, variant: str) -> list[str]:
    """The sum of the month so far, in each currency."""
    rows = (
        Credit.objects.current()
        .of(consultant)
        .filter(order__status__in=SOLD, order__date_placed__gte=month_begins(consultant))
        .values("order__currency")
        .annotate(total=Sum("order__total_incl_tax"))
        .order_by("order__currency")
    )
    return [format_money(row["total"], row["order__currency"], variant) for row in rows]

from datetime import date

from background.retries import retrying_task
from background.schedule import daily

from . import services

# How far back the night looks for orders that were cancelled, or counted by nobody.
RECOUNTED_DAYS = 45


@retrying_task(max_attempts=5)
def count_day(market: str, day: str) -> None:
    """Count the sales of one day of a market. ``day`` is an ISO date."""
    services.count_sales(market=market, day=date.fromisoformat(day))


@daily(at="03:40")
@retrying_task(max_attempts=2)
def count_again() -> None:
    """Sales of the last weeks, and what is bought together."""
    services.count_recent_sales(days=RECOUNTED_DAYS)
    services.count_bought_together()

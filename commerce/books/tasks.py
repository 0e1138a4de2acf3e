"""The books are compared every night."""

from background.retries import retrying_task
from background.schedule import daily
from background.sweeping import for_each

from .reconciling import reconcile, with_books


@daily(at="04:40")
@retrying_task(max_attempts=6)
def reconcile_books() -> None:
    """Compare each gateway's books with ours, each by itself. One that does not answer is asked
    again within the night, from where it was last compared to."""
    for_each(with_books(), reconcile)

"""The books are compared every night, and what nobody needs of statements is forgotten."""

from datetime import timedelta

from django.utils import timezone

from background.retries import retrying_task
from background.schedule import daily
from background.sweeping import for_each

from .models import Statement
from .reconciling import reconcile, with_books

# A file that nobody read by then was the wrong one. It holds who paid what, our customers or not.
KEEP_UNREAD = timedelta(days=30)


@daily(at="04:40")
@retrying_task(max_attempts=6)
def reconcile_books() -> None:
    """Compare each gateway's books with ours, each by itself. One that does not answer is asked
    again within the night, from where it was last compared to."""
    for_each(with_books(), reconcile)


@daily(at="03:45")
@retrying_task(max_attempts=3)
def forget_unread_statements() -> None:
    """Delete statements whose columns nobody confirmed within ``KEEP_UNREAD`` of their upload."""
    Statement.objects.unread().filter(uploaded_at__lt=timezone.now() - KEEP_UNREAD).delete()

from datetime import timedelta

from django.utils import timezone

from background.health import Warned
from commerce.gateways.models import Payment

from .models import BooksRead
from .reconciling import with_books

# One night may fail and be repeated; a second one is missed.
OVERDUE = timedelta(hours=36)


def books_are_compared() -> None:
    """Warns where a provider that took money was not compared with for longer than a night."""
    limit = timezone.now() - OVERDUE
    codes = {gateway.code for gateway in with_books()}
    if not codes:
        return
    fresh = BooksRead.objects.filter(gateway__in=codes, done_until__gt=limit)
    late = codes - set(fresh.values_list("gateway", flat=True))
    # A new shop has nothing to compare before its first night.
    if late and Payment.objects.filter(gateway__in=late, created_at__lt=limit).exists():
        raise Warned(f"books were not compared: {', '.join(sorted(late))}")

from django.utils import timezone
from django.utils.html import format_html

from cms.page_cache import freshness
from people.panels import Panel

from .models import EVENINGS_TAG, Guest


def evenings_soon(page, request):
    """On a product's page, which is kept: the same for everybody, and said what it is made of."""
    freshness.depends_on(EVENINGS_TAG)
    coming = Guest.objects.filter(at__gt=timezone.now()).order_by("at")
    count = coming.count()
    if not count:
        return ""
    freshness.expires_at(coming[0].at)
    return format_html("<p>{} people try {} soon.</p>", count, page.words.title)


def evening_before(order, request):
    """On an order's page: to whose order it is."""
    met = order.placement.person.evenings.filter(at__lt=order.date_placed).first()
    return format_html("<p>You were at {}'s.</p>", met.consultant.name) if met else ""


SOON = Panel(heading="At an evening", html=evenings_soon)
BEFORE = Panel(heading="Your evening", html=evening_before)

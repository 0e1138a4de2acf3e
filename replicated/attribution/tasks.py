from django.utils import timezone

from background.retries import retrying_task
from background.schedule import daily

from .models import PersonLink
from .reasons import LINK_LIFETIME


@daily(at="03:40")
@retrying_task(max_attempts=3)
def forget_old_links() -> None:
    """Delete expired referral links of customers: a link counts for 30 days."""
    PersonLink.objects.filter(at__lt=timezone.now() - LINK_LIFETIME).delete()

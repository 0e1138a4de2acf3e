from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from background.retries import retrying_task
from background.schedule import daily, every

from . import services


@every(minutes=1)
@retrying_task(max_attempts=1)
def close_overdue_attempts() -> None:
    """End attempts whose time is over, also those that nobody comes back to."""
    services.close_overdue()


@daily(at="03:25")
@retrying_task(max_attempts=3)
def forget_old_answers() -> None:
    """Delete what was answered so long ago (``VITRINA_EVALUATION_ANSWERS_DAYS``)."""
    kept = timedelta(days=settings.VITRINA_EVALUATION_ANSWERS_DAYS)
    services.forget_answers(before=timezone.now() - kept)

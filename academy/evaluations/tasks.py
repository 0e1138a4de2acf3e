from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from background.retries import retrying_task
from background.schedule import daily, every
from people.models import User

from . import services


@every(minutes=1)
@retrying_task(max_attempts=1)
def close_overdue_attempts() -> None:
    """End attempts whose time is over, also those that nobody comes back to."""
    services.close_overdue()


@retrying_task(max_attempts=5)
def regrade_many(
    token: str, question_key: str, rule: str, keeps_points: bool, reason: str, user_id: int
) -> None:
    """Score the answers to a question again, where that takes longer than somebody waits."""
    services.regrade(
        token=UUID(token),
        question_key=UUID(question_key),
        rule=rule,
        keeps_points=keeps_points,
        reason=reason,
        by=User.objects.filter(pk=user_id).first(),
    )


@daily(at="03:25")
@retrying_task(max_attempts=3)
def forget_old_answers() -> None:
    """Delete what was answered so long ago (``VITRINA_EVALUATION_ANSWERS_DAYS``)."""
    kept = timedelta(days=settings.VITRINA_EVALUATION_ANSWERS_DAYS)
    services.forget_answers(before=timezone.now() - kept)

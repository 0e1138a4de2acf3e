"""What keeps the queue itself in order."""

from django.core.management import call_command

from . import services
from .retries import retrying_task
from .schedule import daily, every

# Failed jobs are kept longer: somebody has to look at them.
KEEP_DAYS = 7
KEEP_FAILED_DAYS = 30


@every(minutes=2)
@retrying_task(max_attempts=1)
def take_back_lost_jobs() -> int:
    return services.take_back_lost_jobs()


@daily(at="03:40")
@retrying_task(max_attempts=3)
def forget_finished_jobs() -> None:
    call_command(
        "prune_db_task_results",
        queue_name="*",
        min_age_days=KEEP_DAYS,
        failed_min_age_days=KEEP_FAILED_DAYS,
        verbosity=0,
    )

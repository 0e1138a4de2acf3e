"""Tasks that are tried again. django-tasks runs a task once; the world is less certain."""

import functools
import logging
import random
from collections.abc import Callable
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django_tasks import task
from django_tasks.base import Task

logger = logging.getLogger(__name__)

FIRST_DELAY = timedelta(seconds=30)
LONGEST_DELAY = timedelta(hours=2)


def delay_before(attempt: int) -> timedelta:
    """How long to wait before ``attempt`` (2 is the first repeat): 30 s, 1 min, 2 min, … 2 h.

    Up to a tenth more by chance, so that what failed together does not come back together.
    """
    seconds = FIRST_DELAY.total_seconds() * 2 ** (attempt - 2)
    return timedelta(
        seconds=min(seconds, LONGEST_DELAY.total_seconds()) * (1 + random.random() / 10)
    )


def retrying_task(
    *, max_attempts: int = 6, retry_on: tuple[type[Exception], ...] = (Exception,), **options
) -> Callable[[Callable], Task]:
    """Like ``django_tasks.task``, for a function that may fail and be run again.

        @retrying_task(max_attempts=8, retry_on=(OSError,))
        def send_order_mail(order_id: int) -> None: ...

        queue(send_order_mail, order_id=order.pk)  # background.outbox

    The function **must be idempotent**: a worker can die after the work and before the note
    that it was done. Its arguments must be JSON and given by keyword; it may not have one named
    ``attempt``. It runs in no transaction of its own.

    After a failure of a kind in ``retry_on`` the same call is queued again with a growing
    delay. The last failure, and any of another kind, is raised and stays in the table of
    results, where the health check counts it. With a backend that cannot wait (tests) the
    first failure is raised.
    """

    def decorate(function: Callable) -> Task:
        @functools.wraps(function)
        def run(*, attempt: int = 1, **arguments):
            try:
                return function(**arguments)
            except retry_on as error:
                if attempt >= max_attempts or not wrapped.get_backend().supports_defer:
                    raise
                wait = delay_before(attempt + 1)
                logger.warning(
                    "Task %s failed (%s), attempt %s of %s: again in %.0f s",
                    function.__qualname__,
                    type(error).__name__,
                    attempt,
                    max_attempts,
                    wait.total_seconds(),
                )
                # Not inside a transaction that the failure may have broken.
                transaction.on_commit(
                    lambda: wrapped.using(run_after=timezone.now() + wait).enqueue(
                        attempt=attempt + 1, **arguments
                    )
                )
                return None

        wrapped = task(**options)(run)
        return wrapped

    return decorate

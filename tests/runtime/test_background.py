"""Retries, the timetable, and jobs whose worker died: on the real queue in the database."""

from datetime import time, timedelta

import pytest
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from background import retries, schedule, services
from background.models import DEAD_AFTER, Heartbeat, TimetableRun

pytestmark = pytest.mark.every_engine

DATABASE_QUEUE = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
calls: list[dict] = []


@retries.retrying_task(max_attempts=3, retry_on=(OSError,))
def send(*, to: str) -> None:
    calls.append({"to": to})
    if to == "unreachable":
        raise OSError("no route")
    if to == "wrong":
        raise ValueError("no address")


@pytest.fixture
def queue(settings, db):
    settings.TASKS = DATABASE_QUEUE
    calls.clear()
    return DBTaskResult.objects


def work_off(capture) -> None:
    """What a worker does with everything that is due, in this process."""
    from django_tasks_db.management.commands.db_worker import Worker

    with capture(execute=True):
        for job in DBTaskResult.objects.ready():
            job.claim("worker-test")
            Worker.run_task(_worker(), job)


def _worker():
    from django_tasks_db.management.commands.db_worker import Worker

    return Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="worker-test",
        excluded_queue_names=[],
    )


# --- Retries --------------------------------------------------------------------------


def test_a_failed_job_comes_back_later_with_the_same_arguments(
    queue, django_capture_on_commit_callbacks
):
    # given a job that cannot succeed now
    send.enqueue(to="unreachable")
    # when a worker has tried it
    before = timezone.now()
    work_off(django_capture_on_commit_callbacks)
    # then the try is done, and the next one waits its half minute
    waiting = queue.get(status=TaskResultStatus.READY)
    assert waiting.args_kwargs["kwargs"] == {"to": "unreachable", "attempt": 2}
    assert timedelta(seconds=29) < waiting.run_after - before < timedelta(seconds=35)
    assert queue.filter(status=TaskResultStatus.FAILED).count() == 0


def test_after_the_last_attempt_it_stays_failed_where_somebody_sees_it(
    queue, django_capture_on_commit_callbacks
):
    send.enqueue(to="unreachable")
    for _ in range(3):
        work_off(django_capture_on_commit_callbacks)
        queue.filter(status=TaskResultStatus.READY).update(run_after=timezone.now())
    assert len(calls) == 3
    assert queue.filter(status=TaskResultStatus.READY).count() == 0
    assert "no route" in queue.get(status=TaskResultStatus.FAILED).traceback


def test_what_another_try_cannot_mend_fails_at_once(queue, django_capture_on_commit_callbacks):
    send.enqueue(to="wrong")
    work_off(django_capture_on_commit_callbacks)
    assert len(calls) == 1
    assert queue.get().status == TaskResultStatus.FAILED


def test_the_pauses_grow_and_end():
    pauses = [retries.delay_before(attempt).total_seconds() for attempt in range(2, 15)]
    assert 30 <= pauses[0] <= 33
    assert 60 <= pauses[1] <= 66
    assert pauses[-1] <= 2 * 3600 * 1.1


@pytest.mark.django_db
def test_where_nothing_can_wait_a_failure_is_raised():
    with pytest.raises(AssertionError, match="no route"):
        send.enqueue(to="unreachable")


# --- The timetable --------------------------------------------------------------------


def test_a_job_is_queued_once_an_interval_however_many_schedulers_there_are(queue):
    entry = schedule.Entry(send, interval=timedelta(minutes=5))
    assert services.queue_if_due(entry=entry) is True
    assert services.queue_if_due(entry=entry) is False
    queue.all().delete()
    # a little less than five minutes later the next tick is due: no clock is exact
    TimetableRun.objects.update(queued_at=timezone.now() - timedelta(minutes=4, seconds=50))
    assert services.queue_if_due(entry=entry) is True


def test_a_job_that_still_waits_is_not_queued_again(queue):
    entry = schedule.Entry(send, interval=timedelta(minutes=5))
    services.queue_if_due(entry=entry)
    TimetableRun.objects.update(queued_at=timezone.now() - timedelta(hours=1))
    assert services.queue_if_due(entry=entry) is False
    assert queue.count() == 1


def test_a_daily_job_that_was_missed_is_made_up_for_once(queue, settings):
    local = timezone.localtime(timezone.now(), timezone.get_default_timezone())
    passed = (local - timedelta(minutes=1)).time()
    entry = schedule.Entry(send, at=passed.replace(second=0, microsecond=0))
    # given a scheduler that did not run for two days
    TimetableRun.objects.create(name=entry.name, queued_at=timezone.now() - timedelta(days=2))
    assert services.queue_if_due(entry=entry) is True
    queue.all().delete()
    assert services.queue_if_due(entry=entry) is False


@pytest.mark.parametrize("when", [{"interval": timedelta(minutes=5)}, {"at": time(3, 15)}])
def test_a_clock_that_was_a_day_ahead_stops_no_job_once_it_is_right(queue, when):
    # given a run that was noted while the clock was a day ahead
    entry = schedule.Entry(send, **when)
    TimetableRun.objects.create(name=entry.name, queued_at=timezone.now() + timedelta(days=1))
    # when the clock is right, then the job is queued, once
    assert services.queue_if_due(entry=entry) is True
    queue.all().delete()
    assert services.queue_if_due(entry=entry) is False


def test_a_worker_seen_in_the_future_is_not_alive_and_gives_its_job_back(queue):
    tomorrow = timezone.now() + timedelta(days=1)
    Heartbeat.objects.create(
        process_id="worker-ahead", kind=Heartbeat.Kind.WORKER, beat_at=tomorrow
    )
    running_job("worker-ahead", started_ago=timedelta(days=-1))
    assert services.take_back_lost_jobs() == 1


def test_the_timetable_refuses_what_it_cannot_do():
    with pytest.raises(ValueError, match="ten seconds"):
        schedule.every(seconds=1)
    with pytest.raises(TypeError, match="wants a task"):
        schedule.every(minutes=1)(lambda: None)


def test_the_framework_and_the_shop_are_on_the_timetable():
    names = {entry.name for entry in schedule.timetable()}
    assert {
        "config.tasks.publish_scheduled",
        "background.tasks.take_back_lost_jobs",
        "background.tasks.forget_finished_jobs",
    } <= names


# --- Jobs of dead workers -------------------------------------------------------------


def running_job(*workers: str, started_ago: timedelta) -> DBTaskResult:
    return DBTaskResult.objects.create(
        status=TaskResultStatus.RUNNING,
        started_at=timezone.now() - started_ago,
        args_kwargs={"args": [], "kwargs": {"to": "ana"}},
        task_path="tests.runtime.test_background.send",
        worker_ids=list(workers),
        backend_name="default",
        run_after=get_date_max(),
        exception_class_path="",
        traceback="",
    )


def test_a_job_of_a_dead_worker_is_queued_again(queue):
    job = running_job("worker-gone", started_ago=DEAD_AFTER + timedelta(seconds=5))
    assert services.take_back_lost_jobs() == 1
    job.refresh_from_db()
    assert job.status == TaskResultStatus.READY


def test_a_job_of_a_living_worker_is_left_alone_however_long_it_takes(queue):
    Heartbeat.objects.create(process_id="worker-here", kind=Heartbeat.Kind.WORKER)
    running_job("worker-here", started_ago=timedelta(hours=5))
    assert services.take_back_lost_jobs() == 0


def test_a_worker_without_signs_of_life_is_given_an_hour(queue):
    running_job("plain", started_ago=timedelta(minutes=50))
    assert services.take_back_lost_jobs() == 0
    running_job("plain", started_ago=timedelta(minutes=70))
    assert services.take_back_lost_jobs() == 1


def test_a_job_that_kills_its_workers_is_given_up(queue):
    job = running_job("worker-1", "worker-2", "worker-3", started_ago=timedelta(hours=2))
    assert services.take_back_lost_jobs() == 0
    job.refresh_from_db()
    assert job.status == TaskResultStatus.FAILED
    assert "WorkerLostError" in job.exception_class_path

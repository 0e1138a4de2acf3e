import logging
import signal
from datetime import datetime, timedelta

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.blocking import BlockingScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger
from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import close_old_connections, connection
from django.db.utils import Error
from django.utils import timezone

from background.heartbeat import heartbeat, new_process_id
from background.models import Heartbeat
from background.schedule import Entry, timetable
from background.services import queue_if_due

logger = logging.getLogger(__name__)


def queue(entry: Entry) -> None:
    close_old_connections()
    try:
        if queue_if_due(entry=entry):
            logger.debug("Queued %s", entry.name)
    except Error:
        # The next tick tries again; the scheduler outlives a database restart.
        logger.exception("Could not queue %s", entry.name)
    finally:
        connection.close()


class Command(BaseCommand):
    help = "Queue the tasks of the timetable when they are due (does none of the work itself)"

    def add_arguments(self, parser):
        parser.add_argument("--list", action="store_true", help="show the timetable and stop")

    def handle(self, *, verbosity, **options):
        entries = timetable()
        if options["list"]:
            for entry in entries:
                self.stdout.write(f"{entry.name:60} {entry.when}")
            return
        scheduler = BlockingScheduler(
            timezone=settings.TIME_ZONE,
            executors={"default": ThreadPoolExecutor(1)},
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": 3600},
        )
        logging.getLogger("apscheduler").setLevel(logging.WARNING)
        now = datetime.now(tz=timezone.get_default_timezone())
        for position, entry in enumerate(entries):
            if entry.interval:
                trigger = IntervalTrigger(seconds=entry.interval.total_seconds())
            else:
                trigger = CronTrigger(
                    hour=entry.at.hour, minute=entry.at.minute, timezone=settings.TIME_ZONE
                )
            # Soon after the start once, one after the other: what was missed while nothing
            # ran is made up for, and what is not due is left alone.
            first = now + timedelta(seconds=5 + position)
            scheduler.add_job(queue, trigger, args=[entry], id=entry.name, next_run_time=first)

        def stop(signum, frame):
            scheduler.shutdown(wait=False)

        signal.signal(signal.SIGINT, stop)
        signal.signal(signal.SIGTERM, stop)
        with heartbeat(new_process_id("scheduler"), Heartbeat.Kind.SCHEDULER):
            logger.info("Scheduler started with %s entries", len(entries))
            scheduler.start()

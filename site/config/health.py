"""Is it well? For load balancers and monitoring: two addresses that say so.

``/health/live/`` says that the process answers. ``/health/`` looks at everything it leans on
and answers 503 when something that a shopper needs is away. What is late but harms nobody yet
is a warning with status 200. Names and states only: no message, no version, no address.
"""

import logging
import time
import uuid
from datetime import timedelta

from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.http import JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from background.health import Warned, added_checks
from background.models import Heartbeat
from commerce.gateways.models import GatewayEvent, Refund

logger = logging.getLogger(__name__)

LATE = timedelta(minutes=5)
MONEY_LATE = timedelta(hours=1)
# Where two shops share an account, the other's notifications stay without a payment here.
UNMATCHED_FOR = timedelta(days=2)
STORAGE_CHECKED_EVERY = 60  # seconds: it writes a file


def database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()


def shared_cache() -> None:
    """Without it the shop goes on, slower: a balancer must not take it out for that."""
    key, value = f"health-{uuid.uuid4().hex}", uuid.uuid4().hex
    cache.set(key, value, timeout=10)
    if getattr(cache, "is_away", False):
        raise Warned("the shared cache is away")
    if cache.get(key) != value:
        raise RuntimeError("the cache does not keep what it is given")
    cache.delete(key)


_storage_was_well_at = 0.0


def storage() -> None:
    global _storage_was_well_at
    if time.monotonic() - _storage_was_well_at < STORAGE_CHECKED_EVERY and _storage_was_well_at:
        return
    name = default_storage.save(f"health/{uuid.uuid4().hex}.txt", ContentFile(b"well"))
    try:
        with default_storage.open(name) as written:
            if written.read() != b"well":
                raise RuntimeError("the storage does not keep what it is given")
    finally:
        default_storage.delete(name)
    _storage_was_well_at = time.monotonic()


def search_index() -> None:
    import haystack

    from commerce.search.services import is_lost

    backend = haystack.connections["default"].get_backend()
    if not getattr(backend, "setup_complete", True):
        backend.setup()
    backend.search("health", end_offset=1)
    if is_lost():
        raise Warned("the index is empty; a worker makes it anew")


def queue() -> None:
    """The oldest job that is due has waited less than five minutes, and somebody works."""
    oldest = (
        DBTaskResult.objects.ready()
        .order_by("enqueued_at")
        .values_list("enqueued_at", "run_after")
        .first()
    )
    if oldest:
        due = max(moment for moment in oldest if moment.year < 9999)
        if timezone.now() - due > LATE:
            raise Warned("jobs wait too long")
    if not Heartbeat.objects.alive().filter(kind=Heartbeat.Kind.WORKER).exists():
        raise Warned("no worker gives a sign of life")
    lately = timezone.now() - timedelta(hours=1)
    if DBTaskResult.objects.filter(
        status=TaskResultStatus.FAILED, finished_at__gte=lately
    ).exists():
        raise Warned("a job failed within the last hour")


def money() -> None:
    """No refund waits for its provider, and no notification for its payment."""
    now = timezone.now()
    late = Refund.objects.filter(
        state__in=[Refund.State.ASKED, Refund.State.SENT], created_at__lt=now - MONEY_LATE
    )
    if late.exists():
        raise Warned("a refund waits for its provider")
    unmatched = GatewayEvent.objects.filter(
        handled_at=None, received_at__range=(now - UNMATCHED_FOR, now - MONEY_LATE)
    )
    if unmatched.exists():
        raise Warned("a payment provider told of a payment that is not ours")


# What every shop leans on; apps add theirs (``background.health``).
CHECKS = {
    "database": database,
    "cache": shared_cache,
    "storage": storage,
    "search": search_index,
    "queue": queue,
    "money": money,
}


def examine() -> dict[str, str]:
    """``{"database": "ok", "queue": "warning", …}``. The reasons go to the log."""
    found = {}
    for name, check in (added_checks() | CHECKS).items():
        try:
            check()
        except Warned as warning:
            logger.warning("Health: %s: %s", name, warning)
            found[name] = "warning"
        except Exception:
            logger.exception("Health: %s failed", name)
            found[name] = "failed"
        else:
            found[name] = "ok"
    return found


@never_cache
@require_safe
def health(request) -> JsonResponse:
    found = examine()
    failed = "failed" in found.values()
    return JsonResponse(
        {"status": "failed" if failed else "ok", "checks": found}, status=503 if failed else 200
    )


@never_cache
@require_safe
def live(request) -> JsonResponse:
    return JsonResponse({"status": "ok"})

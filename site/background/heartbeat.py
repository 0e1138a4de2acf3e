"""Writing signs of life from a thread beside the real work."""

import logging
import os
import socket
import threading
import uuid
from contextlib import contextmanager

from django.db import close_old_connections, connections
from django.db.utils import Error
from django.utils import timezone

from .models import BEAT, Heartbeat

logger = logging.getLogger(__name__)


def new_process_id(kind: str) -> str:
    """A name that no other process has had: ``worker-web1-4711-1f0c9a``. At most 64 characters."""
    return f"{kind}-{socket.gethostname()[:32]}-{os.getpid()}-{uuid.uuid4().hex[:6]}"


@contextmanager
def heartbeat(process_id: str, kind: Heartbeat.Kind):
    """While the block runs, ``process_id`` counts as alive. A database that is away for a
    moment is borne; the beat goes on when it is back."""
    stopped = threading.Event()

    def beat():
        try:
            close_old_connections()
            Heartbeat.objects.update_or_create(
                process_id=process_id, defaults={"kind": kind, "beat_at": timezone.now()}
            )
        except Error:
            logger.warning("No sign of life could be written", exc_info=True)

    def keep_beating():
        while not stopped.wait(BEAT.total_seconds()):
            beat()
        connections.close_all()

    beat()
    thread = threading.Thread(target=keep_beating, name="heartbeat", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stopped.set()
        thread.join(timeout=5)
        try:
            Heartbeat.objects.filter(process_id=process_id).delete()
        except Error:
            logger.warning("The sign of life could not be removed", exc_info=True)

"""What the framework needs done by the clock."""

from django.core.management import call_command

from background.retries import retrying_task
from background.schedule import daily, every


@every(minutes=1)
@retrying_task(max_attempts=1)
def publish_scheduled() -> None:
    """Publish and expire the pages whose time has come."""
    call_command("publish_scheduled", verbosity=0)


@daily(at="03:20")
@retrying_task(max_attempts=3)
def clear_expired_sessions() -> None:
    call_command("clearsessions", verbosity=0)

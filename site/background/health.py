"""What ``/health/`` looks at besides what every shop leans on: an app adds its own.

    # in AppConfig.ready()
    register_health_check("warehouse", warehouse_answers)

A check returns where all is well, raises ``Warned`` with the reason for the log where nobody who
shops notices yet, and anything else where something that they need is away: the answer is then 503,
and a load balancer sends them elsewhere. It is asked every few seconds: at most one quick query.
"""

from collections.abc import Callable

Check = Callable[[], None]

_checks: dict[str, Check] = {}


class Warned(Exception):
    """Not well, but shoppers notice nothing yet."""


def register_health_check(name: str, check: Check) -> None:
    """``name`` stands in the answer, which everybody may read. Registering it again replaces the
    check."""
    _checks[name] = check


def added_checks() -> dict[str, Check]:
    """By name, in the order in which they were registered."""
    return dict(_checks)

"""What somebody may not call themselves: each app registers who has to be told no.

    # in AppConfig.ready()
    naming.register_check(check)     # (person, name) -> None, raises ValidationError

Asked where people change their own name, before anything is written; staff may write any.
"""

from collections.abc import Callable

from .models import Person

Check = Callable[[Person, str], None]

_checks: list[Check] = []


def register_check(check: Check) -> None:
    if check not in _checks:
        _checks.append(check)


def check_name(person: Person, name: str) -> None:
    """Raises ValidationError for a full name that this person may not take."""
    for check in _checks:
        check(person, name)

"""What the layers above show on the back office's page about a person: they register."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class Extra:
    """``html(person, request)`` gives safe HTML, or "" for nothing to show."""

    heading: str | Promise
    html: Callable[[object, object], str]
    icon: str = "info-circle"


_extras: list[Extra] = []


def register_extra(extra: Extra) -> None:
    """Called in an area's ``AppConfig.ready``."""
    if extra not in _extras:
        _extras.append(extra)


def extras_for(person, request) -> list[dict]:
    found = []
    for number, extra in enumerate(_extras):
        if html := extra.html(person, request):
            # Wagtail looks panels up by id: a bare number is no selector.
            shown = {"heading": extra.heading, "icon": extra.icon, "html": html}
            found.append({"id": f"extra-{number}", **shown})
    return found

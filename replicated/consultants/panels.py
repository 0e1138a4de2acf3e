"""What other areas show of a consultant on the back office's page about them."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

from .models import Consultant


@dataclass(frozen=True)
class Panel:
    """``html(consultant, request)`` gives safe HTML, or "" for nothing to show."""

    heading: str | Promise
    html: Callable[[Consultant, object], str]
    icon: str = "info-circle"
    order: int = 100


_panels: list[Panel] = []


def register_panel(panel: Panel) -> None:
    """Called in an area's ``AppConfig.ready``."""
    if panel not in _panels:
        _panels.append(panel)


def panels_for(consultant: Consultant, request) -> list[dict]:
    found = []
    for number, panel in enumerate(sorted(_panels, key=lambda panel: panel.order)):
        if html := panel.html(consultant, request):
            # Wagtail looks panels up by id: a bare number is no selector.
            shown = {"heading": panel.heading, "icon": panel.icon, "html": html}
            found.append({"id": f"area-{number}", **shown})
    return found

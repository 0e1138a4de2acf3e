"""What the areas above show on a page of an area below: they register, it asks.

# beside the page                        # in the other area's AppConfig.ready()
panels = PanelBoard()                    panels.register(Panel(heading=…, html=…))
panels.shown(person, request)
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise


@dataclass(frozen=True)
class Panel:
    """``html(subject, request)`` gives safe HTML, or "" for nothing to show to whoever asks."""

    heading: str | Promise
    html: Callable[[Any, Any], str]
    icon: str = "info-circle"
    order: int = 100
    is_wide: bool = False
    """Over the whole width, where a page sets panels beside each other."""


class PanelBoard:
    """The panels of one page."""

    def __init__(self):
        self._panels: list[Panel] = []

    def register(self, panel: Panel) -> None:
        """Registering a panel again changes nothing."""
        if panel not in self._panels:
            self._panels.append(panel)

    def shown(self, subject, request) -> list[dict]:
        """``id``, ``heading``, ``icon``, ``is_wide``, ``html`` of each with something to show."""
        found = []
        for number, panel in enumerate(sorted(self._panels, key=lambda panel: panel.order)):
            if html := panel.html(subject, request):
                # Wagtail looks panels up by id: a bare number is no selector.
                entry = {
                    "heading": panel.heading,
                    "icon": panel.icon,
                    "is_wide": panel.is_wide,
                    "html": html,
                }
                found.append({"id": f"area-{number}", **entry})
        return found


person_panels = PanelBoard()
"""On a person's page."""

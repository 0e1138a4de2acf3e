"""The start page of the back office: panels that the areas above register, and what waits.

A panel is a class, registered in ``AppConfig.ready``; its template extends
``cms/admin/start_panel.html`` and fills the block ``body``:

    class RunningOutPanel(StartPanel):
        code, order = "running-out", 30
        heading = _("Running out of stock")
        icon = "clipboard-list"
        most_queries = 3
        template_name = "merchandising/start/running_out.html"

        def is_for(self, user): return user.has_perm("partner.change_stockrecord")
        def values(self, request): return {"records": …}

    register_panel(RunningOutPanel)

What only waits to be done needs no panel of its own: a count with a link, in the panel that stands
first.

    register_waiting("sites", sites_to_approve, is_for=may_decide, order=20)

A link leads to the list narrowed to what was counted. Whoever may not open that list gets neither
count nor panel.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import attrgetter

from django.core.cache import cache
from django.core.exceptions import ImproperlyConfigured
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component


class StartPanel(Component):
    """A part of the start page.

    ``code``: its key and its id in the page. ``order``: 0 to 99; Wagtail's own stand at 200 and
    after. ``is_wide``: over the whole width; the others stand two beside each other.
    ``most_queries``: how many it asks at most, however much there is (a test holds it to that).
    ``kept_for``: for how many seconds what it read is shown to all who see it; 0 where it is
    each one's own, or must be of now. What is kept can be pickled, and its words are lazy or of
    the reader's language, for which it is kept.
    """

    code = ""
    order = 50
    heading: str | Promise = ""
    icon = "info-circle"
    is_wide = False
    most_queries = 1
    kept_for = 0
    template_name = "cms/admin/start_panel.html"

    def is_for(self, user) -> bool:
        """Who sees it; asked of every member of staff, at no query beyond their rights."""
        raise NotImplementedError

    def values(self, request) -> dict | None:
        """What its template shows; None where there is nothing to show, not even that."""
        return {}

    def render_html(self, parent_context=None):
        values = self._read(parent_context["request"])
        if values is None:
            return ""
        self.shown = values
        return super().render_html(parent_context)

    def _read(self, request) -> dict | None:
        if not self.kept_for:
            return self.values(request)
        key = f"start-panel:{self.code}:{get_language()}"
        return cache.get_or_set(key, lambda: self.values(request), self.kept_for)

    def get_context_data(self, parent_context):
        return {"panel": self, "request": parent_context["request"], **self.shown}


_panels: dict[str, type[StartPanel]] = {}


def register_panel(panel: type[StartPanel]) -> None:
    """Raises ImproperlyConfigured for a code that another panel has."""
    if _panels.setdefault(panel.code, panel) is not panel:
        raise ImproperlyConfigured(f"Two panels of the start page are called {panel.code}.")


def panels_for(user) -> list[StartPanel]:
    """The panels that somebody sees, in their order."""
    panels = [panel() for panel in _panels.values()]
    return sorted((one for one in panels if one.is_for(user)), key=attrgetter("order"))


# --- What waits ------------------------------------------------------------------------


@dataclass(frozen=True)
class Waiting:
    """``count`` things of one kind that somebody has to act on, and the list of just these."""

    count: int
    label: str | Promise
    url: str


@dataclass(frozen=True)
class Source:
    code: str
    read: Callable[[object], Iterable[Waiting]]
    is_for: Callable[[object], bool]
    order: int
    most_queries: int


_sources: dict[str, Source] = {}


def register_waiting(
    code: str,
    read: Callable[[object], Iterable[Waiting]],
    *,
    is_for: Callable[[object], bool],
    order: int = 50,
    most_queries: int = 1,
) -> None:
    """``read(request)`` counts what waits, also where it is nothing; ``is_for(user)``: who acts
    on it. Registering a code again replaces its source.
    """
    _sources[code] = Source(code, read, is_for, order, most_queries)


def _sources_for(user) -> list[Source]:
    found = (source for source in _sources.values() if source.is_for(user))
    return sorted(found, key=attrgetter("order"))


class WaitingPanel(StartPanel):
    code, order = "waiting", 0
    heading = _("To do")
    icon = "tasks"
    is_wide = True
    template_name = "cms/admin/start_waiting.html"

    @property
    def most_queries(self) -> int:
        return sum(source.most_queries for source in _sources.values())

    def is_for(self, user) -> bool:
        return bool(_sources_for(user))

    def values(self, request):
        waiting = [one for source in _sources_for(request.user) for one in source.read(request)]
        return {"waiting": waiting, "is_done": not any(one.count for one in waiting)}


register_panel(WaitingPanel)

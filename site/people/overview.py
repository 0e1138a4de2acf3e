"""What the account's overview begins with. Areas above register, it asks.

# in AppConfig.ready()
overview.register_reminder("orders", lambda request: [Reminder(text=…, url=…, action=…)])
overview.panels.register(Panel(heading=_("Latest order"), html=…, icon="box", order=10))
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from phonenumber_field.phonenumber import PhoneNumber

from markets.names import edition_name

from .panels import Panel, PanelBoard


@dataclass(frozen=True)
class Reminder:
    """Something that waits for whoever asks: a sentence, and the link to what they do about it."""

    text: str | Promise
    url: str
    action: str | Promise


_sources: dict[str, Callable] = {}


def register_reminder(key: str, source: Callable) -> None:
    """``source(request)`` gives what waits, the most pressing first; [] for nothing. It is asked
    for verified people only. Registering a key again replaces the source.
    """
    _sources[key] = source


def reminders_for(request) -> list[Reminder]:
    """What waits for whoever asks, in the order in which areas registered."""
    return [one for source in _sources.values() for one in source(request)]


panels = PanelBoard()
"""What the overview shows of somebody; each given the person and the request."""


def details(person, request) -> str:
    phone = PhoneNumber.from_string(person.phone).as_international if person.phone else ""
    context = {"person": person, "phone": phone, "where": edition_name(person.edition)}
    return render_to_string("account/panels/details.html", context, request)


def register_own_panels() -> None:
    panels.register(Panel(heading=_("How we reach you"), html=details, icon="mail", order=40))

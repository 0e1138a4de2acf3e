"""What an action of the desk is."""

from .. import forms
from ..dossier import Dossier


class Action:
    """One thing to do. ``is_possible`` asks the services, ``perform`` calls one.

    ``compares`` is off where it does not matter what else happened meanwhile.
    """

    slug: str
    label: str
    icon = "tick-inverse"
    serious = False
    compares = True
    form_class: type[forms.ActionForm] = forms.ActionForm

    def initial(self, order) -> dict:
        """What the form says before anything is typed."""
        return {}

    def is_possible(self, order) -> bool:
        raise NotImplementedError

    def consequences(self, dossier: Dossier) -> list[str]:
        """What happens, said before it does."""
        return []

    def perform(self, *, order, data: dict, by) -> str:
        """Do it. Returns what to tell the clerk."""
        raise NotImplementedError

"""Who may take an evaluation: what apps above say, who know what it is part of.

    # in AppConfig.ready()
    gates.register_gate(part_of_a_course)     # (person, evaluation_key) -> Access | None

Without a gate that says yes nobody may, and the evaluation is not found. An attempt that has begun
goes on whatever gates say since.
"""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.utils.functional import Promise

from people.models import Person


@dataclass(frozen=True)
class Access:
    """``path`` and ``label``: where the evaluation belongs, and its pages lead back to; a neutral
    path, as content stores it. ``refusal``: why somebody who may see it may not begin yet, in a
    sentence; "" where they may."""

    path: str = ""
    label: str | Promise = ""
    refusal: str | Promise = ""


Gate = Callable[[Person, UUID], Access | None]
_gates: list[Gate] = []


def register_gate(gate: Gate) -> None:
    """Registering a gate again changes nothing. Called in ``ready()``."""
    if gate not in _gates:
        _gates.append(gate)


def access_of(person: Person, evaluation_key: UUID) -> Access | None:
    """The first yes, else the first "not yet", else None."""
    refused = None
    for gate in _gates:
        access = gate(person, evaluation_key)
        if access is not None and not access.refusal:
            return access
        refused = refused or access
    return refused

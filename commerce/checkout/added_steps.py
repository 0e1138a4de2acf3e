"""Registry of checkout steps that apps add: pages between "Shipping and payment" and the review.

    # in AppConfig.ready()
    register_step(AddedStep("gift", _("Gift")))

A step shows the choices that name it (``Choice.step``, ``commerce.orders.choices``): they bring the
fields, what is saved and how it is displayed. The step is left out if none of them is offered. It
is complete when each was answered for this order, also with nothing chosen.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise

from commerce.orders.choices import Choice

from .state import CheckoutState


@dataclass(frozen=True)
class AddedStep:
    """A checkout step. ``name`` is part of its URL (letters, digits, hyphens) and never changes;
    ``label`` is its heading and its name in the list of steps, in the shopper's language."""

    name: str
    label: str | Promise

    @property
    def url(self) -> str:
        return reverse("checkout:added", kwargs={"name": self.name})


_steps: dict[str, AddedStep] = {}


def register_step(step: AddedStep) -> None:
    """Add a step after those already registered; replaces one with the same name."""
    _steps[step.name] = step


def unregister_step(name: str) -> None:
    """Remove a step, as if its app were not installed: for tests."""
    _steps.pop(name, None)


def added_steps(offered: Iterable[Choice]) -> list[AddedStep]:
    """The added steps that show any of these choices, in the order of registration."""
    asking = {choice.step for choice in offered}
    return [step for step in _steps.values() if step.name in asking]


def first_unanswered(state: CheckoutState, offered: Iterable[Choice]) -> str | None:
    """The name of the first step with a choice that was not answered for this order, None if all
    were. A choice may be offered only after its step was passed."""
    asking = {choice.step for choice in offered if choice.name not in state.answered}
    return next((name for name in ("address", "methods", *_steps) if name in asking), None)


def url_of(step: str) -> str:
    """The URL of the step with this name."""
    return _steps[step].url if step in _steps else reverse(f"checkout:{step}")

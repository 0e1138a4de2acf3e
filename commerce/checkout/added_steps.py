"""Steps of the checkout that apps add: each is a page of its own, between shipping and payment and
the review.

    # in AppConfig.ready()
    register_step(AddedStep("gift", _("Gift")))

Such a page asks the choices that name it (``Choice.step``, ``commerce.orders.choices``): they bring
the fields, what is kept and how it is told. Where none of them is offered there is no such step.
It is passed by answering each of them once for each order, also with nothing chosen.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise

from commerce.orders.choices import Choice

from .state import CheckoutState


@dataclass(frozen=True)
class AddedStep:
    """One page. ``name`` is in its address (letters, digits, hyphens) and never changes; ``label``
    is its heading and stands in the list of steps, in the shopper's language."""

    name: str
    label: str | Promise

    @property
    def url(self) -> str:
        return reverse("checkout:added", kwargs={"name": self.name})


_steps: dict[str, AddedStep] = {}


def register_step(step: AddedStep) -> None:
    """Add a step behind those that are there; it takes the place of one with the same name."""
    _steps[step.name] = step


def unregister_step(name: str) -> None:
    """Take a step out again, as if its app were gone: for tests."""
    _steps.pop(name, None)


def added_steps(offered: Iterable[Choice]) -> list[AddedStep]:
    """The added steps that ask any of these choices, in their order."""
    asking = {choice.step for choice in offered}
    return [step for step in _steps.values() if step.name in asking]


def first_unanswered(state: CheckoutState, offered: Iterable[Choice]) -> str | None:
    """The first step, ours or added, that asks any of these choices which was not answered since
    the last order: also one that is offered only since its step was passed."""
    asking = {choice.step for choice in offered if choice.name not in state.answered}
    return next((name for name in ("address", "methods", *_steps) if name in asking), None)


def url_of(step: str) -> str:
    """Where a step of this name is changed."""
    return _steps[step].url if step in _steps else reverse(f"checkout:{step}")

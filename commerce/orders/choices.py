"""Choices of the shopper besides shipping and payment method, which an app adds to a step of the
checkout and which are stored with the order.

    # in AppConfig.ready()
    register_choice(GiftWrapping())

A choice brings the fields of a form and the template that renders them. What was chosen is stored
with the checkout and then with the order, and is shown on the review, the order's page, in mails,
on the order desk and on the packing slip. If it costs something, a charge says how much
(``commerce.charges.kinds``). ``docs/extending.md`` has an example.
"""

from collections.abc import Mapping
from typing import Any

from django import forms

from commerce.charges.so_far import CartSoFar


class Choice:
    """One thing to choose: its form, the step that shows it, and how it is described."""

    # What it is kept under, and the prefix of its fields' names: ``<name>-<field>``. Never changed.
    name: str
    # The step of the checkout that asks: "address", "methods", or one that an app adds
    # (``commerce.checkout.added_steps``).
    step = "methods"
    form_class: type[forms.Form]
    # Draws the fields: it gets ``form``, within the step's own form. It works without JavaScript.
    template_name: str

    def is_offered(self, cart: CartSoFar) -> bool:
        """Whether the shopper is asked, by market, goods or customer group. No query: it is called
        for every total, and once more when the order is placed; what is not offered then is not
        ordered."""
        return True

    def form(
        self, data: Mapping | None = None, *, kept: Mapping[str, Any], cart: CartSoFar
    ) -> forms.Form:
        """The form: empty, with what was ``kept`` before, or bound to what was posted. Its errors
        are sentences in the shopper's language."""
        return self.form_class(data, initial=kept, prefix=self.name)

    def keep(self, cleaned: dict[str, Any]) -> dict[str, Any]:
        """What is kept of the form's valid data: plain values that JSON knows; {} where nothing
        was chosen."""
        return cleaned

    def describe(self, kept: Mapping[str, Any], *, edition: str) -> list[tuple[str, str]]:
        """What was chosen, as (label, text) in the active language; [] shows nothing. ``kept`` may
        have been saved by an older version of the app."""
        return []


_choices: dict[str, Choice] = {}


def register_choice(choice: Choice) -> None:
    """Add a choice; it takes the place of one with the same name."""
    _choices[choice.name] = choice


def are_any() -> bool:
    """Whether an app has added one: where none has, no cart is read for them."""
    return bool(_choices)


def offered(cart: CartSoFar) -> list[Choice]:
    """The choices that there are for a cart, in the order in which they were registered."""
    return [choice for choice in _choices.values() if choice.is_offered(cart)]


def describe_choices(kept: Mapping[str, Mapping[str, Any]], *, edition: str) -> list[dict]:
    """What was chosen, as {label, text, step}: for the review, the order, the slip. Choices of an
    app that is not installed any more are left out."""
    return [
        {"label": label, "text": text, "step": choice.step}
        for name, choice in _choices.items()
        if kept.get(name)
        for label, text in choice.describe(kept[name], edition=edition)
    ]

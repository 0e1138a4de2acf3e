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

    # The key of the stored answer, and the prefix of its fields: ``<name>-<field>``. Never change.
    name: str
    # The step of the checkout that shows it: "address", "methods", or one that an app adds
    # (``commerce.checkout.added_steps``).
    step = "methods"
    form_class: type[forms.Form]
    # Renders the fields of ``form`` within the step's form. Must work without JavaScript.
    template_name: str

    def is_offered(self, cart: CartSoFar) -> bool:
        """Whether the choice is offered for a cart, by market, items or customer group.

        Must not query: called for every total, and again when the order is placed; what is not
        offered then is not part of the order."""
        return True

    def form(
        self, data: Mapping | None = None, *, kept: Mapping[str, Any], cart: CartSoFar
    ) -> forms.Form:
        """The form: with the saved answer (``kept``, may be empty), or bound to posted ``data``.
        Error messages are in the shopper's language."""
        return self.form_class(data, initial=kept, prefix=self.name)

    def keep(self, cleaned: dict[str, Any]) -> dict[str, Any]:
        """The answer to save, from the form's valid data: JSON values; {} if nothing was chosen."""
        return cleaned

    def describe(self, kept: Mapping[str, Any], *, edition: str) -> list[tuple[str, str]]:
        """What was chosen, as (label, text) in the active language; [] shows nothing. ``kept`` may
        have been saved by an older version of the app."""
        return []


_choices: dict[str, Choice] = {}


def register_choice(choice: Choice) -> None:
    """Add a choice; replaces one with the same name."""
    _choices[choice.name] = choice


def are_any() -> bool:
    """Whether any choice is registered; if not, no cart has to be read for them."""
    return bool(_choices)


def offered(cart: CartSoFar) -> list[Choice]:
    """The choices that are offered for a cart, in the order of registration."""
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

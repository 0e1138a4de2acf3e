"""Forms of the choices that apps add to a checkout step (``commerce.orders.choices``)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms

from commerce.cart.cart import Cart
from commerce.orders.choices import Choice

from .charging import cart_so_far


@dataclass(frozen=True)
class ChoiceForm:
    """One choice with its form: empty, with the saved answer, or with what was just posted."""

    choice: Choice
    form: forms.Form

    @property
    def template_name(self) -> str:
        return self.choice.template_name


def asked_of(
    choices: list[Choice],
    *,
    cart: Cart,
    kept: Mapping[str, Mapping[str, Any]],
    data: Mapping | None = None,
) -> list[ChoiceForm]:
    """The forms of these choices, filled with saved answers (``kept``) or with posted ``data``."""
    so_far = cart_so_far(cart)
    return [
        ChoiceForm(choice, choice.form(data, kept=kept.get(choice.name, {}), cart=so_far))
        for choice in choices
    ]


def are_valid(asked: list[ChoiceForm]) -> bool:
    """Whether all forms are valid. Every one is validated, so that all errors show at once."""
    return all([one.form.is_valid() for one in asked])


def answers_of(asked: list[ChoiceForm]) -> dict[str, dict]:
    """The answers to save, by the name of the choice. All forms are valid."""
    return {one.choice.name: one.choice.keep(one.form.cleaned_data) for one in asked}


class AllForms:
    """The step's form and the forms of its choices as one, for components/form_errors.html."""

    def __init__(self, form: forms.Form, asked: list[ChoiceForm]):
        self._forms = [form, *(one.form for one in asked)]

    @property
    def errors(self) -> list:
        return [error for form in self._forms for error in form.errors]

    def non_field_errors(self) -> list:
        return [error for form in self._forms for error in form.non_field_errors()]

    def visible_fields(self) -> list:
        return [field for form in self._forms for field in form.visible_fields()]

    def hidden_fields(self) -> list:
        return [field for form in self._forms for field in form.hidden_fields()]


def as_typed(asked: list[ChoiceForm]) -> dict[str, dict]:
    """The valid answers of the page as typed, not saved: for the preview of the total."""
    return {
        one.choice.name: one.choice.keep(one.form.cleaned_data)
        for one in asked
        if one.form.is_bound and one.form.is_valid()
    }

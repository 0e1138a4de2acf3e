"""Shipping and payment methods as context for components/choices.html."""

from collections.abc import Callable

from commerce.gateways.words import MethodWords


def method_choices(
    methods: list[MethodWords], *, chosen: str, money: Callable | None = None
) -> list[dict]:
    """Payment methods, each with its fee; ``money`` formats the amount."""
    return [
        {
            "value": words.gateway,
            "label": words.name,
            "note": words.note,
            "amount": money(words.fee) if money and words.fee else "",
            "checked": words.gateway == chosen,
        }
        for words in methods
    ]

"""What can be chosen, as components/choices.html shows it."""

from collections.abc import Callable

from commerce.gateways.words import MethodWords


def method_choices(
    methods: list[MethodWords], *, chosen: str, money: Callable | None = None
) -> list[dict]:
    """Ways to pay, with what each adds to the order; ``money`` writes that amount."""
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

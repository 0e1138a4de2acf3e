"""Which fields of a form are never written back into a page: passwords, codes, cards.

Nobody keeps a list of them. A field is secret where a form declares it so for the browser's sake:
its widget hides what is typed, or its ``autocomplete`` names what only its owner may know. What no
form declares (a provider's own fields, inputs that are written by hand) is told by its name.
"""

import re
from collections.abc import Iterator

from django import forms

# Tokens of ``autocomplete``, as HTML has them. What is said of a card begins with "cc-".
SECRET_TOKENS = {"current-password", "new-password", "one-time-code"}
# Anywhere in a name; and words that are also part of harmless ones.
SECRET_PARTS = re.compile(
    r"passw|passphrase|passcode|pwd|secret|card|cvc|cvv|iban"
    r"|(?:^|[^a-z])(?:pass|code|pin|otp|csc|cc)(?:$|[^a-z])"
)


def is_secret(name: str) -> bool:
    """Whether a posted field of this name may hold a secret, with the form's prefix or without."""
    bare = name.rsplit("-", 1)[-1]
    return bool(SECRET_PARTS.search(name.lower())) or not declared_secret().isdisjoint({name, bare})


def declared_secret() -> set[str]:
    """The names of the fields that any form of the process declares to be secret."""
    return {
        name
        for form in _classes_below(forms.BaseForm)
        for name, field in getattr(form, "base_fields", {}).items()
        if hides(field.widget)
    }


def hides(widget: forms.Widget) -> bool:
    """Whether what is typed into this widget is its owner's alone."""
    tokens = str(widget.attrs.get("autocomplete", "")).lower().split()
    return getattr(widget, "input_type", "") == "password" or any(
        token in SECRET_TOKENS or token.startswith("cc-") for token in tokens
    )


def _classes_below(cls: type) -> Iterator[type]:
    for below in cls.__subclasses__():
        yield below
        yield from _classes_below(below)

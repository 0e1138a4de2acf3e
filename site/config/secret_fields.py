"""Which fields of a form are never written back into a page: passwords, codes, cards.

Nobody keeps a list of them. A field is secret where a form declares it so for the browser's sake:
its widget hides what is typed, or its ``autocomplete`` names what only its owner may know. What no
form declares (a provider's own fields, inputs that are written by hand) is told by its name.
"""

import re
from collections.abc import Iterable, Iterator

from django import forms

# Tokens of ``autocomplete``, as HTML has them. What is said of a card begins with "cc-".
SECRET_TOKENS = {"current-password", "new-password", "one-time-code"}
# Anywhere in a name; and words that are also part of harmless ones.
SECRET_PARTS = re.compile(
    r"passw|passphrase|passcode|pwd|secret|card|cvc|cvv|cvn|iban"
    r"|(?:^|[^a-z])(?:pass|code|pin|otp|csc|cc)(?:$|[^a-z])"
)
# Codes that say where somebody lives or what they pay in, in the names that fields have for them.
PUBLIC_CODES = re.compile(
    r"(?<![a-z])(?:postal|post|zip|country|area|region|state|currency|language)[^a-z]?code(?![a-z])"
)
# "securityCode" is "security_code".
WORD_BEGINS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def any_secret(names: Iterable[str]) -> bool:
    """Whether any posted field of these names may hold a secret, with the form's prefix or
    without."""
    declared = declared_secret()
    return any(
        _sounds_secret(name) or not declared.isdisjoint({name, name.rsplit("-", 1)[-1]})
        for name in names
    )


def _sounds_secret(name: str) -> bool:
    words = WORD_BEGINS.sub("_", name).lower()
    return SECRET_PARTS.search(PUBLIC_CODES.sub("", words)) is not None


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

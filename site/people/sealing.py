"""What a browser keeps for us and may not read: sealed with a key derived from ``SECRET_KEY``.

A signed value can be read by whoever has it; a number in it says how many of something there are.
Changing the key without ``SECRET_KEY_FALLBACKS`` makes all that was sealed unreadable.
"""

import base64
import json
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.utils.crypto import salted_hmac


class NotOurs(ValueError):
    """Made by somebody else, for another purpose, or with a key that is gone."""


def box(purpose: str) -> MultiFernet:
    """The keys of a purpose: what is sealed for one opens for no other."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet(
        [
            Fernet(
                base64.urlsafe_b64encode(
                    salted_hmac(purpose, "", secret=key, algorithm="sha256").digest()
                )
            )
            for key in keys
        ]
    )


def seal(value: Any, *, purpose: str) -> str:
    """A JSON value as ASCII text for a cookie."""
    return box(purpose).encrypt(json.dumps(value, separators=(",", ":")).encode()).decode()


def unseal(text: str, *, purpose: str) -> Any:
    """The value again. Raises NotOurs for any other text."""
    try:
        return json.loads(box(purpose).decrypt(text.encode("utf-8", "replace")))
    except (InvalidToken, ValueError) as error:
        raise NotOurs from error

"""Reading what anybody may send: the body of a notification, and whether it can be written down."""

import json
from typing import Any

from .base import Notification, UnreadableNotification

# As wide as the columns of ``GatewayEvent``.
LONGEST = 255


def json_object(body: bytes) -> dict[str, Any]:
    """The object that a body is in JSON. Raises UnreadableNotification."""
    try:
        told = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise UnreadableNotification(f"no JSON: {type(error).__name__}") from None
    return as_object(told, "the body")


def as_object(told: Any, name: str) -> dict[str, Any]:
    """``told``, where it is an object. Raises UnreadableNotification, with ``name``."""
    if not isinstance(told, dict):
        raise UnreadableNotification(f"{name} is no object")
    return told


def as_text(told: Any, name: str) -> str:
    """``told``, where it is a text. Raises UnreadableNotification, with ``name``."""
    if not isinstance(told, str):
        raise UnreadableNotification(f"{name} is no text")
    return told


def check_storable(notification: Notification) -> None:
    """Raises UnreadableNotification for what no database takes: numbers that are none, half
    characters, the character 0, names that are too long."""
    names = (notification.event_id, notification.reference, notification.payment_key)
    if any(len(as_text(name, "a name")) > LONGEST for name in names):
        raise UnreadableNotification("a name is too long")
    try:
        written = json.dumps([*names, notification.payload], ensure_ascii=False, allow_nan=False)
        written.encode()
    except (ValueError, TypeError, RecursionError) as error:
        raise UnreadableNotification(f"not to be kept: {type(error).__name__}") from None
    if "\\u0000" in written:
        raise UnreadableNotification("the character 0")

"""Registry of context for the cart page: packages above register a value in their ``ready()``.

Nothing is rendered by itself: the cart's templates use the names that they know."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest

Read = Callable[[HttpRequest], Any]

_parts: dict[str, Read] = {}


def register_part(name: str, read: Read) -> None:
    """Add ``name`` to the context of the cart page; ``read`` is called for each request."""
    _parts[name] = read


def read_parts(request: HttpRequest) -> dict[str, Any]:
    return {name: read(request) for name, read in _parts.items()}

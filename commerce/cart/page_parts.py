"""What the templates of the cart page know besides the cart: packages above register it in their
``ready()``. Nothing is drawn by itself: the page's own templates ask for the names they know."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest

Read = Callable[[HttpRequest], Any]

_parts: dict[str, Read] = {}


def register_part(name: str, read: Read) -> None:
    """Have the cart page's templates know ``name``, read anew for each request."""
    _parts[name] = read


def read_parts(request: HttpRequest) -> dict[str, Any]:
    return {name: read(request) for name, read in _parts.items()}

"""Placeholders (slots) in a cached page that serves many sellers' sites, filled when it is served.

Two things differ between the sites of two consultants: the prefix of links, and the two parts
that show who they are (ribbon and contact card, ``{% seller_part %}``). A page that reads
anything else of the seller cannot be shared: ``AnySeller`` raises ``LooksAtSeller``.
"""

from collections.abc import Callable, Iterable
from contextlib import contextmanager
from contextvars import ContextVar
from urllib.parse import quote

from django.urls import get_script_prefix, set_script_prefix

from . import freshness
from .prefix import PREFIX_SLOT

PART_SLOT = "<!--seller-part:{}-->"

_is_open: ContextVar[bool] = ContextVar("slots_are_open", default=False)


class LooksAtSeller(Exception):
    """The page that is being rendered reads who the seller is, so it cannot be shared."""


class AnySeller:
    """Takes the place of the consultant while a shared page is rendered. It has only what is the
    same for all of them; reading anything else raises ``LooksAtSeller``.
    """

    is_influencer = False
    own_host = ""
    base = PREFIX_SLOT

    def __getattr__(self, name: str):
        raise LooksAtSeller(name)


@contextmanager
def open_slots(request):
    """Within it a page is rendered with placeholders, for any consultant. Raises LooksAtSeller
    where that cannot be done."""
    seller, prefix = request.seller, get_script_prefix()
    path, script_name = request.path, request.META.get("SCRIPT_NAME", "")
    request.seller = AnySeller()
    request.META["SCRIPT_NAME"] = PREFIX_SLOT
    request.path = PREFIX_SLOT + request.path_info
    set_script_prefix(PREFIX_SLOT)
    token = _is_open.set(True)
    try:
        yield
    finally:
        _is_open.reset(token)
        set_script_prefix(prefix)
        request.seller, request.path = seller, path
        request.META["SCRIPT_NAME"] = script_name


def show_seller(request) -> None:
    """Call it at the start of a view whose page shows the seller: it is rendered for them alone.

    Without the call that is noticed while rendering, and the page is rendered twice.
    """
    if isinstance(request.seller, AnySeller):
        raise LooksAtSeller
    freshness.do_not_cache()


def are_open() -> bool:
    return _is_open.get()


def part_slot(template_name: str) -> str:
    return PART_SLOT.format(template_name)


def parts_in(body: str) -> tuple[str, ...]:
    """The templates of the seller's parts that a rendered page has placeholders for."""
    head, tail = PART_SLOT.split("{}")
    return tuple(piece.partition(tail)[0] for piece in body.split(head)[1:])


# Renders the seller's parts for a request: HTML by template.
PartsDrawer = Callable[[object, Iterable[str]], dict[str, str]]
_render_parts: PartsDrawer


def fill_with(drawer: PartsDrawer) -> None:
    """Register the function that renders the seller's parts. Called in ``AppConfig.ready``."""
    global _render_parts
    _render_parts = drawer


def render_parts(request, template_names: Iterable[str]) -> dict[str, str]:
    """The HTML of each of these templates for the seller of a request."""
    return _render_parts(request, template_names) if template_names else {}


def fill(body: bytes, parts: dict[str, str], prefix: str) -> bytes:
    """Replace all placeholders for one seller. ``parts``: HTML by template; ``prefix``:
    "/@alias"."""
    for template_name, html in parts.items():
        body = body.replace(part_slot(template_name).encode(), html.encode())
    return fill_prefix(body, prefix)


def fill_prefix(body: bytes, prefix: str) -> bytes:
    """Replace the placeholder of the prefix, also where it is quoted within a query string."""
    body = body.replace(PREFIX_SLOT.encode(), prefix.encode())
    for safe in ("", "/"):
        slot = quote(PREFIX_SLOT, safe=safe).encode()
        body = body.replace(slot, quote(prefix, safe=safe).encode())
    return body

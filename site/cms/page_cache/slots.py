"""What is left open in a page that serves many sellers' sites, and filled in on the way out.

Two things differ between the sites of two consultants: what their links begin with, and the two
parts that show who they are (ribbon and contact card, ``{% seller_part %}``). A page that looks
at the seller in any other way cannot be shared: ``AnySeller`` notices.
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
    """The page being drawn shows who the seller is: it is nobody else's page."""


class AnySeller:
    """Stands for the consultant while a page for all of them is drawn. Only what holds for
    every one of them can be asked.
    """

    is_influencer = False
    own_host = ""
    base = PREFIX_SLOT

    def __getattr__(self, name: str):
        raise LooksAtSeller(name)


@contextmanager
def open_slots(request):
    """Within it the page is drawn for any consultant. Raises LooksAtSeller where it cannot be."""
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
    """Said by a page that shows who sells, before it is drawn: it is drawn for them alone.

    Without it that comes out in the middle, and the page is drawn twice.
    """
    if isinstance(request.seller, AnySeller):
        raise LooksAtSeller
    freshness.do_not_cache()


def are_open() -> bool:
    return _is_open.get()


def part_slot(template_name: str) -> str:
    return PART_SLOT.format(template_name)


def parts_in(body: str) -> tuple[str, ...]:
    """The templates of the seller's parts that a drawn page leaves open."""
    head, tail = PART_SLOT.split("{}")
    return tuple(piece.partition(tail)[0] for piece in body.split(head)[1:])


# Draws the seller's parts of the page that is asked for: HTML by template.
PartsDrawer = Callable[[object, Iterable[str]], dict[str, str]]
_draw_parts: PartsDrawer


def fill_with(drawer: PartsDrawer) -> None:
    """Tell how the seller's parts are drawn. Called in ``AppConfig.ready``."""
    global _draw_parts
    _draw_parts = drawer


def draw_parts(request, template_names: Iterable[str]) -> dict[str, str]:
    """The HTML of each of these templates for the seller of a request; nothing for none."""
    return _draw_parts(request, template_names) if template_names else {}


def fill(body: bytes, parts: dict[str, str], prefix: str) -> bytes:
    """The page of one seller. ``parts``: the HTML of each template; ``prefix``: "/@alias"."""
    for template_name, html in parts.items():
        body = body.replace(part_slot(template_name).encode(), html.encode())
    return fill_prefix(body, prefix)


def fill_prefix(body: bytes, prefix: str) -> bytes:
    """Links inside other addresses' query strings are quoted, with or without their slashes."""
    body = body.replace(PREFIX_SLOT.encode(), prefix.encode())
    for safe in ("", "/"):
        slot = quote(PREFIX_SLOT, safe=safe).encode()
        body = body.replace(slot, quote(prefix, safe=safe).encode())
    return body

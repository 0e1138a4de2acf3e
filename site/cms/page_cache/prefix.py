"""The placeholder for the prefix of links in cached HTML: one entry serves every seller's site."""

import secrets
from contextlib import contextmanager

from django.urls import get_script_prefix, set_script_prefix

# Random for each process, so that nobody can write it into a page; it looks like the prefix of a
# seller's site, so that addresses are parsed as usual.
PREFIX_SLOT = f"/@{secrets.token_hex(12)}"


@contextmanager
def open_prefix():
    """Within it links begin with the placeholder (``under_prefix`` replaces it)."""
    former = get_script_prefix()
    set_script_prefix(PREFIX_SLOT)
    try:
        yield
    finally:
        set_script_prefix(former)


def under_prefix(html: str) -> str:
    """The HTML with the prefix of the present request's site in its links."""
    return html.replace(PREFIX_SLOT, get_script_prefix().rstrip("/"))

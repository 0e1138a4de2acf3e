"""What links begin with is left open in what is kept: one piece serves every seller's site."""

import secrets
from contextlib import contextmanager

from django.urls import get_script_prefix, set_script_prefix

# Stands for the prefix in what is kept. A name of this process alone, so that nobody can write
# it into a page; it looks like a site's, so that addresses are taken apart as usual.
PREFIX_SLOT = f"/@{secrets.token_hex(12)}"


@contextmanager
def open_prefix():
    """Within it links are drawn with the slot for a prefix (``under_prefix`` fills it)."""
    former = get_script_prefix()
    set_script_prefix(PREFIX_SLOT)
    try:
        yield
    finally:
        set_script_prefix(former)


def under_prefix(html: str) -> str:
    """The HTML with the prefix of the site that is being read in its links."""
    return html.replace(PREFIX_SLOT, get_script_prefix().rstrip("/"))

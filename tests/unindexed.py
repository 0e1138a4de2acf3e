"""Rows that a test begins with, left out of Wagtail's own indexes: of words, and of who refers to
what. Noting them took a third of the time to make a product, and nearly half of an influencer's.

A test of these indexes saves what it is about itself, or has them written (``index_everything``).
So does one that looks for what a search must keep back: what no index knows is never found.
"""

from contextlib import contextmanager
from functools import cache

from django.core.management import call_command
from django.db.models.signals import post_save
from modelsearch.index import get_indexed_models
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.signal_handlers import (
    disable_reference_index_auto_update,
    reference_index_auto_update_disabled,
)

# What Wagtail searches is known once it has started.
searched = cache(get_indexed_models)


@contextmanager
def unindexed():
    """Within it no save writes to an index. Also a decorator, and one may stand within another."""
    if getattr(reference_index_auto_update_disabled, "value", False):
        yield
        return
    for model in searched():
        post_save.disconnect(post_save_signal_handler, sender=model)
    try:
        with disable_reference_index_auto_update():
            yield
    finally:
        for model in searched():
            post_save.connect(post_save_signal_handler, sender=model)


def index_everything() -> None:
    """Write both indexes as they would be if every row had been noted."""
    call_command("rebuild_references_index", verbosity=0)
    call_command("wagtail_update_index", verbosity=0)

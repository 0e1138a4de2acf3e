"""Running some 400 migrations in two thirds of the time.

Nearly all of it is spent on rendering the models of each state anew, tens of thousands of classes.
"""

import gc
from contextlib import contextmanager
from functools import cache, partial

from django.apps import apps
from django.apps.registry import Apps


@contextmanager
def swift_migrations():
    """Take two detours out of ``migrate`` while it runs. The result is the same.

    - Which setting can swap a model is asked for each foreign key, and Django forgets the answer
      of the real models whenever a state registers one of its own: one cache serves all.
    - Classes are rubbish in circles. Looking for it after each 700 new objects finds little
      and reads all that is alive; the price is some 350 MB at the peak.
    """
    thresholds = gc.get_threshold()
    gc.set_threshold(100_000, 50, 100)
    of_the_real_models = Apps.get_swappable_settings_name.__wrapped__
    # On the instance: its own `clear_cache` finds it there, a state's does not.
    apps.get_swappable_settings_name = cache(partial(of_the_real_models, apps))
    try:
        yield
    finally:
        del apps.get_swappable_settings_name
        gc.set_threshold(*thresholds)

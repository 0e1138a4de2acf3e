"""Rows are locked in one place, which knows the order (``background.locks``)."""

from django.apps import apps
from django.conf import settings

from .layout import modules, short


def test_nobody_else_locks_rows():
    wrong = [
        short(path)
        for _, path in modules()
        if "select_for_update" in path.read_text() and short(path) != "site/background/locks.py"
    ]
    assert not wrong, "use background.locks.locked"


def test_the_order_names_each_model_once_as_django_does():
    assert [apps.get_model(label)._meta.label for label in settings.LOCK_ORDER] == list(
        dict.fromkeys(settings.LOCK_ORDER)
    )

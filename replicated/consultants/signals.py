"""Signals about consultants, for other areas."""

from django.dispatch import Signal

# Sent after commit with `consultant`: the site was renamed, opened, closed, or changed its kind.
consultant_changed = Signal()

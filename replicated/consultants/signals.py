"""How other areas learn that a consultant's site changed."""

from django.dispatch import Signal

# Sent after commit with `consultant`: renamed, opened or closed, or of another kind.
consultant_changed = Signal()

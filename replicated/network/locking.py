"""The network's one lock.

Lock order: rows of people, consultants and orders first, this lock last. Whoever holds it asks for
no other row. It is one for the whole network, because a circle can be made of places that have
nothing in common yet: Ana goes below Bea while Bea goes below Ana. A placing takes milliseconds;
a longer transaction takes the lock late.
"""

from .models import NetworkLock


def lock_network() -> None:
    """Wait until nobody else changes the network, and keep others waiting until the commit."""
    NetworkLock.objects.select_for_update().get_or_create(pk=1)

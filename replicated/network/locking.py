"""The network's one lock.

Whoever holds it asks for no other row of people, consultants and orders (``settings.LOCK_ORDER``).
It is one for the whole network, because a circle can be made of places that have nothing in common
yet: Ana goes below Bea while Bea goes below Ana. A placing takes milliseconds;
a longer transaction takes the lock late.
"""

from background.locks import locked

from .models import NetworkLock


def lock_network() -> None:
    """Wait until nobody else changes the network, and keep others waiting until the commit."""
    locked(NetworkLock.objects.all()).get_or_create(pk=1)

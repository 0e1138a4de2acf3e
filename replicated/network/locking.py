"""The lock of the sponsor network: one for all changes.

While it is held, no row of people, consultants or orders is locked (``settings.LOCK_ORDER``). A
lock for the whole network is needed, as two moves of unrelated positions can form a circle: Ana is
moved below Bea while Bea is moved below Ana. A placement takes milliseconds; longer transactions
take the lock late.
"""

from background.locks import locked

from .models import NetworkLock


def lock_network() -> None:
    """Take the network's lock until the transaction ends."""
    locked(NetworkLock.objects.all()).get_or_create(pk=1)

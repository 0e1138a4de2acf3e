"""How the layers above learn of orders: they connect, commerce never imports them."""

from django.dispatch import Signal

# Sent once, inside the confirming transaction, with `order`.
order_confirmed = Signal()
# Sent once, inside the placing transaction, with `order`, `person` and `provenance`
# (people.provenance): what the request that placed it proved about where the buyer came from.
order_placed = Signal()
# Sent once when a pending order expired or was cancelled, with `order`.
order_released = Signal()

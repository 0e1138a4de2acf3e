"""How the layers above learn of orders: they connect, commerce never imports them."""

from django.dispatch import Signal

# Sent once, inside the confirming transaction, with `order`.
order_confirmed = Signal()
# Sent once, inside the placing transaction, with `order`, `person` and `provenance`
# (people.provenance): what the request that placed it proved about where the buyer came from.
order_placed = Signal()
# Sent when an order ended before it left, with `order`: it expired, or was cancelled, while it was
# pending or after it was confirmed. Money that comes late may still confirm one that expired.
order_released = Signal()

"""Signals of orders, for the layers above, which commerce never imports."""

from django.dispatch import Signal

# Sent once with `order`, within the transaction that confirms it.
order_confirmed = Signal()
# Sent once with `order`, `person` and `provenance`, within the transaction that places it.
# `provenance` is what the request proves about where the buyer came from (people.provenance).
order_placed = Signal()
# Sent with `order` when it expired or was canceled before it was shipped, whether it was pending or
# confirmed. A late payment may still confirm an expired order.
order_released = Signal()

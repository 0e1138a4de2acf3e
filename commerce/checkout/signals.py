"""How the layers above learn of orders: they connect, commerce never imports them."""

from django.dispatch import Signal

# Sent once, inside the confirming transaction, with `order`.
order_confirmed = Signal()
# Sent once when a pending order expired or was cancelled, with `order`.
order_released = Signal()

"""How others learn that stock moved: the rows are written in bulk, without a save signal each."""

from django.dispatch import Signal

# Sent inside the transaction with `product_ids`.
stock_changed = Signal()

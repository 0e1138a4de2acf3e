"""How others learn that stock moved: the rows are written in bulk, without a save signal each."""

from dataclasses import dataclass

from django.dispatch import Signal


@dataclass(frozen=True)
class Level:
    """How many of a product one stock record had left to sell, and has now."""

    product_id: int
    before: int
    after: int


# Sent inside the transaction with `levels`, of the records that have more or less to sell now.
stock_changed = Signal()

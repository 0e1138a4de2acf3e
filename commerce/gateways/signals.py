"""How the layers above learn what became of money: they connect, gateways import none of them."""

from django.dispatch import Signal

# Sent once for each refund, inside the transaction that settles it, with `refund`: its state is
# done or refused.
refund_settled = Signal()

from django.dispatch import Signal

# Sent inside the transaction that wrote listings, with their ids as `written`. Rows that go
# send Django's own post_delete.
listings_changed = Signal()

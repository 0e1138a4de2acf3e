from django.dispatch import Signal

# Sent inside the transaction that wrote listings, with their ids as `written`. Rows that go
# send Django's own post_delete.
listings_changed = Signal()

# Somebody changed what listings are made from: `everything`, or `changed`, ids by the names of
# `requests.request_refresh`. Sent inside the transaction of the change; what is queued for it
# belongs to that transaction.
refresh_requested = Signal()

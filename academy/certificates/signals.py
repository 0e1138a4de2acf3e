"""What others may act on, sent within the transaction."""

from django.dispatch import Signal

# ``certificate``: somebody got it, or it was taken from them.
certificate_issued = Signal()
certificate_withdrawn = Signal()

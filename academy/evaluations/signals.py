from django.dispatch import Signal

# Sent with ``attempt`` in the transaction that makes its result final, or changes it.
attempt_finished = Signal()

"""What others may act on, sent within the transaction: certificates, groups, rules."""

from django.dispatch import Signal

# ``enrolment``: its course was just finished, for the first time.
course_finished = Signal()

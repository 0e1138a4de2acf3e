"""How the layers above learn of people: they connect, people never imports them."""

from django.dispatch import Signal

# Sent inside the registering transaction with `person` and `provenance` (people.provenance).
person_registered = Signal()

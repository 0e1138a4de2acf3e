"""How the layers above learn of people: they connect, people never imports them."""

from django.dispatch import Signal

# Sent inside the registering transaction with `person` and `provenance` (people.provenance).
person_registered = Signal()
# Sent with `users`, a list, when they were closed or opened without being saved one by one.
users_changed = Signal()
# Sent with `person` whenever somebody who signs in has proven that their address is theirs:
# what was done with the address before may be put into their account.
address_proven = Signal()
# Sent with `person` when their names have changed, those that were blank included, or are gone.
person_renamed = Signal()

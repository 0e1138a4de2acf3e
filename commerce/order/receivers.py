"""People who prove their address, as the layer below tells of them."""

from django.dispatch import receiver

from people.signals import address_proven

from .claiming import claim_orders


@receiver(address_proven)
def claim_proven_orders(sender, person, **kwargs):
    claim_orders(person)

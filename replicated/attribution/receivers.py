"""Orders, registrations and sign-ins, as the layers below tell of them."""

from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver

from commerce.checkout.signals import order_placed
from people.services import person_of
from people.signals import person_registered

from . import links, services


@receiver(order_placed)
def credit_placed_order(sender, order, person, provenance, **kwargs):
    services.credit_order(order=order, person=person, provenance=provenance)


@receiver(person_registered)
def credit_registered_person(sender, person, provenance, **kwargs):
    services.credit_person(person=person, provenance=provenance)


@receiver(user_logged_in)
def follow_link(sender, request, user, **kwargs):
    """Who signs in keeps the link they came by, wherever they sign in next."""
    person = person_of(user) if request is not None else None
    if person is not None:
        links.follow(request, person)

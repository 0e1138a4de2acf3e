"""Signal receivers: credit orders and registrations, and keep referral links at sign-in."""

from django.contrib.auth.signals import user_logged_in
from django.db.models.signals import post_save
from django.dispatch import receiver

from commerce.gateways.models import Payment
from commerce.orders.signals import order_confirmed, order_placed, order_released
from people.services import person_of
from people.signals import person_registered

from . import links, services


@receiver(order_placed)
def credit_placed_order(sender, order, person, provenance, **kwargs):
    services.credit_order(order=order, person=person, provenance=provenance)


@receiver(order_confirmed)
def bind_confirmed_order(sender, order, **kwargs):
    services.bind_by_order(order=order)


@receiver(post_save, sender=Payment)
def bind_paid_order(sender, instance, raw, **kwargs):
    """Bind the customer when an order is paid after its confirmation (cash on delivery).

    A pending or expired order binds when it is confirmed, after it has taken its stock, as the
    person is locked last.
    """
    if raw or instance.state != Payment.State.SUCCEEDED or instance.closed_at:
        return
    if instance.order.status in ("pending", "expired"):
        return
    services.bind_by_order(order=instance.order)


@receiver(order_released)
def withdraw_released_order(sender, order, **kwargs):
    services.withdraw_bond(order=order)


@receiver(person_registered)
def credit_registered_person(sender, person, provenance, **kwargs):
    services.credit_person(person=person, provenance=provenance)


@receiver(user_logged_in)
def keep_link_after_sign_in(sender, request, user, **kwargs):
    """Save the referral link of a visitor who signs in, so that it counts on other devices."""
    person = person_of(user) if request is not None else None
    if person is not None:
        links.follow(request, person)

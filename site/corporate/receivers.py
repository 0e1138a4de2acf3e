"""Kept pages that ask for a phone follow the setting."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from cms import freshness
from commerce.checkout.models import CheckoutPolicy


@receiver([post_save, post_delete], sender=CheckoutPolicy, dispatch_uid="corporate.phone_required")
def ask_for_a_phone(sender, instance, raw=False, **kwargs):
    if not raw:
        freshness.changed(instance.market)

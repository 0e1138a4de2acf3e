"""A changed policy is read anew by every process, and drawn anew by what shows it."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from cms.models import StorefrontVersion

from .models import CheckoutPolicy


@receiver([post_save, post_delete], sender=CheckoutPolicy)
def renew(sender, raw=False, **kwargs):
    if not raw:
        StorefrontVersion.renew()

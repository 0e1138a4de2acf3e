"""Invalidate public pages when themed days change. Catalogue orders do so in their service."""

from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete
from django.dispatch import receiver

from cms.models import StorefrontVersion
from cms.page_cache import freshness
from commerce.labels.models import Label
from commerce.listings.requests import request_refresh

from .models import CatalogueOrder, ThemedDay, ThemedDayCopy


@receiver([post_save, post_delete], sender=ThemedDay)
@receiver([post_save, post_delete], sender=ThemedDayCopy)
def invalidate_after_themed_day(sender, instance, raw=False, **kwargs):
    if not raw:
        StorefrontVersion.renew()
        # Its markets may have been others before.
        freshness.invalidate()


@receiver(m2m_changed, sender=ThemedDay.options.through)
def invalidate_after_options(sender, action, **kwargs):
    if action.startswith("post_"):
        StorefrontVersion.renew()
        freshness.invalidate()


@receiver(post_save, sender=Label)
def renew_after_label(sender, raw=False, **kwargs):
    """The cached plan of themed days holds the labels that they bring forward."""
    if not raw:
        StorefrontVersion.renew()


@receiver(pre_delete, sender=CatalogueOrder)
def refresh_after_catalogue_order(sender, instance, **kwargs):
    StorefrontVersion.renew()
    freshness.invalidate(instance.market)
    request_refresh(products=instance.entries.values_list("product_id", flat=True))

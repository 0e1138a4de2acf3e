"""Rows that are deleted without a refresh: invalidate the pages and filters that show them."""

from django.db import transaction
from django.db.models.signals import post_delete, pre_delete
from django.dispatch import receiver
from oscar.core.loading import get_model

from cms.page_cache import freshness

from .models import Listing
from .services import next_revision

Category = get_model("catalogue", "Category")


@receiver(post_delete, sender=Listing)
def leave_pages(sender, **kwargs):
    """A listing is deleted with its product, so that no later refresh would find the change."""
    freshness.invalidate()


@receiver(pre_delete, sender=Category)
def leave_category(sender, instance, **kwargs):
    """The category's places are deleted with it, so that no later refresh would find the change."""
    with transaction.atomic():
        left = Listing.objects.filter(in_categories__category=instance.pk)
        if pks := list(left.values_list("pk", flat=True)):
            Listing.objects.filter(pk__in=pks).update(revision=next_revision())

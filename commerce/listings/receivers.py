"""Rows that go without a refresh: pages and filters hear of it here."""

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
    """With its product it goes at once: no refresh finds it changed later."""
    freshness.invalidate()


@receiver(pre_delete, sender=Category)
def leave_category(sender, instance, **kwargs):
    """Its places go with it, and no refresh finds them changed later: filters hear of it here."""
    with transaction.atomic():
        left = Listing.objects.filter(in_categories__category=instance.pk)
        if pks := list(left.values_list("pk", flat=True)):
            Listing.objects.filter(pk__in=pks).update(revision=next_revision())

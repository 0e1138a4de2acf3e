from django.db.models.signals import post_delete
from django.dispatch import receiver

from commerce.listings.models import Listing
from commerce.listings.signals import listings_changed

from .services import request_indexing


@receiver(listings_changed)
def follow_listings(sender, written, **kwargs):
    request_indexing(written=written)


@receiver(post_delete, sender=Listing)
def forget_listing(sender, instance, **kwargs):
    request_indexing(removed=[instance.pk])

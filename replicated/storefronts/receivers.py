from django.db.models.signals import post_delete
from django.dispatch import receiver

from . import services
from .models import SitePhoto


@receiver(post_delete, sender=SitePhoto)
def take_photo_off(sender, instance, **kwargs):
    """Remove a deleted image from the site, whether staff or the site deleted it."""
    services.forget_photo(consultant=instance.consultant, image_id=instance.image_id)

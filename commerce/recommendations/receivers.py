from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from commerce.listings.requests import request_refresh

from .models import Complement, RelatedProduct


@receiver([post_save, post_delete], sender=Complement)
@receiver([post_save, post_delete], sender=RelatedProduct)
def refresh_after_link(sender, instance, raw=False, **kwargs):
    if not raw:
        request_refresh(products=[instance.product_id])

from django.db.models.signals import post_delete
from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished, post_page_move

from commerce.listings.models import Listing
from commerce.listings.signals import listings_changed

from .pages import storefront_models
from .requests import request_indexing


@receiver(listings_changed)
def index_after_refresh(sender, written, **kwargs):
    request_indexing(written=written)


@receiver(post_delete, sender=Listing)
def unindex_deleted_listing(sender, instance, **kwargs):
    request_indexing(removed=[instance.pk], products=[instance.product_id])


@receiver([page_published, page_unpublished])
def index_after_publishing(sender, instance, **kwargs):
    request_indexing(pages=[instance.pk])


@receiver(post_page_move)
def index_after_move(sender, instance, **kwargs):
    below = instance.get_descendants(inclusive=True)
    request_indexing(pages=below.values_list("pk", flat=True))


def unindex_deleted_page(sender, instance, **kwargs):
    request_indexing(pages=[instance.pk])


def connect_page_deletion() -> None:
    """Connect the deletion signal of each page type: Django sends it for the specific class."""
    for model in storefront_models():
        post_delete.connect(
            unindex_deleted_page, sender=model, dispatch_uid=f"search-{model.__name__}"
        )

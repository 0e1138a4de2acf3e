"""Saved or deleted texts, whoever saves them (form, translation, schedule): addresses, redirects,
refreshed listings."""

from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import receiver

from cms.page_cache import freshness
from commerce.listings.tags import address_tag, product_tag
from markets.lookup import all_markets

from . import services
from .models import AttributeCopy, CategoryCopy, OptionCopy, ProductCopy

# The fields that Wagtail saves with a draft: the published texts have not changed.
DRAFT_FIELDS = {"latest_revision", "has_unpublished_changes", "draft_title", "locked"}


def is_draft_only(update_fields) -> bool:
    """Whether only a draft was saved, so that shoppers see no change."""
    return bool(update_fields) and set(update_fields) <= DRAFT_FIELDS


@receiver(pre_save, sender=ProductCopy)
@receiver(pre_save, sender=CategoryCopy)
def give_address(sender, instance, raw=False, update_fields=None, **kwargs):
    instance._before = None
    if raw or is_draft_only(update_fields):
        return
    if instance.pk:
        instance._before = sender.objects.filter(pk=instance.pk).first()
    services.give_address(words=instance, before=instance._before)


@receiver(post_save, sender=ProductCopy)
@receiver(post_save, sender=CategoryCopy)
def redirect_and_invalidate(sender, instance, raw=False, update_fields=None, **kwargs):
    if raw or is_draft_only(update_fields):
        return
    before, instance._before = instance._before, None
    if before is not None and before.live and instance.live and before.slug != instance.slug:
        services.redirect_moved(words=instance, old_slug=before.slug)
    services.name_subject(words=instance)
    # Descriptions and extra material are not part of listings.
    if sender is ProductCopy:
        slugs = {words.slug for words in (before, instance) if words is not None}
        markets = [market.code for market in all_markets()]
        freshness.invalidate(
            *(product_tag(market, instance.product_id) for market in markets),
            *map(address_tag, slugs),
        )
    else:
        freshness.invalidate()


@receiver(post_delete, sender=ProductCopy)
@receiver(post_delete, sender=CategoryCopy)
@receiver(post_delete, sender=AttributeCopy)
@receiver(post_delete, sender=OptionCopy)
def delete_translations(sender, instance, **kwargs):
    services.delete_translations(source=instance)

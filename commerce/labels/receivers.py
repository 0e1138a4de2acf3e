"""A change of labels refreshes listings and invalidates what processes have cached."""

from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete
from django.dispatch import receiver

from cms.models import StorefrontVersion
from cms.page_cache import freshness
from commerce.delivery.models import DeliveryMethod
from commerce.listings.requests import request_refresh

from .kinds import worked_out
from .models import Label, LabelCopy, LabelPolicy, Newness
from .services import products_with, refresh_products


def make_missing_labels(sender, apps, using, **kwargs):
    """After ``migrate``: make the label of each kind that the shop applies by itself."""
    try:
        labels = apps.get_model("labels", "Label").objects.using(using)
    except LookupError:  # migrated back to nothing
        return
    for kind in worked_out():
        # Staff may have a label of their own in its address.
        is_taken = labels.filter(code=kind.slug).exclude(kind=kind.code).exists()
        code = f"{kind.slug}-{kind.code}"[:40] if is_taken else kind.slug
        fields = {"code": code, "priority": kind.priority}
        labels.get_or_create(kind=kind.code, defaults=fields)


@receiver(post_save, sender=Label)
@receiver(pre_delete, sender=Label)
def refresh_after_label(sender, instance, raw=False, **kwargs):
    if not raw:
        refresh_products(products_with(instance))


@receiver([post_save, post_delete], sender=LabelCopy)
def refresh_after_label_text(sender, instance, raw=False, **kwargs):
    if not raw:
        refresh_products(products_with(instance.label))


@receiver(m2m_changed, sender=Label.products.through)
@receiver(m2m_changed, sender=Label.categories.through)
@receiver(m2m_changed, sender=Label.options.through)
def refresh_after_label_rule(sender, instance, action, reverse, pk_set, **kwargs):
    """Before and after the change: products that lose the label are refreshed too."""
    if action not in ("post_add", "pre_remove", "pre_clear"):
        return
    if isinstance(instance, Label):
        refresh_products(products_with(instance))
    else:
        request_refresh(products=[instance.pk])


@receiver([post_save, post_delete], sender=Newness)
def refresh_after_newness(sender, instance, raw=False, **kwargs):
    if not raw:
        request_refresh(products=[instance.product_id])


@receiver([post_save, post_delete], sender=LabelPolicy)
def refresh_after_label_policy(sender, instance, raw=False, **kwargs):
    if not raw:
        StorefrontVersion.renew()
        freshness.invalidate(instance.market)
        request_refresh(everything=True)


@receiver([post_save, post_delete], sender=DeliveryMethod)
def refresh_after_delivery_method(sender, raw=False, **kwargs):
    """The amount from which shipping is free decides a label of each product."""
    if not raw:
        request_refresh(everything=True)

"""Changes of content: renew the storefront's version, and redirect old addresses."""

from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import receiver
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import (
    Locale,
    Page,
    PageViewRestriction,
    Revision,
    Site,
    UploadedFile,
)
from wagtail.signals import (
    page_published,
    page_slug_changed,
    page_unpublished,
    post_page_move,
    published,
    unpublished,
)

from people.models import RegistrationPolicy

from ..addresses import redirects
from ..page_cache.version import StorefrontVersion
from .models import Announcement, BrandSettings, Footer, HeaderMenu, SocialLink
from .uploads import pictures

FRAMING = (Announcement, Footer, HeaderMenu)


def renew(**kwargs) -> None:
    if not kwargs.get("raw"):
        StorefrontVersion.renew()


SETTINGS = (BrandSettings, SocialLink, Site, Locale, PageViewRestriction, RegistrationPolicy)
for model in (*FRAMING, *SETTINGS):
    for signal in (post_save, post_delete):
        signal.connect(renew, sender=model, dispatch_uid=f"cms-renew-{model.__name__}")
for signal in (page_published, page_unpublished, post_page_move, page_slug_changed):
    signal.connect(renew, dispatch_uid="cms-renew-page")
for model in FRAMING:
    for signal in (published, unpublished):
        signal.connect(renew, sender=model, dispatch_uid=f"cms-renew-live-{model.__name__}")


@receiver(post_save, sender=Revision)
def renew_after_scheduling(sender, instance, update_fields, **kwargs):
    # The frame knows beforehand what begins later: the row itself is not saved then.
    if "approved_go_live_at" in (update_fields or ()):
        model = instance.content_type.model_class()
        if model is Announcement:
            StorefrontVersion.renew()


@receiver(post_delete)
def renew_after_deleted_page(sender, **kwargs):
    if issubclass(sender, Page):
        StorefrontVersion.renew()


# Uploaded files that pages show: pictures and documents.
FILES = (get_image_model(), get_document_model())


def renew_after_changed_file(created, **kwargs) -> None:
    # A new one is on no page yet.
    if not created:
        renew(**kwargs)


for model in FILES:
    name = model.__name__
    post_save.connect(
        renew_after_changed_file, sender=model, dispatch_uid=f"cms-renew-changed-{name}"
    )
    post_delete.connect(renew, sender=model, dispatch_uid=f"cms-renew-deleted-{name}")


@receiver(pre_save, sender=get_image_model())
@receiver(pre_save, sender=UploadedFile)
def take_traces_out(sender, instance, **kwargs):
    """For pictures that came through no form, and those whose form was not filled in right."""
    pictures.clean_before_storing(instance.file)


@receiver(page_slug_changed)
def remember_renamed(sender, instance, instance_before, **kwargs):
    redirects.remember_moved(instance, before=instance_before.url_path, after=instance.url_path)


@receiver(post_page_move)
def remember_moved(sender, instance, url_path_before, url_path_after, **kwargs):
    redirects.remember_moved(instance, before=url_path_before, after=url_path_after)

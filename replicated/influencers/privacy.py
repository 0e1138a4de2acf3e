"""Personal data in influencers' sites: export and erasure, for ``people.privacy``."""

from django.db import transaction
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import GroupCollectionPermission, GroupPagePermission

from . import tree
from .models import InfluencerPage, InfluencerSite, homes_of


def _site_of(person) -> InfluencerSite | None:
    sites = InfluencerSite.objects.filter(consultant__person=person)
    return sites.select_related("group", "collection").first()


def _media(site: InfluencerSite) -> list:
    return [
        one
        for model in (get_image_model(), get_document_model())
        for one in model.objects.filter(collection=site.collection)
    ]


def pages_of(person) -> list[dict]:
    """Export an influencer's pages (published and drafts) and uploaded files."""
    site = _site_of(person)
    if site is None:
        return []
    found = []
    for home in homes_of(site):
        for page in InfluencerPage.objects.descendant_of(home, inclusive=True).order_by("path"):
            draft = page.get_latest_revision_as_object()
            found.append(
                {
                    "page": tree.split(page)[1],
                    "language": page.locale.language_code,
                    "title": draft.title,
                    "words": list(draft.body.raw_data),
                }
            )
    return [*found, *({"file": one.title, "name": one.file.name} for one in _media(site))]


@transaction.atomic
def forget_pages(person) -> None:
    """Delete an influencer's pages, files and group."""
    site = _site_of(person)
    if site is None:
        return
    for home in homes_of(site):
        home.delete()
    for one in _media(site):
        one.delete()
    group, collection = site.group, site.collection
    GroupPagePermission.objects.filter(group=group).delete()
    GroupCollectionPermission.objects.filter(group=group).delete()
    site.delete()
    group.delete()
    collection.delete()

"""Influencers with a site of their own, as staff make them."""

from wagtail.models import Collection

from replicated.consultants.models import Consultant
from replicated.consultants.services import set_site
from replicated.influencers.models import InfluencerPage, InfluencerSite
from replicated.influencers.services import page_of, sync_site
from tests.cms.factories import make_image
from tests.unindexed import unindexed

from .factories import make_consultant

INFLUENCER = Consultant.SiteType.INFLUENCER


@unindexed()
def make_influencer(first_name="Vale", last_name="Ríos", *, alias="vale-rios", **fields):
    """The consultant, with their pages."""
    consultant = make_consultant(first_name, last_name, alias=alias, **fields)
    set_site(consultant=consultant, site_type=INFLUENCER)
    sync_site(consultant)
    consultant.refresh_from_db()
    return consultant


def site_of(consultant) -> InfluencerSite:
    return InfluencerSite.objects.get(consultant=consultant)


def own_page(consultant, kind="home", language="es") -> InfluencerPage:
    return page_of(consultant, kind, language)


def publish(page, **fields) -> InfluencerPage:
    """What stands on a page after it was approved."""
    page = page.get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return InfluencerPage.objects.get(pk=page.pk)


def own_image(consultant, title="Selfie"):
    image = make_image(title)
    image.collection = site_of(consultant).collection
    image.save()
    return image


def company_image(title="Campaña secreta"):
    image = make_image(title)
    image.collection = Collection.get_first_root_node()
    image.save()
    return image

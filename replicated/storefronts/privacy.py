"""Personal data in consultants' sites: export and erasure, for ``people.privacy``."""

from replicated.consultants.models import Consultant

from . import services
from .models import SiteProfile


def site_of(person) -> dict | None:
    """Export a consultant's site: draft and published content."""
    profile = SiteProfile.objects.filter(consultant__person=person).first()
    if profile is None:
        return None
    return {
        "draft": profile.draft,
        "waiting": profile.submitted,
        "published": profile.published,
        "state": profile.state,
        "reason": profile.reason,
        "published_at": profile.published_at and profile.published_at.isoformat(),
    }


def forget_site(person) -> None:
    consultant = Consultant.objects.filter(person=person).first()
    if consultant is not None:
        services.forget_site(consultant)

"""Start page panel of the consultant desk: sites that await approval."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cms.back_office.start_page import Waiting

from .models import SiteProfile

DECIDE = "storefronts.change_siteprofile"


def may_decide(user) -> bool:
    return user.has_perm(DECIDE)


def sites_to_approve(request) -> list[Waiting]:
    state = SiteProfile.State.SUBMITTED
    count = SiteProfile.objects.filter(state=state).count()
    url = f"{reverse('site_profiles:index')}?state={state}"
    return [Waiting(count, _("Sites to approve"), url)]

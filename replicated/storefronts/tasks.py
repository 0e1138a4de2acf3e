"""Background tasks: mails about approval."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from background.retries import retrying_task
from markets.lookup import edition_for_language
from markets.sellers import address_at
from markets.storefront_urls import absolute
from people.mails import send_mail

from .models import SitePolicy, SiteProfile


@retrying_task()
def mail_submission(profile_id: int) -> None:
    """Mail the recipients named in the policy that a site awaits approval."""
    profile = SiteProfile.objects.for_names().filter(pk=profile_id).first()
    to = SitePolicy.load().notify_to
    if profile is None or not to or not profile.is_waiting:
        return
    send_mail(
        template="storefronts/mail/submitted",
        to=to,
        edition=edition_for_language(settings.LANGUAGE_CODE),
        context={
            "consultant": profile.consultant,
            "review_url": absolute(reverse("site_profiles:review", args=[profile.pk])),
        },
    )


@retrying_task()
def mail_decision(profile_id: int, approved: bool, reason: str) -> None:
    """Mail the decision to the consultant, in their language."""
    profile = SiteProfile.objects.for_names().filter(pk=profile_id).first()
    person = profile.consultant.person if profile else None
    if person is None or not person.email:
        return
    base = f"/@{profile.consultant.alias}"
    with translation.override(person.edition):
        my_site = reverse("my_site")
    send_mail(
        template=f"storefronts/mail/{'approved' if approved else 'refused'}",
        to=person.email,
        edition=person.edition,
        context={
            "name": person.first_name or profile.consultant.name,
            "reason": reason,
            "site_url": address_at(base, "/", person.edition),
            "my_site_url": address_at("", my_site, person.edition),
        },
    )

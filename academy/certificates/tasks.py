"""Mails about certificates: one when it is issued, one before it ends."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from background.retries import retrying_task
from background.schedule import every
from markets.lookup import language_of
from markets.sellers import address_at
from people.mails import send_mail

from .models import Certificate

ENDS_SOON = timedelta(days=30)


@retrying_task(max_attempts=8)
def mail_certificate(certificate_id: int, template: str = "issued") -> None:
    certificate = Certificate.objects.select_related("person", "course").get(pk=certificate_id)
    person = certificate.person
    if not person.email or certificate.is_withdrawn:
        return
    edition = person.edition
    send_mail(
        template=f"certificates/mail/{template}",
        to=person.email,
        edition=edition,
        context={
            "name": person.first_name,
            "title": certificate.words_in(language_of(edition)).get("title", ""),
            "number": certificate.number,
            "expires_on": certificate.expires_on,
            "certificates_url": address_at("", reverse("certificates"), edition),
        },
    )


@every(hours=24)
@retrying_task(max_attempts=1)
def remind_of_ending_certificates() -> None:
    """Once for each certificate, a month before it ends; not who holds a longer one already."""
    today = timezone.localdate()
    for certificate in Certificate.objects.ending(today, today + ENDS_SOON).filter(
        reminded_at=None
    ):
        longer = Certificate.objects.valid_on(certificate.expires_on + timedelta(days=1)).filter(
            person=certificate.person_id, course=certificate.course_id
        )
        changed = Certificate.objects.filter(pk=certificate.pk, reminded_at=None)
        if changed.update(reminded_at=timezone.now()) and not longer.exists():
            mail_certificate.enqueue(certificate_id=certificate.pk, template="ending")

from django.db import transaction

from background.outbox import queue
from background.retries import retrying_task
from cms.page_cache import freshness
from people import audiences, portal
from people.mails import CUSTOMER, Mail, send_mail

from .models import EVENINGS_TAG, Guest

THANKS = Mail(
    "our_company/mail/thanks",
    to=CUSTOMER,
    sample=lambda edition: {"name": "Ana", "host": "Lili Gómez"},
)


@transaction.atomic
def write_down_guest(*, person, consultant, at) -> Guest:
    guest = Guest.objects.create(person=person, consultant=consultant, at=at)
    freshness.invalidate(EVENINGS_TAG)
    portal.forget_count("evenings", person)
    audiences.changed(person.user_id)
    queue(mail_thanks, guest_id=guest.pk)
    return guest


@retrying_task()
def mail_thanks(guest_id: int) -> None:
    guest = Guest.objects.select_related("person", "consultant__person").get(pk=guest_id)
    send_mail(
        template=THANKS.template,
        to=guest.person.email,
        edition=guest.person.edition,
        context={"name": guest.person.first_name, "host": guest.consultant.name},
    )

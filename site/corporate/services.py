from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from background.outbox import queue
from markets.reference_numbers import new_number
from people import registration
from people.models import Person
from people.services import person_for_email

# Not from ``.models``, whose contact page calls this.
from .models.messages import ContactMessage
from .tasks import mail_confirmation, mail_staff

if TYPE_CHECKING:
    from .models import ContactPage


@transaction.atomic
def receive_message(
    *,
    page: "ContactPage",
    name: str,
    email: str,
    phone: str,
    subject: str,
    message: str,
    consent_text: str,
    edition: str,
    base: str = "",
    writer: Person | None = None,
) -> ContactMessage:
    """Keep a message, and mail it to staff and a confirmation to whoever wrote, once that is
    certain.

    ``writer`` is whoever is signed in and proved their address (``people.services``): it is
    their message. A typed address is nobody's: it makes the person of the address known, where
    the company wants that (``people.registration``), and nothing that was typed beside it is put
    down as theirs.
    """
    if writer is None and registration.is_open_by_contact():
        person_for_email(email, edition=edition, source=Person.Source.CONTACT)
    contact = ContactMessage.objects.create(
        number=new_number(),
        page=page,
        name=name,
        email=email,
        phone=phone,
        subject=subject,
        message=message,
        consent_text=consent_text,
        edition=edition,
        base=base,
        person=writer,
    )
    queue(mail_staff, message_id=contact.pk)
    queue(mail_confirmation, message_id=contact.pk)
    return contact


def mark_answered(*, contact: ContactMessage, user) -> ContactMessage:
    """Say that a message has been answered, by whom and when. Safe to repeat."""
    if contact.status != ContactMessage.Status.ANSWERED:
        contact.status = ContactMessage.Status.ANSWERED
        contact.answered_at = timezone.now()
        contact.answered_by = user
        contact.save(update_fields=["status", "answered_at", "answered_by"])
    return contact


def mark_new(*, contact: ContactMessage) -> ContactMessage:
    """Open a message again."""
    contact.status = ContactMessage.Status.NEW
    contact.answered_at = contact.answered_by = None
    contact.save(update_fields=["status", "answered_at", "answered_by"])
    return contact

from django.db import transaction
from django.utils import timezone

from background.outbox import queue
from commerce.checkout.services.writing import new_number
from people.models import Person

from .models import ContactMessage, ContactPage
from .tasks import mail_confirmation, mail_staff


@transaction.atomic
def receive_message(
    *,
    page: ContactPage,
    name: str,
    email: str,
    phone: str,
    subject: str,
    message: str,
    consent_text: str,
    variant: str,
    base: str = "",
) -> ContactMessage:
    """Keep a message, tie it to the person whose address it gives if there is one, and mail it
    to staff and a confirmation to whoever wrote, once that is certain.

    The tie says only that the address is the same: nobody has proved that it is theirs.
    """
    contact = ContactMessage.objects.create(
        number=new_number(),
        page=page,
        name=name,
        email=email,
        phone=phone,
        subject=subject,
        message=message,
        consent_text=consent_text,
        variant=variant,
        base=base,
        person=Person.objects.with_email(email).first(),
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

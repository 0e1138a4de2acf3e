"""Receive messages to consultants, and mark them as read or answered."""

from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from background.outbox import queue
from people.models import Person
from replicated.consultants.models import Consultant

from .models import ConsultantMessage

# The purpose of codes for visitors without JavaScript (people.codes).
CODE_PURPOSE = "message"


class ProofUsed(Exception):
    """The captcha's proof of work was used for another message already."""


@transaction.atomic
def receive_message(
    *,
    consultant_id: int,
    fields: dict[str, Any],
    proof: str = "",
    writer: Person | None = None,
) -> ConsultantMessage:
    """Save a message, and mail it to the consultant and a confirmation to the writer.

    ``fields``: name, email, phone, message, product (id or None), product_title, consent_text,
    edition and base. ``writer`` is the person who wrote it, if they proved it (signed in, or by a
    code mailed to the email address); else None.

    The same message with the same proof of work (a double submit) is saved once and returned again;
    another message with it raises ProofUsed.
    """
    consultant = Consultant.objects.get(pk=consultant_id)
    fields = {**fields, "product_id": fields.get("product")}
    del fields["product"]
    try:
        with transaction.atomic():
            message = ConsultantMessage.objects.create(
                consultant=consultant,
                person=writer,
                proof=proof or None,
                **fields,
            )
    except IntegrityError:
        earlier = ConsultantMessage.objects.filter(proof=proof or None).first()
        same = {"consultant_id": consultant.pk} | {
            name: fields[name] for name in ("name", "email", "phone", "message", "product_id")
        }
        if earlier and all(getattr(earlier, name) == value for name, value in same.items()):
            return earlier
        raise ProofUsed from None
    _mail(message)
    return message


def _mail(message: ConsultantMessage) -> None:
    from .tasks import mail_confirmation, mail_consultant

    for task in (mail_consultant, mail_confirmation):
        queue(task, message_id=message.pk)


def mark_read(*, message: ConsultantMessage) -> None:
    """Mark a message as read. Idempotent: keeps the first moment."""
    if message.read_at is None:
        message.read_at = timezone.now()
        message.save(update_fields=["read_at"])


def mark_unread(*, message: ConsultantMessage) -> None:
    message.read_at = None
    message.save(update_fields=["read_at"])


def mark_answered(*, message: ConsultantMessage) -> None:
    """Mark a message as answered, and as read. Idempotent: keeps the first moments."""
    if message.answered_at is None:
        message.answered_at = timezone.now()
        message.read_at = message.read_at or message.answered_at
        message.save(update_fields=["answered_at", "read_at"])


def mark_unanswered(*, message: ConsultantMessage) -> None:
    message.answered_at = None
    message.save(update_fields=["answered_at"])

"""Writing messages: received, read, answered."""

from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from background.outbox import queue
from people.models import Person
from replicated.consultants.models import Consultant

from .models import ConsultantMessage

# Mails a code to whoever wrote without a script (people.codes).
CODE_PURPOSE = "message"


class ProofUsed(Exception):
    """The proof of work paid for another message already."""


@transaction.atomic
def receive_message(
    *,
    consultant_id: int,
    fields: dict[str, Any],
    proof: str = "",
    writer: Person | None = None,
) -> ConsultantMessage:
    """Keep a message and, once that is certain, mail it to the consultant and a confirmation
    to whoever wrote.

    ``fields``: name, email, phone, message, product (id or None), product_title, consent_text,
    edition and base. ``writer`` is who wrote it, if they proved that (signed in, or by a code that
    was mailed to the address): a typed address is nobody's.

    The same message with the same proof is kept once and returned again (an impatient second
    press); another one with it raises ProofUsed.
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
    """Safe to repeat: the first time stays."""
    if message.read_at is None:
        message.read_at = timezone.now()
        message.save(update_fields=["read_at"])


def mark_unread(*, message: ConsultantMessage) -> None:
    message.read_at = None
    message.save(update_fields=["read_at"])


def mark_answered(*, message: ConsultantMessage) -> None:
    """Whoever answered has read it. Safe to repeat: the first time stays."""
    if message.answered_at is None:
        message.answered_at = timezone.now()
        message.read_at = message.read_at or message.answered_at
        message.save(update_fields=["answered_at", "read_at"])


def mark_unanswered(*, message: ConsultantMessage) -> None:
    message.answered_at = None
    message.save(update_fields=["answered_at"])

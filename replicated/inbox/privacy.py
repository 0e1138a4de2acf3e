"""What this area keeps about a person, for ``people.privacy``."""

from .models import ConsultantMessage


def messages_of(person) -> list[dict]:
    """What they wrote to consultants. What others wrote to them is those others' data."""
    return [
        {
            "received": message.created_at.isoformat(),
            "consultant": message.consultant.code,
            "name": message.name,
            "email": message.email,
            "phone": message.phone,
            "about": message.product_title,
            "message": message.message,
        }
        for message in ConsultantMessage.objects.written_by(person).select_related("consultant")
    ]


def forget_messages(person) -> None:
    """Messages are no ledger: they go."""
    ConsultantMessage.objects.written_by(person).delete()

"""Personal data in messages: export and erasure, for ``people.privacy``."""

from .models import ConsultantMessage


def messages_of(person) -> list[dict]:
    """Export the messages that a person wrote to consultants. Without messages to them, and without
    unproven messages with their email address."""
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
    """Delete all messages with a person's email address, proven or not."""
    ConsultantMessage.objects.about_address_of(person).delete()

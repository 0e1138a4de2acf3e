"""What this area keeps about a person, for ``people.privacy``."""

from .models import ConsultantMessage


def messages_of(person) -> list[dict]:
    """What they wrote to consultants: neither what others wrote to them, nor what somebody typed
    with their address."""
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
    """Messages are no ledger: they go, also those that only give their address."""
    ConsultantMessage.objects.about_address_of(person).delete()

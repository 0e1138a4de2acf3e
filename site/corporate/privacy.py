"""What this area keeps about a person, for ``people.privacy``."""

from .models import ContactMessage


def messages_of(person) -> list[dict]:
    """What they wrote through the contact page."""
    return [
        {
            "received": message.created_at.isoformat(),
            "name": message.name,
            "email": message.email,
            "phone": message.phone,
            "subject": message.subject,
            "message": message.message,
        }
        for message in ContactMessage.objects.filter(person=person)
    ]


def forget_messages(person) -> None:
    """Messages are no ledger: they go."""
    ContactMessage.objects.filter(person=person).delete()

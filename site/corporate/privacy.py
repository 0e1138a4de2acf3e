"""What this area keeps about a person, for ``people.privacy``."""

from django.db.models import Q

from .models import ContactMessage


def messages_of(person) -> list[dict]:
    """What they wrote through the contact page: not what somebody typed with their address."""
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
    """Messages are no ledger: they go, also those that only give their address."""
    theirs = Q(person=person)
    if person.email:
        theirs |= Q(person=None, email__iexact=person.email)
    ContactMessage.objects.filter(theirs).delete()

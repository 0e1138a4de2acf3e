"""The mails about accounts besides those with a code (``code_purposes``)."""

from typing import Any

from . import invitations
from .mails import CUSTOMER, SAMPLE_ADDRESS, STAFF, Mail, register_mail


def _instead_of_a_code(edition: str) -> dict[str, Any]:
    return {"email": SAMPLE_ADDRESS}


def _invitation(edition: str) -> dict[str, Any]:
    return {
        "by": "Marta",
        "email": SAMPLE_ADDRESS,
        "days": invitations.days(),
        "invitation_url": "#",
    }


def register_own_mails() -> None:
    register_mail(Mail("people/mail/unknown_address", to=CUSTOMER, sample=_instead_of_a_code))
    register_mail(Mail("people/mail/already_registered", to=CUSTOMER, sample=_instead_of_a_code))
    register_mail(Mail("people/mail/invitation", to=STAFF, sample=_invitation))

"""The mails of the contact page: what goes out is in ``tasks``, which there are is here."""

from typing import Any

from django.utils import translation

from cms.frame import site_frame
from people.mails import CUSTOMER, SAMPLE_ADDRESS, STAFF, Mail, register_mail

from .models.messages import ContactMessage


def confirmation_words(contact: ContactMessage) -> dict[str, Any]:
    with translation.override(contact.edition):
        brand = site_frame.current().frame(contact.edition).brand
    return {"contact": contact, "brand": brand, "site_name": brand.name}


def _message(edition: str) -> ContactMessage:
    return ContactMessage(
        name="Ana",
        email=SAMPLE_ADDRESS,
        number="K7T4MZ",
        subject="…",
        message="…",
        edition=edition,
    )


def register_mails() -> None:
    register_mail(
        Mail(
            "corporate/mail/confirmation",
            to=CUSTOMER,
            sample=lambda edition: confirmation_words(_message(edition)),
        )
    )
    register_mail(
        Mail(
            "corporate/mail/staff",
            to=STAFF,
            sample=lambda edition: {"contact": _message(edition), "admin_url": "#"},
            text_only=True,
        )
    )

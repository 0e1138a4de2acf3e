"""The mails about messages to consultants, for the list of mails. They are sent in ``tasks``."""

from people.mails import CUSTOMER, SAMPLE_ADDRESS, SELLER, Mail, register_mail

from .models import ConsultantMessage
from .replies import Reply


def _message(edition: str) -> ConsultantMessage:
    return ConsultantMessage(
        name="Ana",
        email=SAMPLE_ADDRESS,
        phone="+573045351581",
        message="…",
        product_title="…",
        edition=edition,
    )


def _received(edition: str) -> dict:
    message = _message(edition)
    return {"message": message, "reply": Reply(message), "first_name": "Lili", "message_url": "#"}


def _confirmation(edition: str) -> dict:
    return {"message": _message(edition), "consultant_name": "Lili"}


def register_mails() -> None:
    register_mail(Mail("inbox/mail/received", to=SELLER, sample=_received))
    register_mail(Mail("inbox/mail/confirmation", to=CUSTOMER, sample=_confirmation))

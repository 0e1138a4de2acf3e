"""The mails about certificates, for the list of mails. They are sent in ``tasks``."""

from datetime import date

from people.mails import CUSTOMER, Mail, register_mail


def _sample(edition: str) -> dict:
    return {
        "name": "Ana",
        "title": "…",
        "number": "7QKM-2XYZ-9BCD",
        "expires_on": date(2027, 11, 30),
        "certificates_url": "#",
    }


def register_mails() -> None:
    for kind in ("issued", "ending"):
        register_mail(Mail(f"certificates/mail/{kind}", to=CUSTOMER, sample=_sample))

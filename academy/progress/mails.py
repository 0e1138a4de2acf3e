"""The mails to learners, for the list of mails. They are sent in ``tasks``."""

from datetime import date

from people.mails import CUSTOMER, Mail, register_mail


def _sample(edition: str) -> dict:
    return {
        "name": "Ana",
        "title": "…",
        "due_on": date(2027, 11, 30),
        "percent": 40,
        "by": "Lili Gómez",
        "courses_url": "#",
    }


def register_mails() -> None:
    for kind in ("assigned", "invited", "due", "leader"):
        register_mail(Mail(f"progress/mail/{kind}", to=CUSTOMER, sample=_sample))

"""The mails of the forum, for the list of mails. They are sent by ``sending``."""

from people.mails import CUSTOMER, Mail, register_mail

from .models import Notice


def _post(edition: str) -> dict:
    return {
        "author": "Lili G.",
        "title": "…",
        "board": "…",
        "excerpt": "…",
        "url": "#",
    }


def _notice(edition: str) -> dict:
    return {**_post(edition), "first_name": "Ana", "stop_url": "#"}


def _digest(edition: str) -> dict:
    thread = {"title": "…", "url": "#", "stop_url": "#", "posts": [_post(edition)]}
    return {"threads": [thread], "count": 1, "first_name": "Ana", "stop_url": "#"}


def _warning(edition: str) -> dict:
    return {"first_name": "Ana", "text": "…", "title": "…"}


def register_mails() -> None:
    for kind in Notice.Kind.values:
        register_mail(Mail(f"forum/mail/{kind}", to=CUSTOMER, sample=_notice))
    register_mail(Mail("forum/mail/digest", to=CUSTOMER, sample=_digest))
    register_mail(Mail("forum/mail/warning", to=CUSTOMER, sample=_warning))

"""The mails about approval, for the list of mails. They are sent in ``tasks``."""

from people.mails import SELLER, STAFF, Mail, register_mail


def _submitted(edition: str) -> dict:
    return {"consultant": {"name": "Lili", "code": "1001"}, "review_url": "#"}


def _decided(edition: str) -> dict:
    return {"name": "Lili", "reason": "…", "site_url": "#", "my_site_url": "#"}


def register_mails() -> None:
    register_mail(Mail("storefronts/mail/submitted", to=STAFF, sample=_submitted, text_only=True))
    register_mail(Mail("storefronts/mail/approved", to=SELLER, sample=_decided))
    register_mail(Mail("storefronts/mail/refused", to=SELLER, sample=_decided))

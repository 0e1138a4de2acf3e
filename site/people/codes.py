"""Mailed one-time codes: to sign in, to sign up, to choose a new password, to see an order.

    token = codes.send_code("a@b.co", "sign-in", "es-co", ip=ip)
    verified = codes.verify_code(token, "123 456", purpose="sign-in")   # raises CodeRefused

Nobody can tell from outside whether an address is known. The request always does the same: one
row and one task. The *task* looks the address up, and either makes a code (only its digest is
kept) or mails what is the matter instead, in which case no code is right.

``token`` belongs to the browser that asked (in its session): without it nobody can try codes,
or use up the tries, of somebody else. What codes are for is in ``code_purposes``.
"""

import uuid
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext_lazy as _

from background.locks import locked
from background.outbox import queue

from .code_digits import LIFETIME, digest
from .code_purposes import get_purpose
from .models import MailCode
from .tasks import mail_code

MAX_ATTEMPTS = 5
RETENTION = timedelta(days=1)
# How many codes of one purpose one visitor may ask for to one address, and how many in all.
PER_ASKER = ((10, timedelta(hours=1)), (30, timedelta(days=1)))
PER_IP = ((40, timedelta(hours=1)),)
# Whoever asks to somebody else's address must not keep them out. Beyond so many an hour from
# everybody together, an address gets one code of a purpose in PACE; a browser that proved the
# address before (people.known_browsers) does not wait. With five tries for each code, guessers
# from everywhere together have one chance in some seven hundred in a whole day of trying.
UNPACED = (10, timedelta(hours=1))
PACE = timedelta(minutes=5)


class CodeRefused(Exception):
    """The code does not open anything. ``reason``: wrong, expired, spent. ``message``: why."""

    MESSAGES = {
        "wrong": _("That's not the code we sent. Check the latest email and enter its six digits."),
        "expired": _("This code is no longer valid. Request a new one."),
        "spent": _("Too many wrong attempts for this code. Request a new one."),
    }

    def __init__(self, reason: str):
        self.reason = reason
        self.message = self.MESSAGES[reason]
        super().__init__(reason)


class TooManyCodes(Exception):
    """This visitor asked for too many codes. Says nothing about the address."""

    message = _("Too many codes were requested. Wait an hour, or sign in with your password.")


class TooSoon(TooManyCodes):
    """Many codes were asked for to this address, by whomever: the next one goes a little later."""

    message = _("Too many codes were requested. Try again in five minutes.")


@dataclass(frozen=True)
class VerifiedCode:
    """Whoever typed it reads the mails of ``email``."""

    email: str
    purpose: str
    edition: str
    payload: dict[str, Any]


def send_code(
    email: str,
    purpose: str,
    edition: str,
    *,
    ip: str | None = None,
    payload: dict[str, Any] | None = None,
    base: str = "",
    known: bool = False,
) -> str:
    """Have a code mailed and return the token it is verified with. Raises TooManyCodes, TooSoon.

    ``payload`` is handed back with the verified code and deleted with the row. The mail is
    written in ``edition`` (the language of the page that asks for the code) after commit, and
    its links lead to the site ``base`` (``markets.sellers``). ``known`` says that the browser
    proved the address before (``known_browsers``).
    """
    get_purpose(purpose)
    email = email.strip().lower()
    now = timezone.now()
    with transaction.atomic():
        MailCode.objects.before(now - RETENTION).delete()
        to_address = MailCode.objects.filter(email=email, purpose=purpose)
        limited = [(PER_ASKER, to_address.filter(ip=ip))]
        # Others behind the same address of a network must not keep a known browser out.
        if ip and not known:
            limited.append((PER_IP, MailCode.objects.filter(ip=ip)))
        for limits, asked in limited:
            if any(asked.since(now - period).count() >= number for number, period in limits):
                raise TooManyCodes
        number, period = UNPACED
        many = not known and to_address.since(now - period).count() >= number
        if many and to_address.since(now - PACE).exists():
            raise TooSoon
        code = MailCode.objects.create(
            email=email,
            purpose=purpose,
            edition=edition,
            ip=ip,
            payload=payload or {},
            base=base,
            expires_at=now + LIFETIME,
        )
        token = str(code.token)
        queue(mail_code, token=token)
    return token


def resend_code(token: str, *, ip: str | None = None, known: bool = False) -> str:
    """A new code for the same address, purpose and payload; the old one stops working.

    Raises CodeRefused("expired") where there is nothing to repeat, and TooManyCodes.
    """
    with transaction.atomic():
        old = locked(MailCode.objects.filter(token=_as_uuid(token), used_at=None)).first()
        if old is None:
            raise CodeRefused("expired")
        new = send_code(
            old.email,
            old.purpose,
            old.edition,
            ip=ip,
            payload=old.payload,
            base=old.base,
            known=known,
        )
        old.used_at = timezone.now()
        old.payload = {}
        old.save(update_fields=["used_at", "payload"])
    return new


def verify_code(token: str, code: str, *, purpose: str) -> VerifiedCode:
    """Use the code up. Raises CodeRefused; a wrong try is counted even if the caller fails."""
    refused = ""
    with transaction.atomic():
        row = locked(MailCode.objects.filter(token=_as_uuid(token), purpose=purpose)).first()
        # The digest is made in every case: an unknown token takes as long as a known one.
        right = constant_time_compare(digest(token, code), row.digest if row else "")
        if row is None or row.used_at or row.expires_at <= timezone.now():
            refused = "expired"
        elif row.attempts >= MAX_ATTEMPTS:
            refused = "spent"
        elif not right or not row.digest:
            row.attempts += 1
            row.save(update_fields=["attempts"])
            refused = "spent" if row.attempts >= MAX_ATTEMPTS else "wrong"
        else:
            verified = VerifiedCode(row.email, row.purpose, row.edition, row.payload)
            row.used_at, row.payload = timezone.now(), {}
            row.save(update_fields=["used_at", "payload"])
    if refused:
        raise CodeRefused(refused)
    return verified


def _as_uuid(token: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(str(token))
    except ValueError:
        return None

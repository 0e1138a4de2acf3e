"""Signed links in mails that end these mails, without signing in.

A link says whose mails end and about what, nothing else: whoever else gets hold of it can end
them, and can neither read nor write anything. It never expires, as mails lie about for years.
"""

from dataclasses import dataclass

from django.core import signing
from django.urls import reverse

from markets.sellers import address_at

SALT = "academy.forum.stopping"
KINDS = ("thread", "board", "digest", "mine")


@dataclass(frozen=True)
class Subject:
    """``kind``: one of ``KINDS``. ``pk``: of the thread or the board, 0 for the others."""

    member_id: int
    kind: str
    pk: int = 0


def make_token(subject: Subject) -> str:
    return signing.dumps([subject.member_id, subject.kind, subject.pk], salt=SALT, compress=False)


def read_token(token: str) -> Subject | None:
    """What a link names; None for one that is not ours."""
    try:
        member_id, kind, pk = signing.loads(token, salt=SALT)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return Subject(member_id, kind, pk) if kind in KINDS else None


def stop_url(subject: Subject, edition: str) -> str:
    """The absolute address; the active language decides what it is called in it."""
    return address_at("", reverse("forum:stop", args=[make_token(subject)]), edition)

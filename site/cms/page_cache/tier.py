"""Whose prices a page shows: everybody's, or those of one customer group (a *tier*); and the token
that proves this and the visitor's audiences (``audience``).

A page is drawn and kept for a tier, never for a person. Who asks has a signed token in a cookie
that says which tier they are in, so that a kept page costs no query. Everything that is not proven
is the public's: a token that is missing, forged, too old or copied to another browser.

A token holds for one session of one user. It says how far changes stood when it was made
(``freshness.position``): after a change of that user's groups, a sign-out or a new password nobody
believes it, in any process, and the next view asks the database again.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core import signing
from django.utils import timezone
from django.utils.crypto import salted_hmac

from . import freshness

COOKIE = "tier"
SALT = "cms.page_cache.tier"
# However little happens, a token is made anew after this long.
LONGEST = timedelta(hours=1)


@dataclass(frozen=True)
class Tier:
    """A customer group whose prices hold. ``name`` is what its members read."""

    pk: int
    code: str
    name: str


_current: ContextVar[Tier | None] = ContextVar("tier", default=None)


def current() -> Tier | None:
    """Whose prices are shown: None for everybody's, as in all that is no visitor's page (tasks,
    mails, feeds, sitemaps, the back office)."""
    return _current.get()


def current_code() -> str:
    """The code of the tier, as part of a key of what is kept; "" for the public."""
    tier = _current.get()
    return tier.code if tier else ""


@contextmanager
def override(tier: Tier | None) -> Iterator[None]:
    """Within it prices are those of the tier."""
    token = _current.set(tier)
    try:
        yield
    finally:
        _current.reset(token)


# --- The token --------------------------------------------------------------------------


@dataclass(frozen=True)
class Verified:
    """What a token proves: that whoever holds this session sees this tier (None: the public's), and
    is in these audiences."""

    tier: Tier | None
    audiences: frozenset[str] = frozenset()


def make_token(
    tier: Tier | None,
    *,
    user_id: int,
    session_key: str,
    position: str,
    audiences: Iterable[str] = (),
    until: datetime | None = None,
) -> str:
    """A token for one session, until a moment (aware), at most ``LONGEST``. ``user_id``: 0 for
    somebody who is not signed in; ``position``: how far changes stood before the
    tier was read (``freshness``)."""
    longest = timezone.now() + LONGEST
    ends = min(until or longest, longest)
    shown = [tier.pk, tier.code, tier.name] if tier else None
    codes = sorted(audiences)
    facts = [shown, codes, user_id, _digest(session_key), position, ends.timestamp()]
    return signing.dumps(facts, salt=SALT)


def read_token(token: str, session_key: str) -> Verified | None:
    """What a token proves about a session; None where it proves nothing. No query."""
    try:
        shown, codes, user_id, digest, position, ends = signing.loads(token, salt=SALT)
    except (signing.BadSignature, ValueError):
        return None
    if (
        not freshness.unchanged_since(position, _tag(user_id))
        or digest != _digest(session_key)
        or ends <= timezone.now().timestamp()
    ):
        return None
    return Verified(Tier(*shown) if shown else None, frozenset(codes))


def _digest(session_key: str) -> str:
    """Of the session, so that a token says nothing that opens one."""
    return salted_hmac(SALT, session_key).hexdigest()


# --- What changed -----------------------------------------------------------------------


def changed(user_id: int) -> None:
    """A user's tier and audiences have to be asked again: acts when the current transaction
    commits."""
    freshness.invalidate(_tag(user_id))


def _tag(user_id: int) -> str:
    return f"tier:{user_id}"

"""Too many wrong passwords or codes lock an address for one visitor, whether it exists or not.

django-axes counts; every way in goes through it: the password page, asking the password again,
and mailed codes. The second factor has its own limit (allauth's ``login_failed``).

Whoever tries a few passwords at each of many addresses stays below that. A visitor at whom
``MOST_ADDRESSES`` different ones failed on one day signs in by mailed code until tomorrow, or in a
browser that proved the address before: behind one address of a mobile network are many people.
"""

from allauth.account.adapter import get_adapter
from axes.handlers.proxy import AxesProxyHandler
from django.conf import settings
from django.contrib.auth.signals import user_login_failed
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.utils import timezone
from django.utils.crypto import salted_hmac

from . import known_browsers

MOST_ADDRESSES = 40
DAY = 24 * 60 * 60


def username(request, credentials=None) -> str:
    """What axes counts by: a pseudonym of the address, so that its tables hold no addresses."""
    credentials = credentials or {}
    address = credentials.get("email") or credentials.get("username") or ""
    if not address and request is not None:
        address = request.POST.get("login", "")
    address = str(address).strip().lower()
    return salted_hmac("people.lockout", address, algorithm="sha256").hexdigest()


def client_ip(request) -> str | None:
    """The visitor's own address, behind as many proxies as ``ALLAUTH_TRUSTED_PROXY_COUNT``.

    None where there is none (a unix socket without a proxy's header, a test's bare request).
    """
    try:
        return get_adapter().get_client_ip(request)
    except PermissionDenied:
        return None


def is_locked(request, email: str) -> bool:
    return settings.AXES_ENABLED and not AxesProxyHandler.is_allowed(request, {"email": email})


def record_failure(request, email: str) -> None:
    """Count a wrong code. The request that reaches the limit is answered by ``response``."""
    user_login_failed.send(sender=__name__, credentials={"email": email}, request=request)


def _spread_key(request) -> str | None:
    address = client_ip(request) if request is not None else None
    # The day is in the key: a lock that each new failure renewed would never end.
    return f"people.lockout.spread:{timezone.localdate()}:{address}" if address else None


def count_spread(sender, credentials=None, request=None, **kwargs) -> None:
    """For ``user_login_failed``: which addresses failed at this visitor today, as pseudonyms."""
    if key := _spread_key(request):
        failed = cache.get(key) or set()
        mark = username(request, credentials)[:16]
        if mark not in failed and len(failed) < MOST_ADDRESSES:
            cache.set(key, {*failed, mark}, DAY)


def is_spread(request, email: str) -> bool:
    """Whether this visitor's passwords count no more today, for an address that their browser has
    not proved.
    """
    key = _spread_key(request)
    spread = bool(key) and len(cache.get(key) or ()) >= MOST_ADDRESSES
    return spread and not known_browsers.knows(request, email)


def unlock(email: str) -> int:
    """Let an address try again at once. Returns how many locks were lifted."""
    return AxesProxyHandler.reset_attempts(username=username(None, {"email": email}))


def response(request, original=None, credentials=None, *args):
    """The page of somebody who is locked out: the same for every address."""
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
    answer = render(request, "account/lockout.html", {"minutes": minutes}, status=429)
    answer["Cache-Control"] = "private, no-store"
    return answer

import hashlib

from django.core.cache import cache

from people.lockout import client_ip

HOUR = 3600


def over_limit(request, scope: str, limit: int, *, by: str = "", seconds: int = HOUR) -> bool:
    """Rate limit: count one more try; whether there were more than ``limit`` within ``seconds``.

    Counted by network address, or by what ``by`` names, in the cache: addresses are hashed and
    expire after that time. Without a shared cache each process counts for itself.
    """
    key = _key(request, scope, by)
    cache.add(key, 0, timeout=seconds)
    try:
        return cache.incr(key) > limit
    except ValueError:  # it expired between the two
        return False


def is_over_limit(request, scope: str, limit: int, *, by: str = "") -> bool:
    """Whether the limit is reached, without counting a try."""
    return cache.get(_key(request, scope, by), 0) >= limit


def _key(request, scope: str, by: str) -> str:
    who = by.strip().lower() or client_ip(request) or ""
    digest = hashlib.sha256(f"{scope}:{who}".encode()).hexdigest()[:32]
    return f"throttle:{digest}"

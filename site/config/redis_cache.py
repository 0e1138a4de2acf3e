"""The shared cache, which the shop can do without for a while.

A cache makes pages faster and counts tries; nobody should stand before an error page because it is
away. This is the one place that bears it: no caller handles errors of Redis.
"""

import logging
import threading
import time

from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache
from redis.backoff import NoBackoff
from redis.exceptions import ConnectionError as NoConnection
from redis.exceptions import RedisError
from redis.retry import Retry

logger = logging.getLogger(__name__)

# Seconds: how long an answer is waited for, and how long nobody asks after one did not come.
PATIENCE = 0.5
PAUSE = 5.0


class Breaker:
    """Whether a Redis is away, known to all threads of a process.

    After a failure nobody asks for ``PAUSE`` seconds; then one caller tries, and only their
    success lets the others ask again. A Redis that hangs costs ``PATIENCE`` once a pause, not once
    a request.
    """

    def __init__(self, name: str):
        self.is_away = False
        self._ask_again_at = 0.0
        self._lock = threading.Lock()
        # What stands in for it: tries are still counted, by each process for itself.
        self.stand_in = LocMemCache(f"instead of {name}", {})

    def may_ask(self) -> bool:
        if not self.is_away:
            return True
        with self._lock:
            now = time.monotonic()
            if now < self._ask_again_at:
                return False
            self._ask_again_at = now + PAUSE
            return True

    def failed(self, error: Exception) -> None:
        with self._lock:
            if not self.is_away:
                # Its type only: the message holds the address, and that may hold a password.
                logger.error("The shared cache is away: %s", type(error).__name__)
                self.stand_in.clear()
            self.is_away = True
            self._ask_again_at = time.monotonic() + PAUSE

    def answered(self) -> None:
        if self.is_away:
            self.is_away = False
            logger.warning("The shared cache is back")


_breakers: dict[str, Breaker] = {}


def _borne(name: str):
    def method(self, *args, **kwargs):
        if self._breaker.may_ask():
            try:
                answer = getattr(RedisCache, name)(self, *args, **kwargs)
            except (RedisError, OSError) as error:
                self._breaker.failed(error)
            else:
                self._breaker.answered()
                return answer
        return getattr(self._breaker.stand_in, name)(*args, **kwargs)

    method.__name__ = name
    return method


class PatientRedisCache(RedisCache):
    """Django's Redis cache; while Redis is away, a memory of this process stands in for it.

    ``is_away`` says so to whoever needs what other processes wrote (``cms.page_cache.freshness``).
    """

    def __init__(self, server, params):
        # One more try on a connection that Redis closed when it was restarted, none on silence.
        patience = {
            "socket_connect_timeout": PATIENCE,
            "socket_timeout": PATIENCE,
            "retry": Retry(NoBackoff(), 1, supported_errors=(NoConnection,)),
        }
        super().__init__(server, {**params, "OPTIONS": patience | params.get("OPTIONS", {})})
        self._breaker = _breakers.setdefault(str(server), Breaker(str(server)))

    @property
    def is_away(self) -> bool:
        return self._breaker.is_away

    add = _borne("add")
    get = _borne("get")
    set = _borne("set")
    touch = _borne("touch")
    delete = _borne("delete")
    get_many = _borne("get_many")
    set_many = _borne("set_many")
    delete_many = _borne("delete_many")
    has_key = _borne("has_key")
    incr = _borne("incr")
    clear = _borne("clear")

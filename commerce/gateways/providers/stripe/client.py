"""Stripe's own client, with our keys and our patience."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from ipaddress import ip_address
from urllib.parse import urlsplit

import stripe

from commerce.gateways.base import GatewayUnavailable, KeysRefused, RequestRefused
from commerce.gateways.credentials import credential, every_credential

SECRET_KEY = "STRIPE_SECRET_KEY"
PUBLISHABLE_KEY = "STRIPE_PUBLISHABLE_KEY"
WEBHOOK_SECRET = "STRIPE_WEBHOOK_SECRET"
# Only for the local server (tests/providers/stripe_server.py); production refuses it.
API_URL = "STRIPE_API_URL"

# Seconds to connect, and to wait for an answer. A shopper waits too: once more, then we say so.
PATIENCE = (3, 12)
RETRIES = 1


def local_server() -> str:
    """The address of a stand-in for Stripe on this machine; "" where Stripe itself is asked.
    Raises ValueError for any other machine: keys go to nobody else."""
    url = credential(API_URL, "").rstrip("/")
    if url and not _is_loopback(url):
        raise ValueError(f"{API_URL} is for a server on this machine, not {url}")
    return url


def _is_loopback(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def client_for(market_code: str) -> stripe.StripeClient:
    """Of the account that takes a market's money. Raises GatewayUnavailable where it has no key
    (any more)."""
    key = credential(SECRET_KEY, market_code)
    if not key:
        raise GatewayUnavailable(f"{SECRET_KEY} is not set for {market_code}")
    return _client(key, local_server())


def every_client() -> list[stripe.StripeClient]:
    """One of each account."""
    return [_client(key, local_server()) for key in every_credential(SECRET_KEY)]


@lru_cache(maxsize=32)
def _client(key: str, url: str) -> stripe.StripeClient:
    return stripe.StripeClient(
        key,
        base_addresses={"api": url} if url else {},
        max_network_retries=RETRIES,
        # A session for each thread.
        http_client=stripe.RequestsClient(timeout=PATIENCE),
    )


@contextmanager
def asking() -> Iterator[None]:
    """What may pass by itself becomes GatewayUnavailable; a key that is no good (any more)
    KeysRefused; what Stripe refuses RequestRefused. Within, a refusal that says something is
    ``stripe.InvalidRequestError``."""
    try:
        yield
    except (stripe.AuthenticationError, stripe.PermissionError) as error:
        raise KeysRefused(str(error)) from error
    except stripe.InvalidRequestError as error:
        raise RequestRefused(error.user_message or str(error)) from error
    except (
        stripe.APIConnectionError,
        stripe.APIError,
        stripe.RateLimitError,
        # The same call is still under way.
        stripe.IdempotencyError,
    ) as error:
        raise GatewayUnavailable(str(error)) from error

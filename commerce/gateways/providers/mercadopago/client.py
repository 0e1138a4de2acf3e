"""Mercado Pago's HTTP, with time limits of ours.

An answer is what it says, or one of two exceptions: ``Refused`` (it understood what it should do,
and said no) and GatewayUnavailable (whether it acted is not known: the same call is made again
later). Of a question, a no is as good as no answer: RequestRefused.
"""

import json
import logging
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

import httpx
from django.conf import settings

from commerce.gateways.base import GatewayMissing, GatewayUnavailable, KeysRefused, RequestRefused
from commerce.gateways.credentials import credential, every_credential

logger = logging.getLogger(__name__)

ACCESS_TOKEN = "MERCADOPAGO_ACCESS_TOKEN"
WEBHOOK_SECRET = "MERCADOPAGO_WEBHOOK_SECRET"
API = "https://api.mercadopago.com"
# Somebody waits for the page meanwhile. Seconds.
TIME_LIMITS = httpx.Timeout(10, connect=5)
# It is not that it says no to this call: our keys are wrong,
KEYS_REFUSED = (401, 403)
# or it wants to be asked later.
TRY_LATER = (408, 409, 423, 429)


class Refused(Exception):
    """It said no to just this call: what it was asked to do was not done."""

    def __init__(self, status: int, message: str):
        self.status, self.message = status, message
        super().__init__(f"{status}: {message}")


class Api:
    """Calls with the keys of one account."""

    def __init__(self, token: str):
        self.token = token

    def get(self, path: str, **params) -> Any:
        try:
            return self._call("GET", path, params=params)
        except Refused as refused:
            raise RequestRefused(f"GET {path}: {refused}") from None

    def post(self, path: str, body: dict, *, key) -> Any:
        """``key``: a call that is repeated with it gets the first answer and does nothing."""
        return self._call("POST", path, body=body, headers={"X-Idempotency-Key": str(key)})

    def put(self, path: str, body: dict) -> Any:
        return self._call("PUT", path, body=body)

    def _call(self, method: str, path: str, *, params=None, body=None, headers=None) -> Any:
        try:
            answer = httpx.request(
                method,
                f"{_address()}{path}",
                params=params,
                json=body,
                headers={"Authorization": f"Bearer {self.token}", **(headers or {})},
                timeout=TIME_LIMITS,
            )
        except httpx.HTTPError as error:
            # Its address holds no secret; a key is in no message of httpx.
            raise GatewayUnavailable(f"{method} {path}: {type(error).__name__}") from None
        if answer.status_code in KEYS_REFUSED:
            raise KeysRefused(f"{method} {path}: {answer.status_code}")
        if answer.status_code >= 500 or answer.status_code in TRY_LATER:
            logger.warning("Mercado Pago: %s %s: %s", method, path, answer.status_code)
            raise GatewayUnavailable(f"{method} {path}: {answer.status_code}")
        try:
            said = json.loads(answer.content, parse_float=Decimal)
        except ValueError:
            raise GatewayUnavailable(f"{method} {path}: no JSON") from None
        if answer.status_code >= 400:
            message = said.get("message", "") if isinstance(said, dict) else ""
            raise Refused(answer.status_code, str(message))
        return said


def _address() -> str:
    """Where it is asked: ``MERCADOPAGO_API_URL`` only where that is this machine, so that no
    setting sends keys and payments elsewhere."""
    local = settings.GATEWAY_CREDENTIALS.get("MERCADOPAGO_API_URL", "")
    if not local:
        return API
    if urlsplit(local).hostname not in ("127.0.0.1", "localhost", "::1"):
        raise GatewayMissing("MERCADOPAGO_API_URL is for a server on this machine")
    return local.rstrip("/")


def api_of(payment) -> Api:
    """The account of the payment's market. Raises GatewayMissing where it has no keys."""
    return api_of_market(payment.order.placement.market)


def api_of_market(market_code: str) -> Api:
    """Raises GatewayMissing where it has no keys."""
    token = credential(ACCESS_TOKEN, market_code)
    if not token:
        raise GatewayMissing(ACCESS_TOKEN)
    return Api(token)


def every_api() -> list[Api]:
    """Every account that we have keys of, each once."""
    return [Api(token) for token in every_credential(ACCESS_TOKEN)]

"""The shop's account at the local Mercado Pago, and somebody who pays there."""

import re
from contextlib import contextmanager

import httpx

from tests.providers.mercadopago_server import SECRET, MercadoPagoServer

KEYS = {
    "MERCADOPAGO_ACCESS_TOKEN_CO": "TEST-co",
    "MERCADOPAGO_WEBHOOK_SECRET_CO": "another-secret",
    "MERCADOPAGO_ACCESS_TOKEN_MX": "TEST-mx",
    "MERCADOPAGO_WEBHOOK_SECRET_MX": SECRET,
}


@contextmanager
def account(settings, **options):
    """The provider, with its keys and address in the settings."""
    with MercadoPagoServer(**options) as server:
        settings.GATEWAY_CREDENTIALS = {**KEYS, "MERCADOPAGO_API_URL": server.url}
        yield server


class Payer:
    """At the provider's page, whose address the shop sent them to."""

    def __init__(self, server: MercadoPagoServer, address: str):
        self.server, self.address = server, address
        self.preference = address.partition("pref_id=")[2]

    def _post(self, path: str, **fields) -> httpx.Response:
        return httpx.post(f"{self.server.url}{path}", data={"pref_id": self.preference, **fields})

    def _newest(self) -> int:
        return list(self.server.books.all("payment"))[-1]["id"]

    def opens(self) -> httpx.Response:
        return httpx.get(self.address)

    def by_card(self, holder: str = "APRO") -> httpx.Response:
        return self._post("/checkout/v1/card", holder=holder)

    def at_the_bank(self, decision: str = "pay") -> httpx.Response:
        """By PSE: ``pay``, ``decline``, ``later``, or ``days`` for money that is on its way."""
        self._post("/checkout/v1/bank")
        return self.decides(self._newest(), decision)

    def decides(self, number: int, decision: str) -> httpx.Response:
        return self._post(f"/bank/{number}", decision=decision)

    def prints_voucher(self) -> int:
        """The number that is paid at the counter."""
        answer = self._post("/checkout/v1/voucher")
        return int(re.search(r"/voucher/(\d+)", answer.headers["Location"])[1])

    def sees_voucher(self, number: int) -> httpx.Response:
        return httpx.get(f"{self.server.url}/voucher/{number}")

    def at_the_counter(self, number: int) -> httpx.Response:
        return self._post(f"/voucher/{number}")

"""A Stripe account on this machine, as a test pays at it and looks at it (``stripe``)."""

import urllib.error
import urllib.parse
import urllib.request

import pytest

from tests.providers.stripe_server import (
    PUBLISHABLE_KEY,
    SECRET_KEY,
    WEBHOOK_SECRET,
    StripeServer,
)

GOOD = "4242 4242 4242 4242"
DECLINED = "4000 0000 0000 0002"
NO_FUNDS = "4000 0000 0000 9995"
SECURE = "4000 0025 0000 3155"


def keys(url: str) -> dict[str, str]:
    """What stands in the environment of a shop that has this account in every market."""
    return {
        "STRIPE_SECRET_KEY": SECRET_KEY,
        "STRIPE_PUBLISHABLE_KEY": PUBLISHABLE_KEY,
        "STRIPE_WEBHOOK_SECRET": WEBHOOK_SECRET,
        "STRIPE_API_URL": url,
    }


class Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *arguments):
        return None


class StripeAccount(StripeServer):
    """With the shopper's part: what the browser would post to the stand-in page."""

    def pay(self, step, number: str = GOOD, **fields) -> str:
        """Fill in the form of a payment page; returns where the browser is sent then."""
        form = {
            "client_secret": step.context["client_secret"],
            "return_url": step.context["return_url"],
            "number": number,
            "customer_secret": step.context.get("customer_secret", ""),
        }
        return self.post(step.context["confirm_url"], form | fields)

    def post(self, url: str, form: dict[str, str]) -> str:
        call = urllib.request.Request(url, data=urllib.parse.urlencode(form).encode())
        try:
            with urllib.request.build_opener(Stay).open(call, timeout=30) as answer:
                return answer.headers.get("Location", "")
        except urllib.error.HTTPError as redirect:
            if redirect.code != 303:
                raise
            return redirect.headers["Location"]

    @property
    def intents(self) -> list[dict]:
        return list(self.books.all("intents"))

    @property
    def charges(self) -> list[dict]:
        return list(self.books.all("charges"))

    @property
    def refunds(self) -> list[dict]:
        return list(self.books.all("refunds"))


@pytest.fixture
def stripe(settings, monkeypatch):
    """Stripe for every market of this test; a shop without patience."""
    monkeypatch.setattr("commerce.gateways.providers.stripe.client.PATIENCE", (1, 1))
    monkeypatch.setattr("stripe.HTTPClient.INITIAL_DELAY", 0.02)
    with StripeAccount() as account:
        account.slow_seconds = 1.5
        settings.GATEWAY_CREDENTIALS = keys(account.url)
        yield account

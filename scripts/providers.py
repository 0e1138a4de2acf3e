"""Payment providers that `make run` plays on this machine: a newcomer pays with a test card.

Each is a server of tests/providers that speaks the provider's HTTP and keeps its books in `var/`.
It is left out where the company's own keys of that provider are set, and where there are no tests.
Standard library only.
"""

import os
import re
import socket
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# The setting that names providers' pages to browsers.
PAGES = "VITRINA_PAYMENT_ORIGINS"


@dataclass(frozen=True)
class Provider:
    """``after``: how far its port is from the shop's. ``keys`` are those that its server takes;
    ``address`` is the setting that leads the shop to it. ``has_page``: shoppers are sent to a page
    of its own, which browsers only follow to where the shop names it."""

    name: str
    after: int
    address: str
    keys: dict[str, str]
    advice: str
    has_page: bool = False

    @property
    def module(self) -> str:
        return f"tests.providers.{self.name}_server"


PROVIDERS = (
    Provider(
        name="stripe",
        after=1,
        address="STRIPE_API_URL",
        keys={
            "STRIPE_SECRET_KEY": "sk_test_local",
            "STRIPE_PUBLISHABLE_KEY": "pk_test_local",
            "STRIPE_WEBHOOK_SECRET": "whsec_local",
        },
        advice="Pay by card in Mexico and the United States: 4242 4242 4242 4242, no money moves.",
    ),
    Provider(
        name="mercadopago",
        after=2,
        address="MERCADOPAGO_API_URL",
        keys={
            "MERCADOPAGO_ACCESS_TOKEN": "TEST-local",
            "MERCADOPAGO_WEBHOOK_SECRET": "local-webhook-secret",
        },
        advice="Mercado Pago in Colombia and Mexico: a card in the name of APRO is approved.",
        has_page=True,
    ),
)


def offered(shop_port: int, var: Path) -> list[tuple[Provider, list[str]]]:
    """Those to start beside the shop, each with its command; the shop's environment is told."""
    found = []
    for provider in PROVIDERS:
        server = ROOT.joinpath(*provider.module.split(".")).with_suffix(".py")
        if not server.exists() or any(map(_is_set, provider.keys)):
            continue
        port = _free_port(shop_port + provider.after)
        books = var / "providers"
        books.mkdir(parents=True, exist_ok=True)
        knocks_at = f"http://127.0.0.1:{shop_port}/webhooks/{provider.name}/"
        os.environ.update(provider.keys)
        os.environ[provider.address] = server_url = f"http://127.0.0.1:{port}"
        if provider.has_page:
            named = [os.environ.get(PAGES, ""), server_url]
            os.environ[PAGES] = ",".join(filter(None, named))
        arguments = ["--port", str(port), "--webhook-url", knocks_at]
        arguments += ["--books", str(books / f"{provider.name}.sqlite3")]
        found.append((provider, ["-m", provider.module, *arguments]))
    return found


def _is_set(name: str) -> bool:
    """Whether the company has a key of its own, for all markets or for one."""
    file = ROOT / ".env"
    said = file.read_text(errors="replace") if file.exists() else ""
    said += "".join(f"\n{key}=" for key, value in os.environ.items() if value)
    return bool(re.search(rf"^\s*(export\s+)?{name}(_\w+)?\s*=", said, re.M))


def _free_port(wanted: int) -> int:
    """The same as last time where it can be had: vouchers in the books carry it."""
    for port in (wanted, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except (OSError, OverflowError):
                continue
            return probe.getsockname()[1]
    raise OSError("no port is free")

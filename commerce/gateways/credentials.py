"""Keys of payment providers. A company often has an account for each country: a market's own key
goes before the one for all."""

from django.conf import settings


def credential(name: str, market_code: str) -> str:
    """The value of ``STRIPE_SECRET_KEY_MX`` (for name ``STRIPE_SECRET_KEY``, market ``mx``), else
    of ``STRIPE_SECRET_KEY``; "" where neither is set. From the environment."""
    known = settings.GATEWAY_CREDENTIALS
    return known.get(f"{name}_{market_code.upper()}") or known.get(name, "")


def every_credential(name: str) -> list[str]:
    """All values of a name, whatever market they are of: who may have signed a notification."""
    known = settings.GATEWAY_CREDENTIALS
    markets = [value for key, value in known.items() if key.startswith(f"{name}_")]
    return list(dict.fromkeys(filter(None, [known.get(name, ""), *markets])))

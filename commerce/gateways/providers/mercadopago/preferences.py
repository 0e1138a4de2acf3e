"""What Mercado Pago is asked to take: a preference for each payment, with our key.

Two times go with it. Until the first (``expiration_date_to``) the shopper may begin: as long as the
order's goods are held. Until the second (``date_of_expiration``) a voucher that was printed in that
time can be paid; the order then waits for it (``Answer.waits_until``). Its doc recommends at least
three days, since what is paid at a counter arrives hours later.
"""

from datetime import datetime, timedelta
from decimal import Decimal
from urllib.parse import urlencode

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from commerce.gateways.base import GatewayUnavailable
from commerce.gateways.credentials import credential

from .client import Api, Refused
from .movements import written
from .notifications import KEY

VOUCHERS_LAST = timedelta(days=3)
# Who comes at the last moment still gets to the page.
SHORTEST = timedelta(minutes=10)
# What the payer's bank writes on the statement, where the company says so.
STATEMENT = "MERCADOPAGO_STATEMENT_DESCRIPTOR"


def number_of(amount: Decimal) -> int | float:
    """An amount as a JSON number, as its currency is written: 108900, 540.5."""
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def times_of(payment) -> dict:
    held = payment.order.placement.held_until
    vouchers = payment.created_at + VOUCHERS_LAST
    if held is None:
        return {"date_of_expiration": written(vouchers)}
    begin_until = max(held, timezone.now() + SHORTEST)
    return {
        "expires": True,
        "expiration_date_to": written(begin_until),
        "date_of_expiration": written(max(begin_until, vouchers)),
    }


def body_of(payment, *, return_url: str) -> dict:
    """All that it is asked; to ``return_url`` the shopper comes back, whatever happened."""
    order, key = payment.order, str(payment.idempotency_key)
    body = {
        "items": [
            {
                "id": order.number,
                "title": _("Order %(number)s") % {"number": order.number},
                "quantity": 1,
                "currency_id": payment.currency,
                "unit_price": number_of(payment.amount),
            }
        ],
        "payer": {"email": order.placement.email},
        "external_reference": key,
        "back_urls": dict.fromkeys(("success", "pending", "failure"), return_url),
        "notification_url": _notified(key),
        # A review by a person, and a voucher, take their time: both are waited for.
        "binary_mode": False,
        **times_of(payment),
    }
    if return_url.startswith("https://"):
        # It refuses to send anybody to an address that is not safe by itself.
        body["auto_return"] = "approved"
    if text := credential(STATEMENT, order.placement.market):
        body["statement_descriptor"] = text
    return body


def _notified(key: str) -> str:
    """On the company's own address, not on the site of the seller where the shopper buys. Only what
    is signed is asked for: its older notifications (IPN) are not."""
    query = urlencode({"source_news": "webhooks", KEY: key})
    return f"{settings.PUBLIC_URL.rstrip('/')}/webhooks/mercadopago/?{query}"


def make(api: Api, payment, *, return_url: str) -> dict:
    """A preference that can be paid now. Raises GatewayUnavailable, Refused."""
    body = body_of(payment, return_url=return_url)
    try:
        return api.post("/checkout/preferences", body, key=payment.idempotency_key)
    except Refused:
        # Asked before with other words, and its answer was lost.
        for made in _with_key(api, payment):
            return hold_open(api, payment, made["id"])
        raise


def hold_open(api: Api, payment, preference: str) -> dict:
    """One that was made before, for as long as the order's goods are held by now."""
    return api.put(f"/checkout/preferences/{preference}", times_of(payment))


def close(api: Api, payment) -> None:
    """Nobody begins by any preference of this payment any more. Raises GatewayUnavailable."""
    made = [one["id"] for one in _with_key(api, payment)]
    if is_preference(payment.provider_reference):
        made.append(payment.provider_reference)
    for preference in dict.fromkeys(made):
        _expire(api, preference, timezone.now())


def _expire(api: Api, preference: str, now: datetime) -> None:
    times = {"expires": True, "expiration_date_to": written(now)}
    try:
        api.put(f"/checkout/preferences/{preference}", times)
    except Refused as refused:
        if refused.status != 404:
            raise GatewayUnavailable(f"preference {preference}: {refused}") from None


def _with_key(api: Api, payment) -> list[dict]:
    """Also one that we never heard of, since the answer was lost."""
    key = str(payment.idempotency_key)
    found = api.get("/checkout/preferences/search", external_reference=key)
    return found.get("elements") or []


def is_preference(reference: str) -> bool:
    """A payment's name there is a number, a preference's is not."""
    return bool(reference) and not reference.isdigit()

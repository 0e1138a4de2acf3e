"""Mercado Pago's notifications: who signed them, and of which payment they are.

The signature covers the id, the request and the time, not the rest of the address or the body. So
none of those is believed: a notification only makes us look again. Our key of the payment is in the
address that we gave with the preference; without it the id finds a payment that is known already.
"""

import hashlib
import hmac
from collections.abc import Mapping

from commerce.gateways.base import InvalidSignature, Notification
from commerce.gateways.credentials import every_credential
from commerce.gateways.notices import LONGEST, as_object, json_object

from .client import WEBHOOK_SECRET

# Under this name our key of a payment is in the address that is notified.
KEY = "payment"


def read(*, body: bytes, headers, query: Mapping[str, str]) -> Notification:
    """Raises InvalidSignature, UnreadableNotification."""
    # Its older notifications have no body at all.
    told = json_object(body) if body else {}
    data = as_object(told.get("data") or {}, "data")
    about = query.get("data.id") or query.get("id") or str(data.get("id") or "")
    signed = dict(part.strip().partition("=")[::2] for part in _header(headers).split(","))
    manifest = _manifest(about, headers.get("x-request-id", ""), signed.get("ts", ""))
    if not _is_signed(manifest, signed.get("v1", "")):
        raise InvalidSignature("mercadopago")
    topic = told.get("type") or told.get("topic") or query.get("type") or query.get("topic") or ""
    name = f"{told['id']}:{told.get('action', '')}" if told.get("id") else f"{topic}:{manifest}"
    return Notification(
        event_id=name[:LONGEST],
        reference=about if topic == "payment" else "",
        payload=told,
        payment_key=query.get(KEY, ""),
    )


def _header(headers) -> str:
    return headers.get("x-signature", "")


def _manifest(about: str, request_id: str, at: str) -> str:
    """What is signed: a part that did not come is left out of it."""
    parts = {"id": about.lower(), "request-id": request_id, "ts": at}
    return "".join(f"{name}:{value};" for name, value in parts.items() if value)


def _is_signed(manifest: str, signature: str) -> bool:
    """By any of our accounts, each of which has a secret of its own. In constant time."""
    signed = False
    for secret in every_credential(WEBHOOK_SECRET):
        expected = hmac.new(secret.encode(), manifest.encode(), hashlib.sha256).hexdigest()
        signed |= hmac.compare_digest(expected.encode(), signature.encode())
    return signed

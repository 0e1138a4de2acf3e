"""What anybody may send to a webhook: refused where it cannot be read, never an error of ours."""

import hashlib
import hmac
import time

import pytest
from django.http import QueryDict
from django.test import Client

from commerce.gateways.models import GatewayEvent
from tests.providers.mercadopago_server import SECRET

from .mercadopago_account import account

pytestmark = pytest.mark.django_db

NO_JSON = [
    b"\xff\xfe\x00{",
    "ñ".encode("latin-1"),
    b"{",
    b"null",
    b"[]",
    b"7",
    b'"text"',
    b"[" * 9999,
]
KEPT_NOWHERE = [b"NaN", b'"\\ud800"', b'"a\\u0000b"', b'"' + b"x" * 300 + b'"']
EVENT = b'{"id": %s, "type": %s, "data": %s}'
GOOD = b'{"object": {"object": "payment_intent", "id": "pi_1", "metadata": {"payment": "no"}}}'
OF_STRIPE = [
    *NO_JSON,
    b"{}",
    b'{"id": "evt_1", "type": "x"}',
    *(EVENT % (wrong, b'"x"', GOOD) for wrong in (b"1", b"null", b"{}", *KEPT_NOWHERE)),
    *(EVENT % (b'"evt_1"', wrong, GOOD) for wrong in (b"1", b"[]", *KEPT_NOWHERE[:3])),
    *(EVENT % (b'"evt_1"', b'"x"', wrong) for wrong in (b"1", b"[]", b"{}", b'{"object": 1}')),
    *(
        EVENT % (b'"evt_1"', b'"x"', b'{"object": %s}' % wrong)
        for wrong in (
            b'{"object": "payment_intent"}',
            b'{"object": "payment_intent", "id": 5}',
            b'{"object": "charge", "payment_intent": {"id": "pi_1"}}',
            b'{"metadata": [1]}',
            b'{"metadata": {"payment": 1}}',
            *(b'{"payment_intent": %s}' % one for one in KEPT_NOWHERE),
        )
    ),
]
OF_MERCADO_PAGO = [
    *NO_JSON,
    b'{"data": 1}',
    b'{"data": ["1"]}',
    *(b'{"id": 1, "x": %s}' % wrong for wrong in KEPT_NOWHERE[:3]),
]


def post(address: str, body: bytes, headers: dict) -> int:
    client = Client(raise_request_exception=False)
    kind = "application/json"
    return client.post(address, body, content_type=kind, headers=headers).status_code


def to_stripe(stripe, body: bytes) -> int:
    at = int(time.time())
    digest = hmac.new(b"whsec_local", b"%d." % at + body, hashlib.sha256).hexdigest()
    return post("/webhooks/stripe/", body, {"Stripe-Signature": f"t={at},v1={digest}"})


@pytest.mark.parametrize("body", OF_STRIPE)
def test_what_is_no_event_of_stripes_is_refused_though_it_was_signed(stripe, body):
    assert to_stripe(stripe, body) == 400
    assert not GatewayEvent.objects.exists()


def test_an_event_of_a_payment_that_is_not_ours_is_kept(stripe):
    assert to_stripe(stripe, EVENT % (b'"evt_1"', b'"x"', GOOD)) == 200
    assert GatewayEvent.objects.get().handled_at is None


@pytest.mark.parametrize(
    "signature", ["", "t=1", "t=x,v1=1", "v1", "t=1,v1=ñ", "t=" + "9" * 5000 + ",v1=1", "=,=,="]
)
def test_what_is_no_signature_of_stripes_is_refused(stripe, signature):
    assert post("/webhooks/stripe/", b"{}", {"Stripe-Signature": signature}) == 400


@pytest.mark.parametrize(
    "query", ["", "data.id=%00", "data.id=1&payment=%00", "id=%ff&topic=payment"]
)
@pytest.mark.parametrize("body", OF_MERCADO_PAGO)
def test_what_is_no_notification_of_mercado_pagos_is_refused(settings, body, query):
    with account(settings):
        assert post(f"/webhooks/mercadopago/?{query}", body, signed(query)) == 400
    assert not GatewayEvent.objects.exists()


@pytest.mark.parametrize("query", ["data.id=%00", "data.id=1&payment=%00", "data.id=" + "1" * 300])
def test_an_address_that_cannot_be_kept_is_refused(settings, query):
    query += "&type=payment"
    with account(settings):
        assert post(f"/webhooks/mercadopago/?{query}", b"{}", signed(query)) == 400


@pytest.mark.parametrize("signature", ["", ",", "ts", "ts=1,v1=ñ", "v1==", "ts=1,v1=1,v1=2"])
def test_what_is_no_signature_of_mercado_pagos_is_refused(settings, signature):
    with account(settings):
        assert post("/webhooks/mercadopago/?data.id=1", b"{}", {"x-signature": signature}) == 400


def signed(query: str) -> dict[str, str]:
    """As Mercado Pago signs an address, whatever the body is."""
    asked = QueryDict(query)
    about = asked.get("data.id") or asked.get("id") or ""
    manifest = (f"id:{about.lower()};" if about else "") + "request-id:r;ts:1;"
    digest = hmac.new(SECRET.encode(), manifest.encode(), hashlib.sha256).hexdigest()
    return {"x-request-id": "r", "x-signature": f"ts=1,v1={digest}"}


def test_a_provider_that_there_is_not_is_refused():
    assert post("/webhooks/nobody/", b"{}", {}) == 400

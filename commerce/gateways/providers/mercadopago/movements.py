"""Mercado Pago's books: what was paid, given back and disputed between two moments."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any

from commerce.gateways.base import Movement, MovementKind

from .answers import HERE, moment
from .client import Api

PAGE = 100
# They page no further than this: what is more is asked for in two halves.
MOST_ROWS = 1000
# Money came by a payment in these states; it may be gone again.
BROUGHT = (*HERE, "refunded", "charged_back")


def movements(api: Api, *, since: datetime, until: datetime) -> Iterator[Movement]:
    """Of one account. Raises GatewayUnavailable."""
    seen = set()
    for told in _changed(api, since, until):
        # One that changed at the moment where two halves meet is in both.
        if told["status"] in BROUGHT and told["id"] not in seen:
            seen.add(told["id"])
            yield from _of(api, told, since, until)


def _changed(api: Api, since: datetime, until: datetime) -> Iterator[dict[str, Any]]:
    """Every payment that changed between the two: what was given back of an old one, too."""
    offset = 0
    while True:
        page = api.get(
            "/v1/payments/search",
            range="date_last_updated",
            begin_date=written(since),
            end_date=written(until),
            sort="date_last_updated",
            criteria="asc",
            limit=PAGE,
            offset=offset,
        )
        total = page["paging"]["total"]
        if offset == 0 and total > MOST_ROWS:
            middle = since + (until - since) / 2
            yield from _changed(api, since, middle)
            yield from _changed(api, middle, until)
            return
        yield from page["results"]
        offset += PAGE
        if offset >= total:
            return


def _of(api: Api, told: dict, since: datetime, until: datetime) -> Iterator[Movement]:
    own = str(told["id"])
    common = {
        "currency": told["currency_id"],
        "payment_reference": own,
        "payment_key": told.get("external_reference") or "",
    }

    def movement(kind: MovementKind, reference: str, amount, at: datetime) -> Iterator[Movement]:
        if since <= at < until:
            yield Movement(kind=kind, reference=reference, amount=Decimal(amount), at=at, **common)

    amount = told["transaction_amount"]
    if told.get("date_approved"):
        yield from movement(MovementKind.PAYMENT, own, amount, moment(told["date_approved"]))
    if told.get("transaction_amount_refunded"):
        for back in api.get(f"/v1/payments/{own}/refunds"):
            at = moment(back["date_created"])
            yield from movement(MovementKind.REFUND, str(back["id"]), back["amount"], at)
    if told["status"] == "charged_back":
        at = moment(told["date_last_updated"])
        yield from movement(MovementKind.DISPUTE, own, amount, at)


def written(at: datetime) -> str:
    """As they read moments: with milliseconds and an offset."""
    return at.isoformat(timespec="milliseconds")

"""What moved on an account, as Stripe's balance tells it: when money moved, with the charge, refund
or dispute that moved it (whose amounts are in the shopper's currency, not the account's)."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import stripe

from commerce.gateways.base import Movement, MovementKind

from .client import asking
from .notifications import PAYMENT
from .units import from_minor

REFUND = "refund"  # our key of a refund, in its metadata
A_PAGE = 100
# A refund that did not arrive moved out and in again: nothing went back.
UNDONE = ("failed", "canceled")


def movements(
    client: stripe.StripeClient, *, since: datetime, until: datetime
) -> Iterator[Movement]:
    """From ``since`` to before ``until``. Raises GatewayUnavailable."""
    params = {
        "created": {"gte": int(since.timestamp()), "lt": int(until.timestamp())},
        "limit": A_PAGE,
        "expand": ["data.source"],
    }
    with asking():
        for row in client.v1.balance_transactions.list(params).auto_paging_iter():
            if (movement := _movement(row.to_dict())) is not None:
                yield movement


def _movement(row: dict[str, Any]) -> Movement | None:
    """None for what is no shopper's money: payouts, Stripe's own fees."""
    source = row.get("source")
    kind = _kind(row, source) if isinstance(source, dict) else None
    if kind is None:
        return None
    metadata = source.get("metadata") or {}
    return Movement(
        kind=kind,
        reference=source["id"],
        amount=from_minor(source["amount"], source["currency"]),
        currency=source["currency"].upper(),
        at=datetime.fromtimestamp(row["created"], UTC),
        payment_reference=source.get("payment_intent") or "",
        payment_key=metadata.get(PAYMENT, ""),
        refund_key=metadata.get(REFUND, ""),
    )


def _kind(row: dict[str, Any], source: dict[str, Any]) -> MovementKind | None:
    match source["object"]:
        case "charge":
            return MovementKind.PAYMENT
        case "refund":
            return None if source["status"] in UNDONE else MovementKind.REFUND
        case "dispute":
            # A dispute that was won brings it back: that it was disputed is told once.
            return MovementKind.DISPUTE if row["amount"] < 0 else None
    return None

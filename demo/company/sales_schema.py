"""The shape of how the demo company delivers, is paid, and was ordered from (``schema``)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from .schema import CustomerSeed, Words


@dataclass(frozen=True, slots=True)
class DeliverySeed:
    """A delivery method of a market; days are business days, ``free_from`` an order total.

    ``text`` does not repeat the days: pages write them in front of it.
    """

    key: str
    name: Words
    text: Words
    price: Decimal
    days: tuple[int, int]
    free_from: Decimal | None = None


@dataclass(frozen=True, slots=True)
class BankSeed:
    """Where a customer sends a bank transfer. Every value is invented, and ``notice`` says so."""

    bank: str
    holder: str
    account_type: Words
    account_number: str
    extra: tuple[tuple[Words, str], ...]
    instructions: Words
    notice: Words


@dataclass(frozen=True, slots=True)
class PaymentSeed:
    """A way to pay, in some markets; ``hold_minutes`` is how long goods wait for the money.

    A transfer's ``instructions`` are the market's bank account.
    """

    gateway: str
    name: Words
    note: Words
    hold_minutes: int
    markets: tuple[str, ...]
    instructions: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderSeed:
    """An order placed some days before the demo is set up, and the state that it has come to.

    ``lines`` are SKUs and quantities; ``reason`` is of a cancellation or a refund, the latter
    of ``refunded_share`` of the total; ``note`` is what staff wrote on it.
    """

    buyer: CustomerSeed
    days_ago: float
    lines: tuple[tuple[str, int], ...]
    delivery: str
    gateway: str
    state: str
    refunded_share: str = ""
    reason: str = ""
    note: str = ""

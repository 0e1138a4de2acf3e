"""Comparing: what a movement at a provider is to our rows. Reads, and writes nothing."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from commerce.gateways.base import Movement, MovementKind
from commerce.gateways.models import Dispute, Payment, Refund

from .charges import came_besides, name_of_charge
from .models import Difference

Kind = Difference.Kind


@dataclass(frozen=True)
class Found:
    """A difference as it was found. ``movement`` is None where the provider knows of none."""

    kind: Kind
    reference: str
    movement: Movement | None = None
    payment: Payment | None = None
    refund: Refund | None = None


@dataclass
class OurRows:
    """Our payments and refunds that some movements of a gateway are about, read at once."""

    payments: list[Payment] = field(default_factory=list)
    refunds: list[Refund] = field(default_factory=list)
    # The provider's names of the disputes that stand on our orders.
    disputes: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, gateway: str, movements: Iterable[Movement]) -> "OurRows":
        movements = list(movements)
        payments = Payment.objects.filter(gateway=gateway)
        refunds = Refund.objects.filter(payment__gateway=gateway).select_related("payment")
        names = {name_of_charge(one) for one in movements} - {""}
        own = _keys(one.payment_key for one in movements)
        given = [one for one in movements if one.kind == MovementKind.REFUND]
        disputed = [one for one in movements if one.kind == MovementKind.DISPUTE]
        return cls(
            [
                *payments.filter(idempotency_key__in=own),
                *payments.filter(provider_reference__in=names),
            ],
            [
                *refunds.filter(idempotency_key__in=_keys(one.refund_key for one in given)),
                *refunds.filter(provider_reference__in={one.reference for one in given} - {""}),
            ]
            if given
            else [],
            set(
                Dispute.objects.filter(
                    payment__gateway=gateway, reference__in={one.reference for one in disputed}
                ).values_list("reference", flat=True)
            )
            if disputed
            else set(),
        )

    def __post_init__(self):
        self._payments = {str(one.idempotency_key): one for one in self.payments}
        self._named = {one.provider_reference: one for one in self.payments}
        self._refunds = {str(one.idempotency_key): one for one in self.refunds}
        self._refunds_named = {one.provider_reference: one for one in self.refunds}
        for named in (self._named, self._refunds_named):
            named.pop("", None)

    def payment_of(self, movement: Movement) -> Payment | None:
        """By the provider's name first: what came besides a payment (``Answer.surplus``) carries
        that payment's key, and is a payment of its own here. By our key where the name is of an
        attempt, or of a charge that was not found yet (``came_besides``)."""
        if refund := self.refund_of(movement):
            return refund.payment
        name = name_of_charge(movement)
        return self._named.get(name) or self._payments.get(movement.payment_key)

    def refund_of(self, movement: Movement) -> Refund | None:
        if movement.kind != MovementKind.REFUND:
            return None
        return self._refunds.get(movement.refund_key) or self._refunds_named.get(movement.reference)


def judge(movement: Movement, ours: OurRows) -> Found | None:
    """What of this movement is not as we wrote it down; None where all is."""
    payment, refund = ours.payment_of(movement), ours.refund_of(movement)
    if movement.kind == MovementKind.DISPUTE:
        # One that we know of is told on its order.
        kind = None if movement.reference in ours.disputes else Kind.DISPUTE
    else:
        kind = _kind(movement, payment, refund)
    return Found(kind, movement.reference, movement, payment, refund) if kind else None


def _kind(movement: Movement, payment: Payment | None, refund: Refund | None) -> Kind | None:
    if movement.kind == MovementKind.REFUND:
        if refund is None:
            return Kind.UNKNOWN_REFUND
        if refund.state != Refund.State.DONE:
            return Kind.REFUND_NOT_COUNTED
        return _amounts(movement, refund.amount, refund.payment.currency)
    if payment is None:
        return Kind.UNKNOWN_PAYMENT
    if came_besides(movement, payment):
        return Kind.PAID_TWICE
    if not payment.has_come:
        return Kind.NOT_COUNTED
    return _amounts(movement, payment.amount, payment.currency)


def _amounts(movement: Movement, amount: Decimal, currency: str) -> Kind | None:
    same = movement.amount == amount and movement.currency.upper() == currency.upper()
    return None if same else Kind.OTHER_AMOUNT


def the_same_by_another_name(refund: Refund, found: Iterable[Found]) -> Found | None:
    """The oldest of the refunds in their books that nobody asked for here, and that is of the same
    payment and amount as this one, which their books do not have by its own name."""
    same = [
        one
        for one in found
        if one.kind == Kind.UNKNOWN_REFUND
        and one.payment == refund.payment
        and not came_besides(one.movement, refund.payment)
        and _amounts(one.movement, refund.amount, refund.payment.currency) is None
    ]
    return min(same, key=lambda one: one.movement.at, default=None)


def _keys(texts: Iterable[str]) -> set[uuid.UUID]:
    """Those that are keys of ours: others on the same account write there what they like."""
    found = set()
    for text in texts:
        try:
            found.add(uuid.UUID(text))
        except ValueError:
            continue
    return found

"""Comparing a gateway's books with ours, both ways, and writing down what differs.

It changes no order, payment or refund: what differs is settled by the sweepers, by a person
(``ways``), or at the provider, and the next comparison sees it.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice

from django.db.models import Q
from django.utils import timezone

from commerce.gateways.base import Gateway, Movement, MovementKind, Outcome, RequestRefused
from commerce.gateways.models import Payment, Refund
from commerce.gateways.registry import all_gateways

from .comparing import Found, OurRows, judge, the_same_by_another_name
from .models import BooksRead, Difference

Kind, Settled = Difference.Kind, Difference.Settled

# So far back the first comparison looks.
AT_FIRST = timedelta(days=30)
# A provider may write its books days later, and its day ends at another hour than ours. So long a
# refund of ours is waited for: whoever issues it again by hand gives the money back twice.
OVERLAP = timedelta(days=3)
# What moved a moment ago may be on its way to us: the next night sees it.
UNDERWAY = timedelta(minutes=30)
AT_ONCE = 300


def with_books() -> list[Gateway]:
    """The gateways of this installation whose books can be read."""
    return [gateway for gateway in all_gateways().values() if gateway.has_books]


def reconcile(gateway: Gateway) -> int:
    """Compare since the last time. Returns how many differences are open afterwards. Raises
    GatewayUnavailable: the next run begins where the last one that finished did."""
    read, _made = BooksRead.objects.get_or_create(gateway=gateway.code)
    now = timezone.now()
    since = (read.done_until or now - AT_FIRST) - OVERLAP
    comparison = Comparison(gateway, since=since, now=now)
    for found in comparison.run():
        write_down(gateway.code, found)
    _look_again_at_others(gateway, comparison)
    _settle_what_went_back_there(gateway)
    BooksRead.objects.filter(pk=read.pk).update(done_until=now)
    return Difference.objects.open().filter(gateway=gateway.code).count()


class Comparison:
    """One reading of a gateway's books. ``seen``: the differences that it met; ``agreed``: what
    was as we wrote it down, by kind and the provider's name (one may pay and be disputed)."""

    def __init__(self, gateway: Gateway, *, since: datetime, now: datetime):
        self.gateway, self.since, self.now = gateway, since, now
        self.until = now - UNDERWAY
        self.seen: set[tuple[str, str]] = set()
        self.agreed: set[tuple[str, str]] = set()
        self._payments: dict[int, str] = {}
        self._refunds: set[int] = set()

    def run(self) -> Iterator[Found]:
        self._first = self._first_moment()
        theirs = [*self._from_theirs()]
        ours = [*self._payments_of_ours(), *self._refunds_of_ours(theirs)]
        for found in (*theirs, *ours):
            self.seen.add((found.kind, found.reference))
            yield found

    def has_cleared(self, row: Difference) -> bool:
        """Whether what was told of it before is told otherwise now, and agrees."""
        if row.kind == Kind.REFUND_NOT_THERE:
            return row.refund_id in self._refunds
        # A second charge may stand alone in these books, and its first one in older ones.
        return row.kind != Kind.PAID_TWICE and (row.movement, row.reference) in self.agreed

    # --- What they have ------------------------------------------------------------------

    def _from_theirs(self) -> Iterator[Found]:
        told = self.gateway.movements(since=self._first, until=self.now)
        while movements := list(islice(told, AT_ONCE)):
            ours = OurRows.of(self.gateway.code, movements)
            for movement in movements:
                found = self._second_charge(movement, ours) or judge(movement, ours)
                self._note(movement, ours, found)
                if found is None:
                    self.agreed.add((movement.kind.value, movement.reference))
                elif movement.at < self.until:
                    yield found

    def _first_moment(self) -> datetime:
        """Early enough for each refund that ours has to be found in theirs: it was made there
        somewhen between being asked for and being written down."""
        missing = Q(pk__in=self._missing().values("refund"), created_at__gt=self.now - AT_FIRST)
        looked_for = self._done_refunds().filter(Q(settled_at__gte=self._fresh) | missing)
        return min([self.since, *looked_for.values_list("created_at", flat=True)]) - UNDERWAY

    def _second_charge(self, movement: Movement, ours: OurRows) -> Found | None:
        """By another one in the same books, where the payment does not say which is its own."""
        payment = ours.payment_of(movement)
        if movement.kind != MovementKind.PAYMENT or payment is None:
            return None
        first = self._payments.get(payment.pk, movement.reference)
        if first == movement.reference:
            return None
        return Found(Kind.PAID_TWICE, movement.reference, movement, payment)

    def _note(self, movement: Movement, ours: OurRows, found: Found | None) -> None:
        payment, refund = ours.payment_of(movement), ours.refund_of(movement)
        is_twice = found is not None and found.kind == Kind.PAID_TWICE
        if movement.kind == MovementKind.PAYMENT and payment and not is_twice:
            self._payments.setdefault(payment.pk, movement.reference)
        if refund:
            self._refunds.add(refund.pk)

    # --- What we have --------------------------------------------------------------------

    def _payments_of_ours(self) -> Iterator[Found]:
        for payment in self._our_payments():
            if payment.pk not in self._payments and not is_paid_there(self.gateway, payment):
                yield Found(Kind.NOT_THERE, str(payment.idempotency_key), payment=payment)

    def _our_payments(self):
        """Paid, or changed since. One that all went back of was there: its provider gave it."""
        return (
            Payment.objects.paid()
            .filter(
                gateway=self.gateway.code, updated_at__gte=self.since, updated_at__lt=self.until
            )
            .iterator()
        )

    def _refunds_of_ours(self, theirs: list[Found]) -> Iterator[Found]:
        """What is missing. A refund of ``theirs`` that nobody asked for may be one that is, by
        another name (issued there by hand): then it is taken out of them, and both agree."""
        known = Q(pk__in=self._missing().values("refund")) | Q(pk__in=self._just_settled())
        for refund in self._done_refunds().filter(Q(settled_at__gte=self._fresh) | known):
            if refund.pk in self._refunds or was_told_of(refund, before=self._first):
                continue
            if (same := the_same_by_another_name(refund, theirs)) is not None:
                theirs.remove(same)
                self._refunds.add(refund.pk)
                self.agreed.add((same.kind.value, same.reference))
            elif self.since <= refund.settled_at < self.now - OVERLAP:
                key = str(refund.idempotency_key)
                yield Found(Kind.REFUND_NOT_THERE, key, payment=refund.payment, refund=refund)

    @property
    def _fresh(self) -> datetime:
        """What was done since then may be told as missing, tonight or in a night to come."""
        return self.since - OVERLAP

    def _done_refunds(self):
        refunds = Refund.objects.filter(payment__gateway=self.gateway.code, state=Refund.State.DONE)
        return refunds.select_related("payment").order_by("pk")

    def _missing(self):
        return Difference.objects.open().filter(
            gateway=self.gateway.code, kind=Kind.REFUND_NOT_THERE
        )

    def _just_settled(self):
        """Refunds that were told as missing, and issued there by hand since."""
        return Difference.objects.filter(
            gateway=self.gateway.code, kind=Kind.REFUND_NOT_THERE, settled_at__gte=self._fresh
        ).values("refund")


def was_told_of(refund: Refund, *, before: datetime) -> bool:
    """Whether books that were read earlier had it: somebody wrote it down long after it was made
    at the provider."""
    return Difference.objects.filter(
        gateway=refund.payment.gateway,
        movement=MovementKind.REFUND,
        reference=refund.provider_reference,
        moved_at__lt=before,
    ).exists()


def is_paid_there(gateway: Gateway, payment: Payment) -> bool:
    """Asked about the one payment: it may have come long before we heard of it, and stand in books
    that were compared before. Not where its provider knows of none, with our keys. Raises
    GatewayUnavailable."""
    try:
        return gateway.look_up(payment).outcome == Outcome.SUCCEEDED
    except RequestRefused:
        return False


# --- What is written --------------------------------------------------------------------------


def write_down(gateway_code: str, found: Found) -> Difference:
    """Once for each thing, however often it is met. What was settled stays so, but for books that
    had agreed and do not any more."""
    row, _made = Difference.objects.update_or_create(
        gateway=gateway_code,
        kind=found.kind,
        reference=found.reference,
        defaults=_told(found.movement)
        | {"payment": found.payment, "refund": found.refund, "last_seen": timezone.now()},
    )
    if row.settled_how == Settled.AGREE:
        row.settled_at, row.settled_how, row.settled_by = None, "", None
        row.save(update_fields=["settled_at", "settled_how", "settled_by"])
    return row


def _told(movement: Movement | None) -> dict:
    if movement is None:
        return {}
    return {
        "movement": movement.kind.value,
        "amount": movement.amount,
        "currency": movement.currency.upper()[:3],
        "moved_at": movement.at,
        "payment_reference": movement.payment_reference,
        "payment_key": movement.payment_key[:64],
        "refund_key": movement.refund_key[:64],
    }


def settle(row: Difference, how: str, *, by=None, note: str = "") -> bool:
    """False where somebody else did, or the books, in the meantime."""
    return bool(
        Difference.objects.open()
        .filter(pk=row.pk)
        .update(settled_at=timezone.now(), settled_how=how, settled_by=by, note=note[:255])
    )


# --- What was found before --------------------------------------------------------------------


def look_again(row: Difference, *, gateway: Gateway, by=None) -> bool:
    """Judge a difference anew, by what the provider told then and our rows say now. Says whether
    the books agree. Raises GatewayUnavailable."""
    found = _judge_again(row, gateway)
    if found is not None and found.kind == row.kind:
        return False
    if found is not None:
        write_down(row.gateway, found)
    settle(row, Settled.AGREE, by=by)
    return found is None


def _judge_again(row: Difference, gateway: Gateway) -> Found | None:
    movement = row.as_movement()
    same = Found(row.kind, row.reference, movement, row.payment, row.refund)
    if row.kind == Kind.REFUND_NOT_THERE:
        still = row.refund and row.refund.state == Refund.State.DONE
        return same if still else None
    if row.kind == Kind.NOT_THERE:
        still = row.payment and row.payment.state == Payment.State.SUCCEEDED
        return same if still and not is_paid_there(gateway, row.payment) else None
    ours = OurRows.of(row.gateway, [movement])
    if row.kind == Kind.PAID_TWICE and _still_besides(row, ours.payment_of(movement)):
        return same
    return judge(movement, ours)


def _still_besides(row: Difference, payment: Payment | None) -> bool:
    """Not where a second charge became a payment of its own (it goes back), or the one that
    counts."""
    is_same = payment is not None and payment.pk == row.payment_id
    return is_same and payment.provider_reference != row.reference


def _look_again_at_others(gateway: Gateway, comparison: Comparison) -> None:
    rows = Difference.objects.open().filter(gateway=gateway.code)
    for row in rows.select_related("payment__order", "refund__payment"):
        if (row.kind, row.reference) in comparison.seen:
            continue
        if comparison.has_cleared(row):
            settle(row, Settled.AGREE)
        else:
            look_again(row, gateway=gateway)


def _settle_what_went_back_there(gateway: Gateway) -> None:
    """Money that we do not count, and that was given back at the provider, is nobody's any more."""
    rows = Difference.objects.open().filter(gateway=gateway.code)
    for row in rows.filter(kind__in=(Kind.UNKNOWN_PAYMENT, Kind.PAID_TWICE, Kind.NOT_COUNTED)):
        back = rows.filter(
            kind=Kind.UNKNOWN_REFUND,
            currency=row.currency,
            payment_reference=row.payment_reference or row.reference,
        )
        if sum(one.amount for one in back) == row.amount:
            for one in (row, *back):
                settle(one, Settled.WENT_BACK)

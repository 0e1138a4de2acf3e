"""A bank that fails in every way a provider can, for tests that count money.

Its books live outside the database, as a real provider's do: a rolled-back transaction takes
nothing back there. ``fail_next`` says what becomes of the next call, ``meanwhile`` what happens in
the world while that call is on its way.
"""

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from enum import StrEnum

from django.utils import timezone

from commerce.gateways.base import (
    Answer,
    Gateway,
    GatewayUnavailable,
    InvalidSignature,
    NextStep,
    Notification,
    Outcome,
    RefundRefused,
    Surplus,
)
from commerce.gateways.models import PaymentMethod
from commerce.gateways.registry import all_gateways

# How long money that is on its way may take.
TRANSFER_TAKES = timedelta(days=3)


class Fault(StrEnum):
    NONE = "none"
    # The provider never hears of it.
    NOT_SENT = "not sent"
    # It acts, and its answer is lost: a time-out, a 502 from a proxy.
    ANSWER_LOST = "answer lost"
    # We give up waiting, and the call arrives a while later.
    ARRIVES_LATE = "arrives late"
    # It acts twice with the same key, as a library that repeats by itself does.
    TWICE = "twice"
    # Our process is killed before or after the provider acts.
    KILLED_BEFORE = "killed before"
    KILLED_AFTER = "killed after"


class Killed(BaseException):
    """kill -9: no handler runs, and what was not committed is gone."""


@dataclass
class Charge:
    amount: Decimal
    state: Outcome = Outcome.OPEN
    reference: str = field(default_factory=lambda: f"fb-{uuid.uuid4().hex[:12]}")
    refunds: dict[str, Decimal] = field(default_factory=dict)
    # Money is on its way from another bank: it comes or not, and nobody can stop it.
    under_way: bool = False

    @property
    def kept(self) -> Decimal:
        """What the bank has taken and not given back."""
        if self.state != Outcome.SUCCEEDED:
            return Decimal(0)
        return self.amount - sum(self.refunds.values(), start=Decimal(0))


class FaultBank(Gateway):
    code = "fault"
    default_name = "Fault bank"

    def __init__(self):
        self.charges: dict[str, Charge] = {}
        # Paid once more by the same page: by reference, and of which charge.
        self.besides: dict[str, tuple[str, Charge]] = {}
        self.fault = Fault.NONE
        self.meanwhile: Callable[[], None] | None = None
        self.on_its_way: list[Callable] = []

    def fail_next(self, fault: Fault, *, meanwhile: Callable[[], None] | None = None) -> None:
        self.fault, self.meanwhile = fault, meanwhile

    def _call(self, act):
        fault, self.fault = self.fault, Fault.NONE
        meanwhile, self.meanwhile = self.meanwhile, None
        if fault == Fault.KILLED_BEFORE:
            raise Killed
        if meanwhile:
            meanwhile()
        if fault == Fault.ARRIVES_LATE:
            self.on_its_way.append(act)
        if fault in (Fault.NOT_SENT, Fault.ARRIVES_LATE):
            raise GatewayUnavailable
        answer = act()
        if fault == Fault.TWICE:
            answer = act()
        if fault == Fault.KILLED_AFTER:
            raise Killed
        if fault == Fault.ANSWER_LOST:
            raise GatewayUnavailable
        return answer

    def deliver_late_calls(self) -> None:
        waiting, self.on_its_way = self.on_its_way, []
        for act in waiting:
            try:
                act()
            except RefundRefused:
                pass

    # --- The shopper at the bank -----------------------------------------------------------

    def pay(self, payment) -> None:
        self.deliver_late_calls()
        charge = self.charges.get(str(payment.idempotency_key))
        if charge and charge.state in (Outcome.OPEN, Outcome.DECLINED):
            charge.state, charge.under_way = Outcome.SUCCEEDED, False

    def decline(self, payment) -> None:
        charge = self.charges.get(str(payment.idempotency_key))
        if charge and charge.state == Outcome.OPEN:
            charge.state, charge.under_way = Outcome.DECLINED, False

    def pay_again(self, payment) -> None:
        """In another tab of the bank, which takes it."""
        key = str(payment.idempotency_key)
        charge = self.charges.get(key)
        if charge and charge.state == Outcome.SUCCEEDED:
            again = Charge(charge.amount, Outcome.SUCCEEDED)
            self.besides[again.reference] = (key, again)

    def charge_of(self, payment) -> Charge | None:
        _key, besides = self.besides.get(payment.provider_reference, ("", None))
        return self.charges.get(str(payment.idempotency_key), besides)

    def send_money(self, payment) -> None:
        """Order the money at another bank: it arrives (``pay``) or does not (``decline``) later."""
        charge = self.charges.get(str(payment.idempotency_key))
        if charge and charge.state == Outcome.OPEN:
            charge.under_way = True

    # --- What the shop asks ----------------------------------------------------------------

    def begin(self, payment, *, return_url):
        def act():
            charge = self.charges.setdefault(str(payment.idempotency_key), Charge(payment.amount))
            if charge.state == Outcome.DECLINED:
                charge.state = Outcome.OPEN
            return Answer(charge.state, reference=charge.reference)

        return self._call(act), NextStep(kind="redirect", url="https://bank.example/")

    def look_up(self, payment):
        return self._call(lambda: self._answer(payment, unknown=Outcome.OPEN))

    def cancel(self, payment):
        def act():
            charge = self.charges.get(str(payment.idempotency_key))
            if charge and charge.state != Outcome.SUCCEEDED and not charge.under_way:
                charge.state = Outcome.CANCELLED
            return self._answer(payment, unknown=Outcome.CANCELLED)

        return self._call(act)

    def refund(self, payment, *, amount, idempotency_key):
        def act():
            charge = self.charge_of(payment)
            key = str(idempotency_key)
            if key not in charge.refunds and amount > charge.kept:
                raise RefundRefused("more than was paid")
            charge.refunds[key] = amount
            return f"re-{key}"

        return self._call(act)

    def read_notification(self, *, body, headers, query):
        key, _, signature = body.decode().partition(" ")
        if signature != "signed":
            raise InvalidSignature
        return Notification(f"ev-{uuid.uuid4()}", reference="", payload={}, payment_key=key)

    def shares_with(self, bank: "FaultBank") -> None:
        """Be another way to pay at the same bank: one ledger, and one next fault."""
        self.__dict__ = bank.__dict__

    def _answer(self, payment, *, unknown: Outcome) -> Answer:
        charge = self.charge_of(payment)
        if charge is None:
            return Answer(unknown)
        until = timezone.now() + TRANSFER_TAKES if charge.under_way else None
        surplus = tuple(
            Surplus(again.reference, again.amount)
            for key, again in self.besides.values()
            if key == str(payment.idempotency_key) and again.kept
        )
        return Answer(charge.state, charge.reference, waits_until=until, surplus=surplus)


class OtherBank(FaultBank):
    code = "other"
    default_name = "Other bank"


@contextmanager
def two_ways_to_pay(settings, *gateways: str) -> Iterator[FaultBank]:
    """The fault bank and its other way to pay, offered in Colombia, with the queue in the database:
    what is not in it after a kill is lost. ``gateways``: paths of classes in their place."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    own = gateways or [f"{__name__}.FaultBank", f"{__name__}.OtherBank"]
    settings.VITRINA_GATEWAYS = [*settings.VITRINA_GATEWAYS, *own]
    all_gateways.cache_clear()
    bank = all_gateways()["fault"]
    all_gateways()["other"].shares_with(bank)
    for code in ("fault", "other"):
        PaymentMethod.objects.create(market="co", gateway=code)
    yield bank
    all_gateways.cache_clear()

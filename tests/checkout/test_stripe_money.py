"""Money at Stripe is money in our books: what test_money.py asks of a bank that fails, asked over
Stripe's HTTP with the real client."""

from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from commerce.gateways.models import PaymentMethod, Refund
from commerce.gateways.of_order import payments_of
from commerce.orders.attempts import choose_method
from tests.providers.server import Fault
from tests.providers.stripe_account import DECLINED, GOOD
from tests.providers.stripe_server import PAYABLE

from .test_money import Order, Story, books_agree, clerk, days_pass  # noqa: F401


@dataclass
class Charge:
    kept: Decimal
    # Cards are decided at once.
    under_way: bool = False


class AtStripe:
    """Stripe, as the stories of test_money.py speak of a bank."""

    def __init__(self, server):
        self.server = server

    def fail_next(self, fault, *, meanwhile=None) -> None:
        # The client asks twice: both times it goes wrong.
        self.server.faults.clear()
        if isinstance(fault, Fault):
            self.server.faults += [("", fault)] * 2

    def pay(self, payment, number: str = GOOD) -> None:
        """In a tab that has the form: without its secret nobody pays."""
        with self.server.lock:
            for intent in self.server.intents:
                ours = intent["metadata"]["payment"] == str(payment.idempotency_key)
                if ours and payment.provider_reference and intent["status"] in PAYABLE:
                    self.server.pay_by_card(intent, number)

    def decline(self, payment) -> None:
        self.pay(payment, DECLINED)

    @property
    def charges(self) -> dict[str, Charge]:
        return {
            row["metadata"]["payment"]: Charge(
                Decimal(row["amount"] - row["amount_refunded"]) / 100
            )
            for row in self.server.charges
        }

    def charge_of(self, payment) -> Charge | None:
        return self.charges.get(str(payment.idempotency_key))


class StripeStory(Story):
    def place(self):
        return self.shop.place(payment_method="stripe")

    def another(self):
        now = payments_of(self.order).current.gateway
        choose_method(
            order=Order.objects.get(pk=self.order.pk),
            gateway="transfer" if now == "stripe" else "stripe",
        )


@pytest.fixture
def bank(shop, stripe, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    stripe.slow_seconds = 1.1
    PaymentMethod.objects.create(market="co", gateway="stripe")
    return AtStripe(stripe)


STEPS = st.sampled_from(
    ["begin", "another", "pay", "decline", "come_back", "notify", "expire", "cancel", "refund"]
)
# One that is slow takes seconds of each example: it is asked of the gateway alone.
FAULTS = st.none() | st.sampled_from([fault for fault in Fault if fault != Fault.SLOW])
GONE_WELL = st.sampled_from([[], ["begin"], ["begin", "pay"], ["begin", "pay", "come_back"]])


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@example(gone_well=[], steps=[("begin", Fault.ANSWER_LOST), ("begin", None)])
@example(gone_well=["begin"], steps=[("expire", Fault.ERROR_AFTER), ("pay", None)])
@example(gone_well=["begin", "pay"], steps=[("another", Fault.ANSWER_LOST), ("another", None)])
@example(gone_well=["begin", "pay", "come_back"], steps=[("refund", Fault.ANSWER_LOST)])
@given(gone_well=GONE_WELL, steps=st.lists(st.tuples(STEPS, FAULTS), min_size=1, max_size=6))
def test_money_at_stripe_is_money_in_our_books(shop, bank, clerk, gone_well, steps):  # noqa: F811
    story = StripeStory(shop, bank, clerk)
    for name, fault in [*((name, None) for name in gone_well), *steps]:
        story.step(name, fault)

    story.step("pay")
    days_pass()

    books_agree(bank, story.order)
    assert not Refund.objects.filter(state__in=["asked", "sent"]).exists()
    assert story.order.events.filter(kind="confirmed").count() <= 1
    # Never two intents for one payment.
    keys = [intent["metadata"]["payment"] for intent in bank.server.intents]
    assert len(keys) == len(set(keys))
    story.stock_agrees()

"""A bank whose books can be read, and a night after which they are."""

from datetime import timedelta

import pytest
from django.utils import timezone

from commerce.books.models import Difference
from commerce.books.reconciling import OVERLAP, reconcile
from commerce.gateways.base import Movement, MovementKind, Outcome
from commerce.gateways.models import Payment, Refund
from tests.checkout.conftest import Shop
from tests.checkout.fault_bank import FaultBank, OtherBank, two_ways_to_pay
from tests.staff import make_staff

AGO = timedelta(hours=2)


class OpenBooks(FaultBank):
    """The bank that fails, with its ledger open. ``elsewhere``: what moved on its account without
    the shop."""

    has_books = True

    def __init__(self):
        super().__init__()
        self.elsewhere: list[Movement] = []

    def movements(self, *, since, until):
        told = self._call(lambda: [*self._own(), *self.elsewhere])
        return iter([one for one in told if since <= one.at < until])

    def _own(self):
        at = timezone.now() - AGO
        for key, charge in [*self.charges.items(), *self.besides.values()]:
            if charge.state != Outcome.SUCCEEDED:
                continue
            about = {"currency": "COP", "at": at, "payment_key": key}
            about["payment_reference"] = charge.reference
            yield Movement(MovementKind.PAYMENT, charge.reference, charge.amount, **about)
            for refund, amount in charge.refunds.items():
                yield Movement(
                    MovementKind.REFUND, f"re-{refund}", amount, refund_key=refund, **about
                )

    def moves(self, kind: str, reference: str, amount, **about) -> Movement:
        """Something moves on the account that the shop did not ask for."""
        about = {"currency": "COP", "at": timezone.now() - AGO, **about}
        self.elsewhere.append(Movement(MovementKind(kind), reference, amount, **about))
        return self.elsewhere[-1]


class OtherBooks(OpenBooks, OtherBank):
    """The second way to pay at the same bank: its ledger is read with the first one's."""

    code = "other"
    has_books = False


@pytest.fixture
def shop(db) -> Shop:
    return Shop()


@pytest.fixture
def bank(shop, settings):
    own = ("tests.books.conftest.OpenBooks", "tests.books.conftest.OtherBooks")
    with two_ways_to_pay(settings, *own) as bank:
        yield bank


@pytest.fixture
def clerk(db):
    return make_staff("Order desk")


def a_night(bank, *, refunded_ago: timedelta = OVERLAP + AGO) -> list[Difference]:
    """All that was done is hours old, refunds so old that they have to be in the bank's books, and
    the books are compared: the open differences."""
    now = timezone.now()
    Payment.objects.update(updated_at=now - AGO)
    Refund.objects.update(created_at=now - refunded_ago)
    Refund.objects.exclude(settled_at=None).update(settled_at=now - refunded_ago)
    reconcile(bank)
    return list(Difference.objects.open())


def kinds(differences) -> list[str]:
    return sorted(one.kind for one in differences)

"""What an order's payments come to: what came, what is asked for now, how it is told.

The one answer for whoever shows an order or decides about its money. Amounts are in the order's
currency. Only payments that count are in the sums: what a payment brings after it was given up
goes back by itself (``commerce.orders.settling``).
"""

from collections.abc import Callable
from decimal import Decimal

from django.utils.translation import gettext as _

from .models import Payment, Refund
from .registry import all_gateways

State = Payment.State


class OrderPayments:
    """The payments of an order as they were read; see ``payments_of``."""

    def __init__(self, order):
        self.order = order
        # One query, none where they are prefetched.
        self.all: list[Payment] = sorted(order.payments.all(), key=lambda one: one.pk)

    @property
    def counting(self) -> list[Payment]:
        """Those by which the order is told, oldest first: not given up. Where all of them were,
        those that brought money all the same, else the last one (as ``that_tell``)."""
        kept = [one for one in self.all if one.closed_at is None]
        return kept or [one for one in self.all if one.has_come] or self.all[-1:]

    @property
    def open(self) -> Payment | None:
        """What the shopper is asked for now; None where nothing is to be paid online."""
        return next((one for one in self.all if one.is_open), None)

    @property
    def current(self) -> Payment:
        """The open payment, else the last one that counts: how the order stands."""
        return self.open or self.counting[-1]

    # --- Sums -------------------------------------------------------------------------------

    @property
    def amount(self) -> Decimal:
        """What was paid, or is to be paid, in all."""
        return _sum(one.amount for one in self.counting)

    @property
    def paid(self) -> Decimal:
        """What came, less what went back or is on its way back."""
        return _sum(one.amount - one.refunded for one in self.counting if one.has_come)

    @property
    def came(self) -> Decimal:
        """What came, also where it went back since."""
        return _sum(one.amount for one in self.counting if one.has_come)

    @property
    def due(self) -> Decimal:
        """What is to be paid at the door."""
        return _sum(one.amount for one in self.counting if one.state == State.DUE)

    @property
    def owed(self) -> Decimal:
        """What of the total never came and is not due at the door; 0 where it is covered. What was
        given back is not asked for a second time."""
        return max(self.order.total_incl_tax - self.came - self.due, Decimal(0))

    @property
    def surplus(self) -> Decimal:
        """What was paid, or is due at the door, beyond the total."""
        return max(self.paid + self.due - self.order.total_incl_tax, Decimal(0))

    @property
    def refundable(self) -> Decimal:
        """What came and is neither given back nor on its way back, of all payments."""
        return _sum(one.refundable for one in self.all)

    @property
    def refunded(self) -> Decimal:
        """What is given back or on its way back, of the payments that count."""
        return _sum(one.refunded for one in self.counting)

    @property
    def disputed(self) -> Decimal:
        """What banks took back of all payments, for good or until they have decided."""
        return _sum(one.disputed for one in self.all)

    @property
    def went_back(self) -> Decimal:
        """The same of all payments: it changes with every refund."""
        return _sum(one.refunded for one in self.all)

    # --- States -----------------------------------------------------------------------------

    @property
    def state(self) -> str:
        """The state of the order's money in one word (``Payment.State``)."""
        if self.open:
            return self.open.state
        states = {one.state for one in self.counting}
        told = (state for state in (State.DUE, State.SUCCEEDED) if state in states)
        return next(told, self.current.state)

    @property
    def state_text(self) -> str:
        """The same in words, in the reader's language."""
        if self.state == State.SUCCEEDED and self.refunded:
            return _("Paid, partly refunded")
        return str(State(self.state).label)

    @property
    def is_settled(self) -> bool:
        """Whether all the money came; also where it went back since."""
        return self.state in Payment.PAID

    @property
    def receivable(self) -> Payment | None:
        """What staff can say came: a transfer or cash that is not there yet, the newest. Also one
        that was given up, as long as the order is not paid another way."""
        if self.order.status == "cancelled" or self.is_settled:
            return None
        return next((one for one in reversed(self.all) if by_staff(one) and not one.has_come), None)

    @property
    def refunds(self) -> list[Refund]:
        """Every refund, oldest first. A query for each payment, none where they are prefetched."""
        return sorted(
            (row for one in self.all for row in one.refunds.all()), key=lambda row: row.pk
        )

    # --- Words ------------------------------------------------------------------------------

    def method_text(self, name_of: Callable[[str], str]) -> str:
        """By what it was paid, or is to be: the names of its methods. ``name_of`` turns a gateway's
        code into one."""
        codes = dict.fromkeys(one.gateway for one in self.counting)
        return ", ".join(name_of(code) for code in codes)


def payments_of(order) -> OrderPayments:
    """The order's payments as they are now; of an order that was read with its ``payments``
    (prefetched) as they were then."""
    return OrderPayments(order)


def is_paid_online(payment: Payment) -> bool:
    """Whether the shopper pays it at its gateway, if that is still there."""
    gateway = all_gateways().get(payment.gateway)
    return gateway is not None and not gateway.confirmed_by_staff


def by_staff(payment: Payment) -> bool:
    """Whether a person of the company says that its money came, and gives it back by hand."""
    gateway = all_gateways().get(payment.gateway)
    return gateway is not None and gateway.confirmed_by_staff


def _sum(amounts) -> Decimal:
    return sum(amounts, start=Decimal(0))

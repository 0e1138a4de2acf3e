"""What the shop asks of a payment provider, whoever it is.

The interface fits providers that answer at once, that send the shopper elsewhere and back
(PSE, PayPal), that show a form of their own (a card element), and that a person confirms (a
bank transfer). Nothing but ``look_up`` and ``cancel`` says whether money came: return pages and
notifications only say "look again".

Any call can be cut off after the provider acted and before we hear of it. So every call can be
repeated: it carries a key of ours (``payment.idempotency_key``, the refund's own), and the
provider is asked by that key wherever its own reference is not known yet.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any


class GatewayUnavailable(Exception):
    """The provider could not be asked, or its answer was lost. Whether it acted is not known:
    the same call is made again later."""


class GatewayMissing(GatewayUnavailable):
    """This installation has no gateway of that code (any more): its payments cannot be asked
    for until it is back in the settings."""


class KeysRefused(GatewayUnavailable):
    """The provider does not take our keys: the operator's to put right. The message is theirs."""


class RequestRefused(GatewayUnavailable):
    """The provider said no to what it was asked, as it does with the keys of another account, where
    it knows nothing of the payment. So it told us nothing of the money, and does not tell it later
    either unless somebody puts it right. The message is theirs."""


# What does not pass by itself, of all that leaves a payment unknown: an operator has to hear of it.
NOT_BY_ITSELF = (GatewayMissing, KeysRefused, RequestRefused)


class InvalidSignature(Exception):
    """A notification that does not come from the provider."""


class UnreadableNotification(Exception):
    """A notification in which nothing of what it must say can be read."""


class RefundRefused(Exception):
    """The provider will not give the money back; the message is for staff."""


class Outcome(StrEnum):
    OPEN = "open"
    SUCCEEDED = "succeeded"
    # Money comes with the parcel: the order is good without it.
    DUE = "due"
    DECLINED = "declined"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Surplus:
    """Money that came by a payment besides the money that counts, where a provider lets the shopper
    pay twice (a voucher, and a card after all): its name there, and how much is still there."""

    reference: str
    amount: Decimal


@dataclass(frozen=True)
class Answer:
    """What the provider says of a payment now.

    ``reference``: the provider's name of the payment. With SUCCEEDED it names the money that
    counts, always by the same name: by another one it is other money, that came besides.
    ``attempts``: the provider's own names of the tries that it declined so far, oldest first, of
    each one that it knows, whatever the outcome is by now. Each counts once, however often it is
    told: the last one's decline is DECLINED until another try is made, also after the payment was
    begun again. Where a provider has no such names a decline is told until it is begun again.
    ``failure_code``: why the last one was declined, with DECLINED and CANCELLED.
    ``waits_until``: the shopper went for the money and may take until then (a voucher that is paid
    in a shop, a bank that settles in days); the order's goods are held that long. With SUCCEEDED:
    more may still come until then, and the provider is asked again. ``surplus`` goes back, by a
    payment of its own for each; it is told as long as it is there.
    """

    outcome: Outcome
    reference: str = ""
    failure_code: str = ""
    attempts: tuple[str, ...] = ()
    waits_until: datetime | None = None
    surplus: tuple[Surplus, ...] = ()


@dataclass(frozen=True)
class NextStep:
    """Where the shopper goes after the order exists.

    ``redirect``: to ``url`` at the provider. ``form``: a form of the provider's on our payment
    page, which asks for it by ``Gateway.form`` each time it is opened: ``template`` is shown with
    ``context``, and may load from ``sources`` (by directive of the page's security policy).
    ``done``: nothing more to do; the order page.
    """

    kind: str
    url: str = ""
    template: str = ""
    context: dict[str, Any] = field(default_factory=dict)
    sources: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Notification:
    """A provider's "something happened": which event, of which payment.

    ``payment_key`` is our own key (a UUID as text) where the provider sends it along, as in
    metadata or an external reference; ``reference`` the provider's own name of the payment.
    """

    event_id: str
    reference: str
    payload: dict[str, Any]
    payment_key: str = ""


class MovementKind(StrEnum):
    PAYMENT = "payment"
    REFUND = "refund"
    DISPUTE = "dispute"


@dataclass(frozen=True)
class Movement:
    """Money that moved at a provider, as its books tell it. ``amount`` is above zero, in
    ``currency``; ``payment_key`` and ``refund_key`` are ours where the provider carries them;
    ``payment_reference`` is the provider's name of the payment that a refund or dispute is of, or
    of the payment itself; ``reference`` its name of the movement."""

    kind: MovementKind
    reference: str
    amount: Decimal
    currency: str
    at: datetime
    payment_reference: str = ""
    payment_key: str = ""
    refund_key: str = ""


class DisputeState(StrEnum):
    OPEN = "open"  # the company has to answer, or to accept it
    REVIEW = "review"  # the cardholder's bank decides
    WON = "won"  # also: closed without one, or taken back
    LOST = "lost"


@dataclass(frozen=True)
class DisputeAnswer:
    """What a cardholder told their bank of a payment, as the provider tells it now.

    ``amount`` is above zero, in the payment's currency. ``is_withdrawn``: the bank has taken the
    money back, at least until it has decided. ``reason`` is the provider's code for it.
    ``answer_until``: after that it is lost without an answer; None where no time is told.
    """

    reference: str
    state: DisputeState
    amount: Decimal
    is_withdrawn: bool
    opened_at: datetime
    reason: str = ""
    answer_until: datetime | None = None


class Gateway(ABC):
    """One payment provider. Implementations hold no state; the payment row does."""

    code: str
    # Shown where the method has no words of its own in the reader's language.
    default_name: str
    # A person of the company says that the money came. Its calls ask nobody: they answer at once,
    # also under the order's lock.
    confirmed_by_staff = False
    # The money comes with the parcel; the company may ask a fee for that (``PaymentMethod.fee``).
    paid_on_delivery = False
    # Holding the basket open makes no sense once the shopper has nothing more to do online.
    leaves_basket = False
    # It takes no money: offered only where no provider is asked for any online.
    is_rehearsal = False
    # Its books can be read (``movements``), so they are compared with ours every night.
    has_books = False

    def serves(self, market) -> bool:
        """Whether it can take money in this market (``markets.registry.Market``): it has its keys,
        and takes the currency. Methods of others are not offered."""
        return True

    def try_keys(self, market) -> None:  # noqa: B027 (a gateway without keys has none to try)
        """Ask the provider something that costs nothing with the keys of a market that is served:
        the operator hears of keys that were revoked, or may not do what is needed. Raises
        KeysRefused, GatewayUnavailable."""

    def staff_url(self, payment) -> str:
        """Where staff see the payment at the provider; "" where there is no such page."""
        return ""

    def decline_text(self, failure_code: str) -> str:
        """What a shopper can do about a decline (``Answer.failure_code``), in the reader's
        language; "" where there is no more to say than that it was declined. Never tells that a
        card was reported lost or stolen, or looks like fraud: its thief may be reading."""
        return ""

    @abstractmethod
    def begin(self, payment, *, return_url: str) -> tuple[Answer, NextStep]:
        """Start (or resume) a payment; ``return_url`` is a whole address, where the provider sends
        the shopper back to. Repeating the call must not charge twice: providers are sent
        ``payment.idempotency_key``, and carry it with the payment. Raises GatewayUnavailable."""

    def form(self, payment, *, return_url: str, customer=None) -> NextStep:
        """The form of a payment that was begun, as it is now, where ``begin`` leads to one. Its
        page may be opened at any time and any number of times: this only reads, here and at the
        provider. From the form the shopper gets to ``return_url``, the same whole address as of
        ``begin``. ``customer``: the user who looks at it, where the order is theirs; None for
        anybody else who may see it. ``done`` where there is nothing to fill in (any more). Raises
        GatewayUnavailable."""
        return NextStep(kind="done")

    @abstractmethod
    def look_up(self, payment) -> Answer:
        """Ask the provider what became of the payment: by its reference, or by our key where no
        reference is known yet. OPEN where it knows nothing of it. Raises GatewayUnavailable."""

    @abstractmethod
    def cancel(self, payment) -> Answer:
        """Stop the payment, by reference or by our key; answers SUCCEEDED where it is too late
        for that, CANCELLED where the provider knows nothing of it, OPEN where money is on its way
        and cannot be stopped now: the order goes on waiting. Raises GatewayUnavailable."""

    def refund(self, payment, *, amount: Decimal, idempotency_key) -> str:
        """Give ``amount`` back, in the payment's currency; returns the provider's reference.

        Called again with the same ``idempotency_key`` until it answers: the same key gives back
        once. Raises RefundRefused (final; its message is for staff), GatewayUnavailable (not
        known; it is called again)."""
        raise RefundRefused(f"{self.code} cannot refund")

    def dispute_text(self, reason: str) -> str:
        """What the cardholder says, by the provider's code for it, for staff; the code itself where
        there are no words for it."""
        return reason

    def disputes(self, payment, *, undecided: set[str]) -> list[DisputeAnswer]:
        """Every dispute of a payment that the provider knows of, by its own name, closed ones
        among them; one that is told no more is over, and the money here. ``undecided``: the names
        of those that were told before and are not decided as far as we know. Raises
        GatewayUnavailable."""
        return []

    def movements(self, *, since: datetime, until: datetime) -> Iterator[Movement]:
        """All money that moved between two moments, of every market. Only asked where
        ``has_books``. Raises GatewayUnavailable."""
        return iter(())

    def read_notification(self, *, body: bytes, headers, query: Mapping[str, str]) -> Notification:
        """Verify and read a notification; ``query`` is what its address carried. Raises
        InvalidSignature, UnreadableNotification."""
        raise InvalidSignature(f"{self.code} sends no notifications")

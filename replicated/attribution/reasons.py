"""Reasons why a seller is credited, one class each; an app adds its own.

    # in AppConfig.ready()
    register_reason(MetAtAnEvent())

In which order they count is the company's: the setting ``VITRINA_ATTRIBUTION`` names their codes,
the strongest first; what it leaves out is shown to staff and decides nothing. Ours are
``own_reasons``; ``docs/extending.md`` has an example.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from people.models import Person

from .deciding import HOUSE

BOUND, CODE, LINK, ASKED = "bound", "code", "link", "asked"
# Not a reason among others: staff decided.
STAFF = "staff"
LINK_LIFETIME = timedelta(days=30)


@dataclass(frozen=True)
class Record:
    """Something that is written down and speaks for a seller (a consultant's key) since ``at``.
    ``by`` says where it stands; it is kept with the decision, so it is nothing personal."""

    seller_id: int
    at: datetime
    by: str


class Reason:
    """Why a seller may be credited with an order or a customer.

    What speaks for a seller comes from the request that orders or registers (a collector of
    ``people.provenance`` gives claims with the reason's code), or from what is on record.
    """

    # What the ledger and the setting name it: at most 20 characters, never changed.
    code: str
    # What staff and sellers read.
    name: str | Promise
    # For how long a claim counts; None for good.
    lifetime: timedelta | None = None
    # What staff read of where a claim comes from, by its "by".
    ways: dict[str, str | Promise] = {}

    def on_record(self, person: Person) -> Iterable[Record]:
        """What is written down for this person. Called with each order and registration, under the
        person's lock: at most one query, nothing that can be away."""
        return ()


_reasons: dict[str, Reason] = {}
_WAYS = {
    "own purchase": _("bought for themselves"),
    "withdrawn": _("the order that made them a customer came to nothing"),
    "migration": _("ordered before there were sellers"),
}


def register_reason(reason: Reason) -> None:
    """Add a reason; it takes the place of one with the same code."""
    _reasons[reason.code] = reason


def all_reasons() -> dict[str, Reason]:
    return dict(_reasons)


def in_order() -> list[Reason]:
    """The reasons that count, the strongest first. Of an unknown one ``manage.py check`` tells:
    no order fails because an app was taken out."""
    return [_reasons[code] for code in settings.VITRINA_ATTRIBUTION if code in _reasons]


def lifetimes() -> dict[str, timedelta]:
    """For how long claims of a reason count, of those that do not count forever."""
    return {code: reason.lifetime for code, reason in _reasons.items() if reason.lifetime}


def reason_choices() -> list[tuple[str, str | Promise]]:
    """What an entry of the ledger can rest on, and what that is called."""
    return [
        *((code, reason.name) for code, reason in _reasons.items()),
        (HOUSE, _("The company's own")),
        (STAFF, _("Changed by staff")),
    ]


def way_of(by: str) -> str:
    """How a claim came to us, in words; "" for what needs none."""
    ways = {way: text for reason in _reasons.values() for way, text in reason.ways.items()} | _WAYS
    return str(ways.get(by, ""))

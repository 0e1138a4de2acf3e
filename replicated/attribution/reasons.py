"""Registry of the reasons for crediting a seller with an order or customer; apps add their own.

    # in AppConfig.ready()
    register_reason(MetAtAnEvent())

The setting ``VITRINA_ATTRIBUTION`` lists the codes by precedence, the strongest first; reasons that
it leaves out are shown to staff but decide nothing. Ours are in ``own_reasons``;
``docs/extending.md`` has an example.
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
# The code of decisions by staff, which are no registered reason.
STAFF = "staff"
LINK_LIFETIME = timedelta(days=30)


@dataclass(frozen=True)
class Record:
    """A stored fact that supports a seller (a consultant's primary key) since ``at``.

    ``by`` names its source; it is stored with the decision, so it must not be personal data."""

    seller_id: int
    at: datetime
    by: str


class Reason:
    """A reason why a seller may be credited with an order or a customer.

    Claims come from the request that orders or registers (a collector of ``people.provenance``
    returns claims with the reason's code), or from stored records (``on_record``).
    """

    # The code in the ledger and in the setting: at most 20 characters. Never change it.
    code: str
    # The name for staff and sellers.
    name: str | Promise
    # How long a claim counts; None: forever.
    lifetime: timedelta | None = None
    # Texts for staff on the source of a claim, by its "by".
    ways: dict[str, str | Promise] = {}

    def on_record(self, person: Person) -> Iterable[Record]:
        """The stored records for this person. Called for each order and registration, with the
        person locked: at most one query, and no call to other services."""
        return ()


_reasons: dict[str, Reason] = {}
_WAYS = {
    "own purchase": _("bought for themselves"),
    "withdrawn": _("the order that made them a customer came to nothing"),
    "migration": _("ordered before there were sellers"),
}


def register_reason(reason: Reason) -> None:
    """Add a reason; replaces one with the same code."""
    _reasons[reason.code] = reason


def all_reasons() -> dict[str, Reason]:
    return dict(_reasons)


def in_order() -> list[Reason]:
    """The reasons by precedence, the strongest first. Unknown codes in the setting are skipped, so
    that no order fails when an app was removed; ``manage.py check`` reports them."""
    return [_reasons[code] for code in settings.VITRINA_ATTRIBUTION if code in _reasons]


def lifetimes() -> dict[str, timedelta]:
    """How long claims count, by reason; without reasons whose claims count forever."""
    return {code: reason.lifetime for code, reason in _reasons.items() if reason.lifetime}


def reason_choices() -> list[tuple[str, str | Promise]]:
    """Choices of reasons for the ledger's model: code and name."""
    return [
        *((code, reason.name) for code, reason in _reasons.items()),
        (HOUSE, _("The company's own")),
        (STAFF, _("Changed by staff")),
    ]


def way_of(by: str) -> str:
    """The source of a claim, in words; "" if there is no text for it."""
    ways = {way: text for reason in _reasons.values() for way, text in reason.ways.items()} | _WAYS
    return str(ways.get(by, ""))

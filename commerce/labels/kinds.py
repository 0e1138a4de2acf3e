"""Kinds of labels: one class for each rule that the shop applies by itself; an app adds its own.

    # in AppConfig.ready()
    register_label_kind(BestSeller())

Each registered kind gets its one label with the next ``migrate``. Staff give it words, a colour and
a rank like the others, or switch it off. ``docs/extending.md`` has an example.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Q, TextField
from django.db.models.functions import Cast
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from commerce.listings.models import Listing
from markets.registry import Market

CUSTOM = "custom"
FOREVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Facts:
    """The facts about a product in a market that rules of labels use."""

    product_id: int
    # In the market's currency.
    price: Decimal
    # Whole per cent off, 0 for none.
    discount: int
    launched_at: datetime
    # With those above them.
    categories: frozenset[int]
    options: frozenset[int]
    # The last day of being new, where staff gave the product one of its own.
    new_until: date | None = None


class LabelKind:
    """The rule of a kind of label: which products have it, until when, and its text."""

    # Its name in the database: at most 20 characters, never changed.
    code: str
    # Its name for staff.
    name: str | Promise
    # The code of its label in addresses of filtered lists, and the label's first priority.
    slug: str
    priority: int = 10
    # The text of its label where staff wrote none.
    text: str | Promise = ""
    # Whether staff may write the text.
    has_words = True
    # Whether staff may also choose products, categories and options that have it.
    takes_products = False

    def read(self) -> Any:
        """Read what ``until`` needs for all products. Called once for a run, in as few queries as
        possible."""
        return None

    def until(self, facts: Facts, *, known: Any, market: Market, at: datetime) -> datetime | None:
        """Until when a product carries it in a market, seen at the moment ``at``: None where it
        does not carry it, FOREVER where no end is known. ``known`` is what ``read`` returned.
        Called for every product: no query."""
        return None

    def words(self, facts: Facts, language: str) -> str:
        """The text on a product where staff wrote none; ``language`` is active."""
        return str(self.text)

    def listings(self, label) -> Q:
        """The listings that have ``label`` (whatever its dates), for putting them first."""
        # Searched as text: that works on any database.
        rows = Listing.objects.annotate(said=Cast("labels", TextField()))
        return Q(pk__in=rows.filter(said__contains=f'"code": "{label.code}"').values("pk"))

    def products_to_relabel(self, since: datetime, now: datetime) -> set[int]:
        """Products that got or lost it between two moments only by the clock. Called every few
        minutes."""
        return set()


class Custom(LabelKind):
    """The company's own labels: any number of them, on what staff choose."""

    code, name = CUSTOM, _("Our own")
    takes_products = True


class Unknown(LabelKind):
    """The kind of an app that was uninstalled: its label stays, and no product has it."""

    code, name = "", ""


_kinds: dict[str, LabelKind] = {CUSTOM: Custom()}


def register_label_kind(kind: LabelKind) -> None:
    """Add a kind; it takes the place of one with the same code."""
    _kinds[kind.code] = kind


def unregister_label_kind(code: str) -> None:
    """Take a kind out again, as if its app were gone: for tests."""
    _kinds.pop(code, None)


def kind_of(code: str) -> LabelKind:
    return _kinds.get(code) or Unknown()


def worked_out() -> list[LabelKind]:
    """The kinds that the shop applies by itself: each has exactly one label."""
    return [kind for kind in _kinds.values() if kind.code != CUSTOM]


def choices() -> list[tuple[str, str | Promise]]:
    return [(kind.code, kind.name) for kind in _kinds.values()]

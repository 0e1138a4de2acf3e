"""A line of a statement as the desk reads it, with what it may be."""

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from commerce.books.models import StatementLine
from commerce.books.statements.matching import Suggestion, Sureness
from commerce.books.statements.services import why_not
from commerce.orders.states import STATUSES
from markets.dates import staff_moment
from markets.money import staff_money
from people.models import shown_name_of

ASIDE = "aside"


class LineRow:
    """A line ``with_twins``; ``suggestions`` as ``matching.suggest`` has them, of an open one."""

    RELATED = ("payment__order", "done_by", "statement")

    def __init__(self, line: StatementLine, suggestions: list[Suggestion], errors: dict[int, str]):
        self.line = line
        self.suggestions = suggestions
        self.error = errors.get(line.pk, "")

    @property
    def day(self) -> str:
        return date_format(self.line.day, "SHORT_DATE_FORMAT")

    @property
    def amount(self) -> str:
        return staff_money(self.line.amount, self.line.currency)

    @property
    def field(self) -> str:
        return f"line_{self.line.pk}"

    @property
    def choices(self) -> list[dict]:
        """What can be chosen; one that is sure is chosen to begin with."""
        rows = [one for one in self.suggestions if one.sureness != Sureness.WRONG]
        chosen = next((one for one in rows if one.sureness == Sureness.SURE), None)
        return [
            {
                "value": one.payment.pk,
                "text": f"{_order(one)} · {one.label}",
                "chosen": one is chosen,
            }
            for one in rows
        ]

    @property
    def warnings(self) -> list[dict]:
        """Orders that the line names and cannot be: too little, too much, another currency, or
        paid by a line above."""
        return [
            {"text": _order(one), "url": _url(one.payment.order), "why": self._why(one)}
            for one in self.suggestions
            if one.sureness == Sureness.WRONG
        ]

    def _why(self, one: Suggestion) -> str:
        if refused := why_not(line=self.line, payment=one.payment):
            return refused
        if self.line.amount > one.payment.amount:
            return _("Too much came: confirm it by its number, and give the rest back by hand.")
        return _("Another line is this payment already.")

    @property
    def done(self) -> str:
        line = self.line
        said = [line.note, staff_moment(line.done_at), shown_name_of(line.done_by)]
        return " · ".join(part for part in said if part)

    @property
    def order(self) -> dict | None:
        order = self.line.payment.order if self.line.payment else None
        return {"number": order.number, "url": _url(order)} if order else None


def _url(order) -> str:
    return reverse("order_desk:detail", args=[order.number])


def _order(one: Suggestion) -> str:
    """Number, customer, amount, and the state where it is not waiting any more."""
    order, payment = one.payment.order, one.payment
    address = order.shipping_address
    name = f"{address.first_name} {address.last_name}".strip() if address else ""
    said = [order.number, name or str(order.placement.person)]
    said.append(staff_money(payment.amount, payment.currency))
    if order.status != "pending":
        said.append(str(STATUSES.get(order.status, order.status)))
    return " · ".join(said)

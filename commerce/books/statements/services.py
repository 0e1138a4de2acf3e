"""Taking in a statement, and saying what its lines are. Keyword-only; each checks who asks."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from commerce.gateways.models import Payment
from commerce.gateways.of_order import payments_of
from commerce.orders import services as orders
from commerce.orders.acting import NotPossible
from commerce.orders.settling import lock

from ..models import Statement, StatementLine
from .reading import Layout, decode, read_lines, read_table

READS = "books.view_statement"
CONFIRMS = "books.change_statementline"


def may_read(user) -> bool:
    return user.has_perm(READS) or may_confirm(user)


def may_confirm(user) -> bool:
    """Whoever may say that money came may say that it stands on the bank's statement."""
    return user.has_perm(CONFIRMS) and user.has_perm("order.change_order")


def _check(by) -> None:
    if not may_confirm(by):
        raise PermissionDenied


def take_in(*, name: str, content: bytes, currency: str, by) -> Statement:
    """Keep a file whose columns are still to be confirmed. Raises PermissionDenied, NotReadable."""
    _check(by)
    text = decode(content)
    read_table(text)
    return Statement.objects.create(
        name=name[:255], currency=currency, content=text, uploaded_by=by
    )


def discard(*, statement: Statement, by) -> None:
    """Forget a file whose lines were not read. Raises PermissionDenied, NotPossible."""
    _check(by)
    gone, _rows = Statement.objects.unread().filter(pk=statement.pk).delete()
    if not gone:
        raise _read_already()


def _read_already() -> NotPossible:
    return NotPossible(_("Someone has already read this statement."))


@transaction.atomic
def read_statement(*, statement: Statement, layout: Layout, by) -> int:
    """Take in its lines, by the columns that were confirmed. What another statement brought before
    is not taken in again. Returns how many are new. Raises PermissionDenied, NotReadable,
    NotPossible."""
    _check(by)
    lines = read_lines(read_table(statement.content), layout, currency=statement.currency)
    unread = Statement.objects.unread().filter(pk=statement.pk)
    if not unread.update(read_at=timezone.now(), content=""):
        raise _read_already()
    known = set(
        StatementLine.objects.filter(key__in=[line.key for line in lines]).values_list(
            "key", flat=True
        )
    )
    new = [line for line in lines if line.key not in known]
    StatementLine.objects.bulk_create(
        [
            StatementLine(
                statement=statement,
                key=line.key,
                position=line.position,
                day=line.day,
                amount=line.amount,
                currency=line.currency,
                text=line.text,
                payer=line.payer,
            )
            for line in new
        ],
        # Two clerks who upload the same file at once.
        ignore_conflicts=True,
    )
    taken = StatementLine.objects.filter(statement=statement).count()
    Statement.objects.filter(pk=statement.pk).update(known=len(lines) - taken)
    statement.refresh_from_db()
    return taken


def why_not(*, line: StatementLine, payment: Payment) -> str:
    """Why this line cannot be that payment, for staff; "" where it can. More than was asked for
    can: what is over is given back by hand."""
    if line.currency != payment.currency:
        return _("Another currency: %(ours)s was asked for.") % {"ours": payment.currency}
    if line.amount < payment.amount:
        return _("Too little came: ask for the rest, or give it back.")
    return ""


@transaction.atomic
def confirm_line(*, line: StatementLine, payment: Payment, by) -> None:
    """The line is that payment: the money came, as ``record_receipt`` has it, and the line stays
    the proof. Once for each line and each payment. Raises PermissionDenied, NotPossible."""
    _check(by)
    if refused := why_not(line=line, payment=payment):
        raise NotPossible(refused)
    order = lock(payment.order_id)
    payments = payments_of(order)
    if payments.is_settled:
        raise NotPossible(_("The payment is already recorded as received."))
    if payments.receivable is None or payments.receivable.pk != payment.pk:
        raise NotPossible(_("The order is paid another way now: check it first."))
    _close(line, by=by, payment=payment)
    orders.receive_payment(order=order, by=by)


def set_aside(*, line: StatementLine, note: str, by) -> None:
    """The line is no order's money. Raises PermissionDenied, NotPossible."""
    _check(by)
    _close(line, by=by, note=note[:255])


def _close(line: StatementLine, *, by, **said) -> None:
    open_one = StatementLine.objects.open().filter(pk=line.pk)
    if not open_one.update(done_at=timezone.now(), done_by=by, **said):
        raise NotPossible(_("Someone has already said what this line is."))
    line.refresh_from_db()

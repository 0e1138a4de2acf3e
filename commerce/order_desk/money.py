"""What the desk sees of an order's money: a part of ``dossier.Dossier``, with its ``order``,
``payments``, ``row``, ``_events``, ``money`` and ``when``."""

from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from commerce.books.models import StatementLine
from commerce.gateways.models import Dispute, Refund
from commerce.gateways.of_order import OrderPayments, by_staff
from commerce.gateways.registry import all_gateways, gateway_name
from commerce.orders.disputing import EVENTS
from commerce.orders.paper.picking import TO_PACK
from people.models import shown_name_of


def money_warning(payments: OrderPayments, disputes: list[Dispute]) -> str:
    """Why whoever is about to ship has to think: the money of the order went back, or may. ""
    where nothing is the matter. ``disputes``: all of these payments."""
    for dispute in disputes:
        if dispute.state in Dispute.OPEN_STATES:
            state = {"state": dispute.get_state_display().lower()}
            return _("The cardholder disputed the payment: %(state)s.") % state
    if payments.came and payments.paid <= payments.disputed:
        return _("All of the money went back.")
    return ""


class OrderMoney:
    @cached_property
    def payment(self) -> dict:
        """How the order's money stands, in all."""
        refunded = self.payments.refunded
        return {
            "state": self.payments.state_text,
            "method": self.row.method,
            "amount": self.money(self.payments.amount),
            "refunded": self.money(refunded) if refunded else "",
            "disputed": self.money(self.payments.disputed) if self.payments.disputed else "",
        }

    @cached_property
    def each_payment(self) -> list[dict]:
        """Every payment, the newest first: those that were given up as well."""
        return [
            {
                "state": payment.get_state_display(),
                "method": gateway_name(payment.gateway),
                "amount": self.money(payment.amount),
                "refunded": self.money(payment.refunded) if payment.refunded else "",
                "reference": payment.provider_reference,
                "url": _provider_url(payment),
                "failure": payment.failure_code,
                "proof": self._proofs.get(payment.pk, ""),
                "updated": self.when(payment.updated_at),
            }
            for payment in reversed(self.payments.all)
        ]

    @cached_property
    def _proofs(self) -> dict[int, str]:
        """The lines of bank statements that payments were confirmed with. Only of what staff see
        come there is one."""
        seen = [one.pk for one in self.payments.all if one.has_come and by_staff(one)]
        if not seen:
            return {}
        lines = StatementLine.objects.filter(payment__in=seen).select_related("statement")
        return {line.payment_id: _proof(line) for line in lines}

    @property
    def _refunds(self) -> list[tuple]:
        of_each = {payment.pk: payment for payment in self.payments.all}
        return [(of_each[refund.payment_id], refund) for refund in self.payments.refunds]

    @cached_property
    def refund_rows(self) -> list[dict]:
        """Every refund, oldest first, whichever payment gave it."""
        return [
            {
                "when": self.when(refund.created_at),
                "amount": self.money(refund.amount),
                "method": gateway_name(payment.gateway) if len(self.payments.all) > 1 else "",
                "state": "" if refund.state == Refund.State.DONE else refund.get_state_display(),
                "reason": self._why(refund),
                "reference": refund.provider_reference,
                "by": shown_name_of(refund.by),
            }
            for payment, refund in self._refunds
        ]

    @cached_property
    def _disputes(self) -> list[Dispute]:
        """Oldest first. No query where the timeline tells of none."""
        if not any(event.kind in EVENTS.values() for event in self._events):
            return []
        return list(Dispute.objects.filter(payment__in=[one.pk for one in self.payments.all]))

    @cached_property
    def dispute_rows(self) -> list[dict]:
        """What cardholders told their banks, oldest first."""
        of_each = {payment.pk: payment for payment in self.payments.all}
        return [
            {
                "opened": self.when(dispute.opened_at),
                "amount": self.money(dispute.amount),
                "state": dispute.get_state_display(),
                "answer_until": self.when(dispute.answer_until)
                if dispute.state == Dispute.State.OPEN
                else "",
                "reason": _dispute_text(of_each[dispute.payment_id], dispute),
                "reference": dispute.reference,
                "url": _provider_url(of_each[dispute.payment_id]),
            }
            for dispute in self._disputes
        ]

    @property
    def warning(self) -> str:
        """Of money that went back, as long as there is something to ship; of a dispute that is not
        decided, always."""
        said = money_warning(self.payments, self._disputes)
        if said and self.order.status in TO_PACK:
            return " ".join([said, _("Think before you ship.")])
        is_undecided = any(one.state in Dispute.OPEN_STATES for one in self._disputes)
        return said if is_undecided else ""

    def _why(self, refund) -> str:
        """Cause, what the clerk wrote, and of which units the money is."""
        titles = {str(line.pk): line.title for line in self.order.lines.all()}
        units = [f"{count} × {titles.get(pk, pk)}" for pk, count in refund.units.items()]
        if refund.shipping:
            units.append(_("shipping"))
        cause = refund.get_cause_display()
        return " · ".join(part for part in (cause, refund.reason, ", ".join(units)) if part)

    @property
    def receivable(self) -> dict:
        """What staff can say came: amount and method."""
        payment = self.payments.receivable
        return {"amount": self.money(payment.amount), "method": gateway_name(payment.gateway)}


def _provider_url(payment) -> str:
    gateway = all_gateways().get(payment.gateway)
    return gateway.staff_url(payment) if gateway else ""


def _dispute_text(payment, dispute) -> str:
    gateway = all_gateways().get(payment.gateway)
    return gateway.dispute_text(dispute.reason) if gateway else dispute.reason


def _proof(line: StatementLine) -> str:
    where = _("%(statement)s, line %(number)d") % {
        "statement": line.statement.name,
        "number": line.position,
    }
    day = date_format(line.day, "SHORT_DATE_FORMAT")
    return " · ".join(part for part in (day, line.text or line.payer, where) if part)

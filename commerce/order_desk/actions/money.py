"""Money that came, and money that goes back."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from commerce.gateways.models import Payment
from commerce.gateways.of_order import by_staff
from commerce.gateways.registry import gateway_name
from commerce.orders import closing, parcels, services
from commerce.orders.refunding import beyond_limit, shipping_to_refund

from .. import forms
from .base import Action


class ReceivePayment(Action):
    slug = "payment-received"
    label = gettext_lazy("Payment received")

    def is_possible(self, order):
        return services.can_receive_payment(order)

    def consequences(self, dossier):
        order = dossier.order
        said = [
            _("You confirm that %(amount)s was received in full by %(method)s.")
            % dossier.receivable
        ]
        if order.status == "pending":
            said.append(_("The order is confirmed, and the customer gets an email."))
        elif order.status == "expired":
            said.append(
                _(
                    "Its deadline passed and the items were released. If they are still in "
                    "stock the order is confirmed; if not it is canceled, and the money must "
                    "be refunded."
                )
            )
        return said

    def perform(self, *, order, data, by):
        services.receive_payment(order=order, by=by)
        if order.status == "cancelled":
            return _(
                "The items are sold out: the order is canceled and the money must be refunded."
            )
        return _("The payment is recorded.")


class Cancel(Action):
    slug = "cancel"
    label = gettext_lazy("Cancel the order")
    icon = "cross"
    serious = True
    form_class = forms.ReasonForm

    def is_possible(self, order):
        return "cancelled" in services.possible_moves(order)

    def consequences(self, dossier):
        order, units = dossier.order, dossier.units
        if order.status == "pending":
            goods = ngettext(
                "%(count)d unit held for it becomes available again.",
                "%(count)d units held for it become available again.",
                units,
            )
        else:
            goods = ngettext(
                "%(count)d unit goes back in stock.",
                "%(count)d units go back in stock.",
                units,
            )
        return [
            goods % {"count": units},
            *self._money(dossier),
            _("The customer gets an email. This cannot be undone."),
        ]

    @staticmethod
    def _money(dossier):
        left = services.refundable(dossier.order)
        if left:
            said = [_("%(amount)s is refunded to the customer.") % {"amount": dossier.money(left)}]
            said += _ways_back(dossier)
            if dossier.due:
                said.append(_("The rest was not paid: tell the carrier not to collect."))
            return said
        if dossier.due:
            return [_("Nothing was paid: tell the carrier not to collect.")]
        return [_("Nothing was paid, and the payment is stopped.")]

    def perform(self, *, order, data, by):
        services.cancel_order(order=order, by=by, reason=data["reason"])
        return _("The order is canceled.")


class CancelRest(Action):
    """Of an order that was sent in part: what is left never leaves."""

    slug = "cancel-rest"
    label = gettext_lazy("Cancel the rest")
    icon = "cross"
    serious = True
    form_class = forms.CancelRestForm

    def is_possible(self, order):
        return closing.can_cancel_rest(order)

    def consequences(self, dossier):
        order = dossier.order
        return [
            *(f"{line['quantity']} × {line['title']}" for line in dossier.still_to_come),
            *self._refunded(order),
            *self._money(dossier),
            _("The order is closed with what was sent. The customer gets an email that says so."),
            _("This cannot be undone."),
        ] + (
            [_("It is all delivered already: the order is marked as delivered.")]
            if parcels.all_arrived(order)
            else []
        )

    @staticmethod
    def _refunded(order):
        count = sum(closing.refunded_of_rest(order).values())
        said = ngettext(
            "%(count)d of these units was refunded already: its price does not go back again.",
            "%(count)d of these units were refunded already: their price does not go back again.",
            count,
        )
        return [said % {"count": count}] if count else []

    @staticmethod
    def _money(dossier):
        order = dossier.order
        value, due = closing.value_of_rest(order), dossier.payments.due
        said = []
        if due:
            less = min(value, due)
            said.append(
                _(
                    "%(rest)s less is to be paid at the door: %(left)s in all. The packages that"
                    " left did not say what to collect, so tell the carrier."
                )
                % {"rest": dossier.money(less), "left": dossier.money(due - less)}
            )
        if not services.refundable(order):
            return said or [_("Nothing is left to give back.")]
        cost = (
            _("What is not sent cost %(amount)s. The shipping stays paid.")
            if shipping_to_refund(order)
            else _("What is not sent cost %(amount)s.")
        )
        said.append(cost % {"amount": dossier.money(value)})
        if order.surcharges.all():
            said.append(_("Its other charges stay paid as well."))
        return said + _ways_back(dossier)

    def perform(self, *, order, data, by):
        done = closing.cancel_rest(
            order=order,
            by=by,
            reason=data["reason"],
            restock=data["restock"],
            amount=data.get("amount"),
            seen_refunded=data["seen_refunded"],
        )
        if not done:
            return _refund_is_asked()
        return _("What was still to be sent is canceled.")


class Refund(Action):
    slug = "refund"
    label = gettext_lazy("Issue refund")
    icon = "resubmit"
    serious = True
    form_class = forms.RefundForm

    def is_possible(self, order):
        return services.refundable(order) > 0

    def consequences(self, dossier):
        said = [_("The items stay with the customer: nothing goes back in stock.")]
        order = dossier.order
        if limit := beyond_limit(order, services.refundable(order), by=dossier.user):
            said.append(limit)
        said += _ways_back(dossier)
        providers = [one for one in _that_give(dossier) if not by_staff(one)]
        if providers:
            said.append(
                _("%(method)s refunds it the way it was paid.") % {"method": _names(providers)}
            )
        return said

    def perform(self, *, order, data, by):
        done = services.refund_order(
            order=order,
            amount=data["amount"],
            cause=data["cause"],
            reason=data["reason"],
            units=data["units"],
            shipping=data["shipping"],
            by=by,
            seen_refunded=data["seen_refunded"],
        )
        if not done:
            return _refund_is_asked()
        return _("The refund is recorded, and the customer gets an email.")


def _refund_is_asked() -> str:
    return _("The refund is recorded; the provider is not responding and is asked until it does.")


def _that_give(dossier) -> list[Payment]:
    """The payments that money can go back of, in the order in which it does."""
    return [one for one in reversed(dossier.payments.all) if one.refundable]


def _names(payments: list[Payment]) -> str:
    return ", ".join(dict.fromkeys(gateway_name(one.gateway) for one in payments))


def _ways_back(dossier) -> list[str]:
    """Which payment gives first, where there are several, and what a clerk has to do by hand."""
    ways, said = _that_give(dossier), []
    if len(ways) > 1:
        told = (f"{gateway_name(one.gateway)} {dossier.money(one.refundable)}" for one in ways)
        said.append(
            _("It is taken from the newest payment first: %(ways)s.") % {"ways": ", ".join(told)}
        )
    by_hand = [one for one in ways if by_staff(one)]
    if by_hand == ways and ways:
        said.append(
            _("No provider does it for you: transfer the money yourself. Here it is recorded.")
        )
    elif by_hand:
        said.append(
            _("What is taken from %(method)s you transfer yourself. Here it is recorded.")
            % {"method": _names(by_hand)}
        )
    return said

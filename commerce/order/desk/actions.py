"""What the desk can do with an order. Services decide whether; here are the words and forms."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from commerce.gateways.models import Payment
from commerce.gateways.registry import all_gateways
from commerce.order import parcels, services

from . import forms
from .dossier import Dossier, mail_name


class Action:
    """One thing to do. ``is_possible`` asks the services, ``perform`` calls one.

    ``compares`` is off where it does not matter what else happened meanwhile.
    """

    slug: str
    label: str
    icon = "tick-inverse"
    serious = False
    compares = True
    form_class: type[forms.ActionForm] = forms.ActionForm

    def initial(self, order) -> dict:
        """What the form says before anything is typed."""
        return {}

    def is_possible(self, order) -> bool:
        raise NotImplementedError

    def consequences(self, dossier: Dossier) -> list[str]:
        """What happens, said before it does."""
        return []

    def perform(self, *, order, data: dict, by) -> str:
        """Do it. Returns what to tell the clerk."""
        raise NotImplementedError


class ReceivePayment(Action):
    slug = "payment-received"
    label = gettext_lazy("Payment received")

    def is_possible(self, order):
        return services.can_receive_payment(order)

    def consequences(self, dossier):
        order = dossier.order
        said = [
            _("You confirm that %(amount)s was received in full by %(method)s.")
            % {"amount": dossier.payment["amount"], "method": dossier.payment["method"]}
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


class Move(Action):
    """To the next state of fulfilment."""

    to: str

    def is_possible(self, order):
        return self.to in services.possible_moves(order)

    def perform(self, *, order, data, by):
        services.move_order(order=order, to=self.to, by=by)
        return _("The order is marked as “%(state)s”.") % {
            "state": Dossier(order, user=by).status_text
        }


class Prepare(Move):
    slug = to = "preparing"
    label = gettext_lazy("Start preparing")

    def consequences(self, dossier):
        return [_("Others see that someone is packing it. The customer sees it on the order page.")]


class Ship(Move):
    slug = to = "shipped"
    label = gettext_lazy("Hand over to the carrier")
    icon = "redirect"
    form_class = forms.ShipForm

    def consequences(self, dossier):
        said = [
            _("The customer gets an email with the tracking number and what is in this package."),
            _("Send part of it, and the rest goes in another package later."),
        ]
        if dossier.order.payment.state == Payment.State.DUE:
            said.append(
                _("The carrier collects %(amount)s with the last package.")
                % {"amount": dossier.payment["amount"]}
            )
        return said

    def perform(self, *, order, data, by):
        parcels.send_parcel(
            order=order, by=by, quantities=data["quantities"], tracking=_tracking(data)
        )
        if order.status == "partly_shipped":
            return _("The package is on its way. The rest of the order is still to be sent.")
        return _("The order is on its way.")


class Deliver(Move):
    slug = to = "delivered"
    label = gettext_lazy("Mark as delivered")

    def consequences(self, dossier):
        said = [_("The customer sees it on the order page.")]
        if dossier.order.payment.state == Payment.State.DUE:
            said.append(_("The cash is recorded separately, once the carrier has brought it."))
        return said


class CorrectParcel(Action):
    """Another carrier, number or address for one parcel."""

    slug = "correct"
    label = gettext_lazy("Update tracking")
    icon = "edit"
    form_class = forms.TrackingForm

    def __init__(self, parcel):
        self.parcel = parcel

    def initial(self, order):
        return {name: getattr(self.parcel, name) for name in parcels.TRACKING}

    def is_possible(self, order):
        return True

    def consequences(self, dossier):
        return [_("The customer sees it on the order page. No email goes out automatically.")]

    def perform(self, *, order, data, by):
        if parcels.correct_parcel(parcel=self.parcel, tracking=_tracking(data), by=by):
            return _("The tracking is updated.")
        return _("Nothing was changed: the tracking is as it was.")


class DeliverParcel(Action):
    slug = "delivered"
    label = gettext_lazy("Mark the package as delivered")

    def __init__(self, parcel):
        self.parcel = parcel

    def is_possible(self, order):
        return self.parcel.delivered_at is None

    def consequences(self, dossier):
        said = [_("The customer sees it on the order page.")]
        if dossier.order.status == "partly_shipped":
            said.append(_("The order stays open: part of it is still to be sent."))
        return said

    def perform(self, *, order, data, by):
        parcels.deliver_parcel(parcel=self.parcel, by=by)
        return _("The package is marked as delivered.")


PARCEL_ACTIONS = {action.slug: action for action in (CorrectParcel, DeliverParcel)}


def _tracking(data: dict) -> dict:
    return {name: data[name] for name in parcels.TRACKING if data[name]}


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
        payment = dossier.order.payment
        left = services.refundable(dossier.order)
        if left:
            said = [_("%(amount)s is refunded to the customer.") % {"amount": dossier.money(left)}]
            if _by_hand(payment):
                said.append(_by_hand_words())
            return said
        if payment.state == Payment.State.DUE:
            return [_("Nothing was paid: tell the carrier not to collect.")]
        return [_("Nothing was paid, and the payment is stopped.")]

    def perform(self, *, order, data, by):
        services.cancel_order(order=order, by=by, reason=data["reason"])
        return _("The order is canceled.")


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
        if _by_hand(dossier.order.payment):
            said.append(_by_hand_words())
        else:
            said.append(
                _("%(method)s refunds it the way it was paid.")
                % {"method": dossier.payment["method"]}
            )
        return said

    def perform(self, *, order, data, by):
        done = services.refund_order(
            order=order,
            amount=data["amount"],
            reason=data["reason"],
            by=by,
            seen_refunded=order.payment.refunded,
        )
        if not done:
            return _(
                "The refund is recorded; the provider is not responding and is asked until it does."
            )
        return _("The refund is recorded, and the customer gets an email.")


class Resend(Action):
    slug = "resend"
    label = gettext_lazy("Resend an email")
    icon = "mail"
    compares = False
    form_class = forms.ResendForm

    def is_possible(self, order):
        return bool(services.resendable_mails(order))

    def consequences(self, dossier):
        return [_("It goes to %(email)s.") % {"email": dossier.email}]

    def perform(self, *, order, data, by):
        services.resend_mail(order=order, kind=data["mail"], by=by)
        return _("%(mail)s: sent again.") % {"mail": mail_name(data["mail"])}


class Note(Action):
    slug = "note"
    label = gettext_lazy("Add a note")
    icon = "comment"
    compares = False
    form_class = forms.NoteForm

    def is_possible(self, order):
        return True

    def perform(self, *, order, data, by):
        services.add_note(order=order, message=data["message"], by=by)
        return _("The note is added.")


def _by_hand(payment) -> bool:
    gateway = all_gateways().get(payment.gateway)
    return gateway is not None and gateway.confirmed_by_staff


def _by_hand_words() -> str:
    return _("No provider does it for you: transfer the money yourself. Here it is recorded.")


ACTIONS: dict[str, Action] = {
    action.slug: action
    for action in (
        ReceivePayment(),
        Prepare(),
        Ship(),
        Deliver(),
        Refund(),
        Resend(),
        Note(),
        Cancel(),
    )
}


def possible_actions(order) -> list[Action]:
    """In the order of their buttons."""
    return [action for action in ACTIONS.values() if action.is_possible(order)]


def state_seen(order) -> str:
    """What a clerk decides on: it differs once the order or its money moved."""
    payment = order.payment
    sent = [parcel.delivered_at is not None for parcel in order.parcels.all()]
    return f"{order.status}.{payment.state}.{payment.refunded:.2f}.{len(sent)}.{sum(sent)}"

"""On the way to the customer: packing, parcels, arriving."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from commerce.orders import parcels, services
from commerce.orders.handing_over import hand_over

from .. import forms
from ..dossier import Dossier
from .base import Action


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
        if dossier.due:
            said.append(
                _("The carrier collects %(amount)s with the last package.")
                % {"amount": dossier.due}
            )
        return said

    def perform(self, *, order, data, by):
        hand_over(order=order, by=by, quantities=data["quantities"], tracking=_tracking(data))
        if order.status == "partly_shipped":
            return _("The package is on its way. The rest of the order is still to be sent.")
        return _("The order is on its way.")


class Deliver(Move):
    slug = to = "delivered"
    label = gettext_lazy("Mark as delivered")

    def consequences(self, dossier):
        said = [_("The customer sees it on the order page.")]
        if dossier.due:
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


def _tracking(data: dict) -> dict:
    return {name: data[name] for name in parcels.TRACKING if data[name]}

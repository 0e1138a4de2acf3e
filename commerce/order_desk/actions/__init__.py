"""What the desk can do with an order. Services decide whether; here are the words and forms."""

from commerce.gateways.of_order import payments_of

from .base import Action
from .money import Cancel, CancelRest, ReceivePayment, Refund
from .sending import CorrectParcel, Deliver, DeliverParcel, Prepare, Ship
from .writing import Note, Resend

PARCEL_ACTIONS = {action.slug: action for action in (CorrectParcel, DeliverParcel)}

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
        CancelRest(),
        Cancel(),
    )
}


def possible_actions(order) -> list[Action]:
    """In the order of their buttons."""
    return [action for action in ACTIONS.values() if action.is_possible(order)]


def state_seen(order) -> str:
    """What a clerk decides on: it differs once the order or its money moved."""
    payments = payments_of(order)
    sent = [parcel.delivered_at is not None for parcel in order.parcels.all()]
    return f"{order.status}.{payments.state}.{payments.went_back:.2f}.{len(sent)}.{sum(sent)}"

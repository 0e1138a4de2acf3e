"""Hand a package over to its carrier: it gives the number where nobody typed one."""

from collections.abc import Mapping

from .acting import check_may_act, not_any_more
from .carriers import carrier_named
from .models import Parcel
from .parcels import can_send, send_parcel
from .units import left_to_send


def hand_over(*, order, by, quantities: Mapping[int, int] | None, tracking: dict) -> Parcel:
    """``parcels.send_parcel``, after the carrier was told where it gives numbers and none was
    typed. Not within a transaction: it may ask over the network.

    Raises PermissionDenied, NotPossible.
    """
    check_may_act(by)
    if not can_send(order):
        raise not_any_more(order)
    carrier = carrier_named(tracking.get("carrier", ""))
    if carrier and carrier.gives_numbers and not tracking.get("number"):
        # The same package until it is written, whoever tries again.
        key = f"{order.number}-{order.parcels.count() + 1}"
        units = left_to_send(order) if quantities is None else quantities
        tracking = tracking | {"number": carrier.announce(order, units=units, key=key)}
    return send_parcel(order=order, by=by, quantities=quantities, tracking=tracking)

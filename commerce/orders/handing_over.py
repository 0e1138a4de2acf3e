"""Hand a package over to its carrier: it gives the number where nobody typed one."""

import hashlib
import logging
from collections.abc import Mapping

from django.utils.translation import gettext as _

from .acting import NotPossible, check_may_act, not_any_more
from .carriers import LONGEST_NUMBER, Carrier, carrier_named
from .models import Parcel
from .parcels import can_send, refuse_what_cannot_be_sent, send_parcel
from .units import left_to_send

logger = logging.getLogger(__name__)


def _key(order, units: Mapping[int, int]) -> str:
    """The same package until it is written, whoever tries again; another one with other units."""
    told = ",".join(f"{pk}x{quantity}" for pk, quantity in sorted(units.items()))
    digest = hashlib.sha256(told.encode()).hexdigest()[:12]
    return f"{order.number}-{order.parcels.count() + 1}-{digest}"


def hand_over(*, order, by, quantities: Mapping[int, int] | None, tracking: dict) -> Parcel:
    """``parcels.send_parcel``, after the carrier was told where it gives numbers and none was
    typed. What is not sent then is cancelled there. Not within a transaction: it may ask over the
    network.

    Raises PermissionDenied, NotPossible.
    """
    check_may_act(by)
    if not can_send(order):
        raise not_any_more(order)
    carrier = carrier_named(tracking.get("carrier", ""))
    if carrier and carrier.gives_numbers and not tracking.get("number"):
        left = left_to_send(order)
        units = left if quantities is None else {pk: n for pk, n in quantities.items() if n}
        # Before the carrier is told: it would come for nothing.
        refuse_what_cannot_be_sent(order, units, left)
        key = _key(order, units)
        number = carrier.announce(order, units=units, key=key)
        try:
            if not 0 < len(number) <= LONGEST_NUMBER:
                raise NotPossible(
                    _("The carrier gave a number that cannot be used: type it yourself.")
                )
            tracking = tracking | {"number": number}
            return send_parcel(order=order, by=by, quantities=quantities, tracking=tracking)
        except Exception as error:
            _cancel(carrier, order, number=number, key=key, because=error)
            raise
    return send_parcel(order=order, by=by, quantities=quantities, tracking=tracking)


def _cancel(carrier: Carrier, order, *, number: str, key: str, because: Exception) -> None:
    """Have the carrier not come for what is not sent. Raises NotPossible where it could not be
    told: the clerk has to know."""
    if order.parcels.filter(number=number).exists():
        return  # Somebody else sent this very package meanwhile.
    try:
        carrier.cancel(order, number=number, key=key)
    except Exception as error:
        logger.exception("%s still has package %s of order %s", carrier.name, number, order.number)
        said = [one.message for one in (because, error) if isinstance(one, NotPossible)]
        still = _("%(carrier)s still expects package %(number)s: cancel it there.")
        told = still % {"carrier": carrier.name, "number": number[:LONGEST_NUMBER]}
        raise NotPossible(" ".join([*said, told])) from because

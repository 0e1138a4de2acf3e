"""Ship an order in parcels (partial shipments); the order's state follows from them.

Every function locks the order's row before it counts what is left, so that no unit is shipped
twice.
"""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from oscar.core.loading import get_model

from background.outbox import queue

from .acting import NotPossible, check_may_act, not_any_more
from .carriers import completed, link_of
from .events import record
from .mails import mail_parcel
from .models import Parcel, ParcelLine
from .settling import lock
from .units import left_to_send

Line = get_model("order", "Line")

TRACKING = ("carrier", "number", "url")


class AlreadySent(NotPossible):
    """Somebody else sent this very parcel."""


def can_send(order) -> bool:
    """Whether something of this order can be shipped now."""
    return order.status in ("preparing", "partly_shipped")


@transaction.atomic
def send_parcel(
    *,
    order,
    by,
    quantities: Mapping[int, int] | None = None,
    tracking: dict | None = None,
    once: bool = False,
) -> Parcel:
    """Ship a parcel and mail the customer. ``quantities``: units by the line's primary key, by
    default all that is left. ``tracking``: carrier, number, url; without a url it is the carrier's
    (``carriers``). ``once``: a number that the order has is this same parcel.

    Raises PermissionDenied, NotPossible (AlreadySent for that); nothing is written then.
    """
    check_may_act(by)
    locked = lock(order.pk)
    number = (tracking or {}).get("number")
    if once and number and locked.parcels.filter(number=number).exists():
        raise AlreadySent(_("Sent before, with this number"))
    if not can_send(locked):
        raise not_any_more(locked)
    left = left_to_send(locked)
    tracking = completed(tracking or {})
    chosen = left if quantities is None else {pk: n for pk, n in quantities.items() if n}
    refuse_what_cannot_be_sent(locked, chosen, left)
    parcel = Parcel.objects.create(
        order=locked,
        position=locked.parcels.count() + 1,
        sent_at=timezone.now(),
        **tracking,
    )
    ParcelLine.objects.bulk_create(
        ParcelLine(parcel=parcel, line_id=pk, quantity=quantity) for pk, quantity in chosen.items()
    )
    rest = {pk: quantity - chosen.get(pk, 0) for pk, quantity in left.items()}
    bring_to(locked, "partly_shipped" if any(rest.values()) else "shipped")
    record(locked, locked.status, by=by, is_public=True, **tracking, parcel=parcel.position)
    queue(mail_parcel, parcel_id=parcel.pk)
    order.refresh_from_db()
    return parcel


def refuse_what_cannot_be_sent(order, chosen: Mapping[int, int], left: Mapping[int, int]) -> None:
    """Raises NotPossible for no unit, and for more than is left."""
    if not chosen or any(quantity < 0 for quantity in chosen.values()):
        raise NotPossible(_("Choose at least one unit: an empty package cannot be sent."))
    for pk, quantity in chosen.items():
        still = left.get(pk, 0)
        if quantity > still:
            line = order.lines.filter(pk=pk).first()
            raise NotPossible(
                ngettext(
                    "%(product)s: only %(left)d unit is left to ship.",
                    "%(product)s: only %(left)d units are left to ship.",
                    still,
                )
                % {"product": line.title if line else pk, "left": still}
            )


def bring_to(order, status: str) -> None:
    """Set the order's state from its parcels. The caller has locked the order."""
    if order.status != status:
        order.set_status(status)
    # Lines get their status too, for code that reads Oscar's tables.
    left = left_to_send(order)
    sent = set(ParcelLine.objects.filter(parcel__order=order).values_list("line_id", flat=True))
    for line in order.lines.all():
        own = _state_of_line(status, is_sent=line.pk in sent, is_left=line.pk in left)
        if line.status != own:
            Line.objects.filter(pk=line.pk).update(status=own)


def _state_of_line(status: str, *, is_sent: bool, is_left: bool) -> str:
    if is_left:
        return "partly_shipped" if is_sent else "preparing"
    if not is_sent:
        return "cancelled"
    return "delivered" if status == "delivered" else "shipped"


@transaction.atomic
def deliver_parcel(*, parcel: Parcel, by) -> None:
    """Mark a parcel as delivered; the order too, if it was its last one and nothing is left to
    ship.

    Raises PermissionDenied, NotPossible.
    """
    check_may_act(by)
    locked = lock(parcel.order_id)
    parcel.refresh_from_db()
    if parcel.delivered_at or locked.status not in ("partly_shipped", "shipped"):
        raise NotPossible(_("This package is already marked as delivered."))
    _deliver(locked, [parcel], by=by)


@transaction.atomic
def deliver_all(*, order, by) -> None:
    """Mark all parcels of a completely shipped order as delivered. Raises PermissionDenied,
    NotPossible."""
    check_may_act(by)
    locked = lock(order.pk)
    if locked.status != "shipped":
        raise not_any_more(locked)
    _deliver(locked, list(locked.parcels.filter(delivered_at=None)), by=by)
    order.refresh_from_db()


def all_arrived(order) -> bool:
    """Whether all parcels are delivered."""
    return not order.parcels.filter(delivered_at=None).exists()


def mark_delivered(order, *, by) -> None:
    """Mark an order as delivered. The caller has locked the order."""
    bring_to(order, "delivered")
    record(order, "delivered", by=by, is_public=True)


def _deliver(order, parcels: list[Parcel], *, by) -> None:
    now = timezone.now()
    for parcel in parcels:
        parcel.delivered_at = now
        parcel.save(update_fields=["delivered_at"])
    if order.status == "shipped" and all_arrived(order):
        mark_delivered(order, by=by)
    else:
        for parcel in parcels:
            record(order, "parcel_delivered", by=by, is_public=True, parcel=parcel.position)


@transaction.atomic
def correct_parcel(*, parcel: Parcel, tracking: dict, by) -> bool:
    """Correct a parcel's carrier, tracking number or tracking URL, at any time. Returns False if
    nothing changed.

    The former values stay on the timeline, for staff. Raises PermissionDenied.
    """
    check_may_act(by)
    locked = lock(parcel.order_id)
    parcel.refresh_from_db()
    before = {name: getattr(parcel, name) for name in TRACKING}
    if tracking.get("url") == link_of(parcel):
        # The carrier's, not typed: it follows the number.
        tracking = {**tracking, "url": ""}
    tracking = completed(tracking)
    after = {name: tracking.get(name, "") for name in TRACKING}
    if before == after:
        return False
    for name, value in after.items():
        setattr(parcel, name, value)
    parcel.save(update_fields=list(TRACKING))
    record(
        locked,
        "tracking_corrected",
        by=by,
        parcel=parcel.position,
        was=" ".join(value for value in before.values() if value),
        now=" ".join(value for value in after.values() if value),
    )
    return True

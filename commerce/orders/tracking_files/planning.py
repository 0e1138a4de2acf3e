"""What becomes of the packages of a file.

``plan`` says what each would be, without writing; ``ship`` sends what can be sent, each package in
its own transaction. A package that is wrong holds back no other. What was sent already is known
again, so a file can be corrected and read once more.
"""

import logging
from collections import defaultdict
from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from oscar.core.loading import get_model

from markets.folding import fold

from ..acting import NotPossible
from ..models import Parcel
from ..parcels import AlreadySent, can_send, send_parcel
from ..states import STATUSES
from ..units import left_of_each
from .reading import NUMBER, READY, REFUSED, SENT, Package, packages_of

Order = get_model("order", "Order")

logger = logging.getLogger(__name__)


def plan(text: str) -> list[Package]:
    """The packages of the file, in its order, each with what would become of it. Nothing is
    written; seven queries, however long the file. Raises NotReadable."""
    packages = packages_of(text)
    _find_orders(packages)
    _refuse_numbers_used_twice(packages)
    _decide_units(packages)
    return packages


def ship(packages: Iterable[Package], *, by) -> None:
    """Send what is ready, each in its own transaction: afterwards it is sent, or refused with the
    reason. Raises PermissionDenied."""
    for package in packages:
        if package.state != READY:
            continue
        try:
            send_parcel(
                order=package.order,
                by=by,
                quantities=package.quantities,
                tracking={name: value for name, value in package.tracking.items() if value},
                # The same file may be sent twice at once.
                once=True,
            )
        except AlreadySent as sent:
            package.state, package.message = SENT, sent.message
        except NotPossible as refused:
            package.refuse(refused.message)
        except PermissionDenied:
            raise
        except Exception:
            # Those before it are sent: whoever reads the result must see which.
            logger.exception("A package of order %s could not be sent", package.typed)
            package.refuse(_("Something went wrong here: this package was not sent."))
        else:
            package.state, package.message = SENT, _("Sent now")


def _find_orders(packages: list[Package]) -> None:
    orders = Order.objects.filter(
        number__in={package.typed for package in packages}, placement__isnull=False
    ).prefetch_related("lines", "parcels")
    known = {order.number: order for order in orders}
    for package in packages:
        package.order = known.get(package.typed)
        if package.state == REFUSED:
            continue
        if package.order is None:
            package.refuse(_("There is no order with this number."))
        elif any(one.number == package.tracking[NUMBER] for one in package.order.parcels.all()):
            package.state, package.message = SENT, _("Sent before, with this number")
        elif not can_send(package.order):
            status = package.order.status
            package.refuse(
                _("The order is “%(state)s”: only what is being prepared can be sent.")
                % {"state": STATUSES.get(status, status)}
            )


def _refuse_numbers_used_twice(packages: list[Package]) -> None:
    """A carrier gives a number once: twice is a slip in copying."""
    numbers = [package.tracking[NUMBER] for package in packages if package.state == READY]
    used = dict(Parcel.objects.filter(number__in=numbers).values_list("number", "order__number"))
    first: dict[str, Package] = {}
    for package in packages:
        if package.state != READY:
            continue
        number = package.tracking[NUMBER]
        if number in used:
            package.refuse(
                _("Order %(number)s was sent with this tracking number already.")
                % {"number": used[number]}
            )
        elif number in first:
            package.refuse(
                _("This tracking number stands in line %(line)d for another order.")
                % {"line": first[number].lines[0]}
            )
        else:
            first[number] = package


def _decide_units(packages: list[Package]) -> None:
    """What goes into each package, of what the packages before it leave."""
    ready = [package for package in packages if package.state == READY]
    left = left_of_each({package.order.pk for package in ready})
    for package in ready:
        others = (one for one in packages if one.order and one.order.pk == package.order.pk)
        if not package.units and any(one.state == REFUSED for one in others):
            # What belongs into those would go into this one.
            package.refuse(
                _("Other lines of this order are wrong: correct them, or name the SKUs in here.")
            )
            continue
        rest = left[package.order.pk]
        if not rest:
            package.refuse(
                _("Lines above send all of this order. Say by SKU and quantity what goes where.")
            )
            continue
        if not package.units:
            package.quantities, left[package.order.pk] = dict(rest), {}
            continue
        try:
            package.quantities = _units(package, rest)
        except NotPossible as wrong:
            package.refuse(wrong.message)
            continue
        left[package.order.pk] = {
            pk: units - package.quantities.get(pk, 0)
            for pk, units in rest.items()
            if units > package.quantities.get(pk, 0)
        }


def _units(package: Package, rest: dict[int, int]) -> dict[int, int]:
    """Units by the line's primary key. Raises NotPossible."""
    by_sku = defaultdict(list)
    for line in package.order.lines.all():
        for sku in {fold(line.upc or ""), fold(line.partner_sku)}:
            by_sku[sku].append(line.pk)
    # Products without one are found by no cell.
    by_sku.pop("", None)
    wanted: dict[int, int] = {}
    for sku, typed in package.units:
        lines = [pk for pk in by_sku.get(fold(sku), []) if pk in rest]
        if not lines:
            raise NotPossible(_("%(sku)s: nothing of it is left to send.") % {"sku": sku})
        if not (typed.isdecimal() and len(typed) < 7 and int(typed)):
            raise NotPossible(_("%(sku)s: enter how many, as a whole number.") % {"sku": sku})
        # Two lines of one product are rare: the first that has any left.
        pk = lines[0]
        wanted[pk] = wanted.get(pk, 0) + int(typed)
        if wanted[pk] > rest[pk]:
            raise NotPossible(
                ngettext(
                    "%(product)s: only %(left)d unit is left to ship.",
                    "%(product)s: only %(left)d units are left to ship.",
                    rest[pk],
                )
                % {"product": sku, "left": rest[pk]}
            )
    return wanted

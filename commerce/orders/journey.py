"""Where an order is: its parcels and its timeline."""

from django.db.models import prefetch_related_objects
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from markets.dates import format_moment

from .events import label
from .models import CancelledLine
from .states import WAY
from .units import left_to_send

FAILURES = {"payment_declined", "cancelled", "paid_too_late"}

# What brings an order further.
STEPS = {"placed", "confirmed", "revived", "preparing", "partly_shipped", "shipped"}


class Journey:
    """A part of ``presentation.OrderView``, with its ``order``, ``edition`` and ``when``."""

    @cached_property
    def parcels(self) -> list[dict]:
        """What left so far, in the order it left, each with its lines and tracking."""
        prefetch_related_objects([self.order], "parcels__lines__line")
        rows = list(self.order.parcels.all())
        several = len(rows) > 1 or bool(self.still_to_come or self.never_sent)
        return [
            {
                "position": row.position,
                "name": _("Package %(number)d") % {"number": row.position} if several else "",
                "carrier": row.carrier,
                "number": row.number,
                "url": row.url,
                "state": _("Delivered on %(when)s") % {"when": self.when(row.delivered_at)}
                if row.delivered_at
                else _("Sent on %(when)s") % {"when": self.when(row.sent_at)},
                "is_delivered": row.delivered_at is not None,
                "lines": [
                    {"title": held.line.title, "quantity": held.quantity}
                    for held in row.lines.all()
                ],
            }
            for row in rows
        ]

    @cached_property
    def still_to_come(self) -> list[dict]:
        """What is in no parcel yet, once a first one left."""
        if self.order.status != "partly_shipped":
            return []
        left = left_to_send(self.order)
        return [
            {"title": line.title, "quantity": left[line.pk]}
            for line in self.order.lines.order_by("pk")
            if line.pk in left
        ]

    @cached_property
    def never_sent(self) -> list[dict]:
        """What will not be sent: the rest of an order that was sent in part."""
        if self.order.status not in ("shipped", "delivered"):
            return []
        rows = CancelledLine.objects.filter(line__order=self.order).select_related("line")
        return [
            {"line": row.line_id, "title": row.line.title, "quantity": row.quantity} for row in rows
        ]

    def _which_parcel(self, event) -> str:
        position = event.detail.get("parcel")
        named = {parcel["position"]: parcel["name"] for parcel in self.parcels} if position else {}
        return named.get(position, "")

    @cached_property
    def timeline(self) -> list[dict]:
        """What happened and what is still to come, for components/timeline.html."""
        events = [event for event in self.order.events.all() if event.is_public]
        shown = [
            {
                "label": label(event.kind),
                "time": format_moment(event.created_at, self.edition),
                "note": event.detail.get("note", "") or self._which_parcel(event),
                "state": "failed" if event.kind in FAILURES else "done",
            }
            for event in events
        ]
        if self.order.status in ("expired", "cancelled"):
            if self.order.status == "expired":
                shown.append({"label": label("expired"), "time": "", "state": "failed"})
            return shown
        if self.order.status == "pending":
            shown.append({"label": self.status_text, "time": "", "state": "current"})
        elif self.order.status != "delivered":
            # Where it is now; money that went back since then is no place.
            steps = [one for one, event in zip(shown, events, strict=True) if event.kind in STEPS]
            if steps:
                steps[-1]["state"] = "current"
        happened = {event.kind for event in events}
        if self.order.status in ("shipped", "delivered"):
            # In parcels, the last of which may never have left: nothing of it is still to come.
            happened.add("shipped")
        shown += [
            {"label": label(kind), "time": "", "state": "next"}
            for kind in WAY
            if kind not in happened
        ]
        return shown

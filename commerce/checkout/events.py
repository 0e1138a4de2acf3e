"""The order's timeline: what happened, in words for staff and customers."""

from django.utils.translation import gettext_lazy as _

from .models import OrderEvent

LABELS = {
    "placed": _("Order placed"),
    "payment_started": _("Payment started"),
    "payment_declined": _("Payment declined"),
    "payment_received": _("Payment received"),
    "confirmed": _("Order confirmed"),
    "preparing": _("Preparing"),
    "partly_shipped": _("Partially shipped"),
    "shipped": _("On its way"),
    "parcel_delivered": _("A parcel was delivered"),
    "tracking_corrected": _("Tracking corrected"),
    "rest_cancelled": _("The rest was canceled"),
    "delivered": _("Delivered"),
    "cancelled": _("Canceled"),
    "expired": _("Not paid in time: the items were released"),
    "replaced": _("Replaced by a newer order of the same cart"),
    "revived": _("Paid after the deadline; the items were still in stock"),
    "paid_too_late": _("Paid after the deadline; the items were sold out"),
    "refunded": _("Money refunded"),
    "mail_refunded": _("Refund mail sent"),
    "refund_failed": _("Refund failed: do it by hand"),
    "mail_received": _("Mail with payment instructions sent"),
    "mail_confirmed": _("Confirmation mail sent"),
    "mail_shipped": _("Shipping mail sent"),
    "mail_cancelled": _("Cancellation mail sent"),
    "mail_rest_cancelled": _("Email about the canceled rest sent"),
    "mail_resent": _("Mail sent once more"),
    "note": _("Note"),
}


def record(order, kind: str, *, by=None, is_public: bool = False, **detail) -> OrderEvent:
    """Add to an order's timeline. ``detail`` must be plain JSON."""
    return OrderEvent.objects.create(
        order=order, kind=kind, by=by, is_public=is_public, detail=detail
    )


def label(kind: str) -> str:
    return str(LABELS.get(kind, kind))

"""The timeline of an order: record events, with texts for staff and customers."""

from django.utils.translation import gettext_lazy as _

from .models import OrderEvent

LABELS = {
    "placed": _("Order placed"),
    "payment_started": _("Payment started"),
    "payment_declined": _("Payment declined"),
    "method_chosen": _("Another payment method chosen"),
    "part_paid": _("Part of the payment received"),
    "payment_received": _("Payment received"),
    "confirmed": _("Order confirmed"),
    "preparing": _("Preparing"),
    "partly_shipped": _("Partially shipped"),
    "shipped": _("On its way"),
    "parcel_delivered": _("Package delivered"),
    "tracking_corrected": _("Tracking updated"),
    "rest_cancelled": _("The rest was canceled"),
    "delivered": _("Delivered"),
    "cancelled": _("Canceled"),
    "expired": _("Not paid in time: the items were released"),
    "replaced": _("Replaced by a newer order of the same cart"),
    "revived": _("Paid after the deadline; the items were still in stock"),
    "paid_too_late": _("Paid after the deadline; the items were sold out"),
    "payment_stuck": _("A payment has been on its way for two weeks: ask its provider"),
    "paid_twice": _("Paid more than once; the surplus is being refunded"),
    "refunded": _("Money refunded"),
    "mail_refunded": _("Refund email sent"),
    "disputed": _("The cardholder disputed it at their bank"),
    "dispute_answered": _("The dispute was answered: the bank is deciding"),
    "dispute_won": _("Dispute won: the money is here"),
    "dispute_lost": _("Dispute lost: the bank keeps the money"),
    "refund_failed": _("Refund failed: issue it manually"),
    "mail_received": _("Payment instructions email sent"),
    "mail_confirmed": _("Confirmation email sent"),
    "mail_shipped": _("Shipping email sent"),
    "mail_cancelled": _("Cancellation email sent"),
    "mail_rest_cancelled": _("Email about the canceled rest sent"),
    "mail_resent": _("Email resent"),
    "note": _("Note"),
}


def record(order, kind: str, *, by=None, is_public: bool = False, **detail) -> OrderEvent:
    """Add an entry to an order's timeline. ``detail``: JSON values; ``is_public``: shown to the
    customer."""
    return OrderEvent.objects.create(
        order=order, kind=kind, by=by, is_public=is_public, detail=detail
    )


def label(kind: str) -> str:
    return str(LABELS.get(kind, kind))

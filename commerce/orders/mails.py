"""Mails about an order, each sent once, in the language in which the order was placed."""

from typing import Any

from django.urls import reverse
from django.utils import translation
from oscar.core.loading import get_model

from background.outbox import queue
from background.retries import retrying_task
from commerce.gateways.models import Refund
from markets.sellers import address_at
from people.mails import CUSTOMER, Mail, register_mail, send_mail

from .events import record
from .models import Parcel, Placement
from .presentation import OrderView

KINDS = ("received", "confirmed", "shipped", "cancelled", "rest_cancelled", "refunded")


def queue_order_mail(order, kind: str, *, again: bool = False) -> None:
    """Queue a mail within the transaction: ``received``, ``confirmed``, ``shipped``, ``cancelled``,
    ``rest_cancelled``.

    ``again``: a resend, which is on the timeline already.
    """
    queue(mail_order, order_id=order.pk, kind=kind, again=again)


@retrying_task(max_attempts=8)
def mail_order(order_id: int, kind: str, again: bool = False, refund_id: int | None = None) -> None:
    """Task: send a mail unless it was sent before. ``refund_id``: the refund that it is about."""
    order = get_model("order", "Order").objects.select_related("placement").get(pk=order_id)
    send_order_mail(order, kind, again=again, refund_id=refund_id)


def send_order_mail(
    order,
    kind: str,
    *,
    again: bool = False,
    refund_id: int | None = None,
    parcel: Parcel | None = None,
) -> bool:
    """Send a mail unless the timeline says that it was sent. Returns False if it was.

    ``again`` sends it in any case, without another entry on the timeline. Each refund and each
    parcel has a mail of its own.
    """
    event, about = f"mail_{kind}", {}
    if refund_id:
        about["refund"] = refund_id
    if parcel:
        about["parcel"] = parcel.position
    told = order.events.filter(
        kind=event, **{f"detail__{name}": value for name, value in about.items()}
    )
    if not again and told.exists():
        return False
    placement = order.placement
    with translation.override(placement.edition):
        context = _words(order)
        view = context["order"]
        if refund_id:
            refund = Refund.objects.select_related("payment").get(pk=refund_id)
            context["refund"] = view.refund_words(refund)
        if parcel:
            own = [shown for shown in view.parcels if shown["position"] == parcel.position]
            context["parcels"] = own
    send_mail(
        template=f"orders/mail/{kind}",
        to=placement.email,
        edition=placement.edition,
        base=placement.base,
        context=context,
    )
    if not again:
        record(order, event, **about)
    return True


@retrying_task(max_attempts=8)
def mail_parcel(parcel_id: int) -> None:
    """Task: mail the customer that this parcel was shipped, unless it was sent before."""
    parcel = Parcel.objects.select_related("order__placement").get(pk=parcel_id)
    send_order_mail(parcel.order, "shipped", parcel=parcel)


def _words(order) -> dict[str, Any]:
    placement = order.placement

    def address(name: str) -> str:
        path = reverse(f"orders:{name}", kwargs={"number": order.number})
        return address_at(placement.base, path, placement.edition)

    return {
        "order": OrderView(order, edition=placement.edition, for_mail=True),
        "order_url": address("detail"),
        "receipt_url": address("receipt"),
    }


def _sample(edition: str) -> dict[str, Any] | None:
    """Sample context for previews: the newest order of the edition, as if refunded in full."""
    placed = Placement.objects.filter(edition=edition).select_related("order")
    placement = placed.order_by("-pk").first()
    if placement is None:
        return None
    with translation.override(edition):
        context = _words(placement.order)
    view = context["order"]
    whole = Refund(payment=view.payments.current, amount=placement.order.total_incl_tax)
    return context | {"refund": view.refund_words(whole)}


def register_mails() -> None:
    for kind in KINDS:
        register_mail(Mail(f"orders/mail/{kind}", to=CUSTOMER, sample=_sample))
    register_mail(Mail("orders/mail/unknown", to=CUSTOMER, sample=lambda edition: {}))

"""The mails of an order, each sent once, in the language the order was placed in."""

from django.urls import reverse
from django.utils import translation
from oscar.core.loading import get_model

from background.outbox import queue
from background.retries import retrying_task
from commerce.gateways.models import Refund
from markets.sellers import address_at
from people.mails import send_mail

from .events import record
from .models import Parcel
from .presentation import OrderView


def queue_order_mail(order, kind: str, *, again: bool = False) -> None:
    """Have a mail sent once the transaction commits: ``received``, ``confirmed``, ``shipped``,
    ``cancelled``, ``rest_cancelled``.

    ``again``: somebody asked for it once more, and the timeline says so already.
    """
    queue(mail_order, order_id=order.pk, kind=kind, again=again)


@retrying_task(max_attempts=8)
def mail_order(order_id: int, kind: str, again: bool = False, refund_id: int | None = None) -> None:
    """Send the mail unless it was sent before. ``refund_id``: which refund it tells of."""
    order = get_model("order", "Order").objects.select_related("placement").get(pk=order_id)
    send_order_mail(order, kind, again=again, refund_id=refund_id)


def send_order_mail(order, kind: str, *, again: bool = False, refund_id: int | None = None) -> bool:
    """Send it unless it was sent before; the timeline remembers. False where it was.

    ``again`` sends it in any case, and leaves no further mark. An order can have several
    refunds: each has its own mail.
    """
    event = f"mail_{kind}"
    about = {"refund": refund_id} if refund_id else {}
    told = order.events.filter(kind=event)
    if refund_id:
        told = told.filter(detail__refund=refund_id)
    if not again and told.exists():
        return False
    placement = order.placement
    with translation.override(placement.variant):
        view = OrderView(order, variant=placement.variant, for_mail=True)
        context = {
            "order": view,
            "order_url": address_at(
                placement.base,
                reverse("orders:detail", kwargs={"number": order.number}),
                placement.variant,
            ),
        }
        if refund_id:
            amount = Refund.objects.get(pk=refund_id).amount
            context["refund"] = {"amount_text": view.money(amount)}
    send_mail(
        template=f"orders/mail/{kind}",
        to=placement.email,
        variant=placement.variant,
        base=placement.base,
        context=context,
    )
    if not again:
        record(order, event, **about)
    return True


@retrying_task(max_attempts=8)
def mail_parcel(parcel_id: int) -> None:
    """Tell the customer that this parcel is on its way, once; the timeline remembers."""
    parcel = Parcel.objects.select_related("order__placement").get(pk=parcel_id)
    order, placement = parcel.order, parcel.order.placement
    if order.events.filter(kind="mail_shipped", detail__parcel=parcel.position).exists():
        return
    with translation.override(placement.variant):
        view = OrderView(order, variant=placement.variant, for_mail=True)
        context = {
            "order": view,
            "parcels": [shown for shown in view.parcels if shown["position"] == parcel.position],
            "order_url": address_at(
                placement.base,
                reverse("orders:detail", kwargs={"number": order.number}),
                placement.variant,
            ),
        }
    send_mail(
        template="orders/mail/shipped",
        to=placement.email,
        variant=placement.variant,
        base=placement.base,
        context=context,
    )
    record(order, "mail_shipped", parcel=parcel.position)

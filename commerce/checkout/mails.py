"""The mails of an order, each sent once, in the language the order was placed in."""

from django.db import transaction
from django.urls import reverse
from django.utils import translation

from markets.sellers import address_at
from people.mails import send_mail

from .events import record


def queue_order_mail(order, kind: str, *, again: bool = False) -> None:
    """Have a mail sent after commit: ``received``, ``confirmed``, ``shipped``, ``cancelled``.

    ``again``: somebody asked for it once more, and the timeline says so already.
    """
    from .tasks import mail_order

    transaction.on_commit(lambda: mail_order.enqueue(order_id=order.pk, kind=kind, again=again))


def send_order_mail(order, kind: str, *, again: bool = False) -> bool:
    """Send it unless it was sent before; the timeline remembers. False where it was.

    ``again`` sends it in any case, and leaves no further mark.
    """
    from commerce.order.presentation import OrderView

    event = f"mail_{kind}"
    if not again and order.events.filter(kind=event).exists():
        return False
    placement = order.placement
    with translation.override(placement.variant):
        view = OrderView(order, variant=placement.variant, absolute=True)
        context = {
            "order": view,
            "order_url": address_at(
                placement.base,
                reverse("orders:detail", kwargs={"number": order.number}),
                placement.variant,
            ),
        }
    send_mail(
        template=f"order/mail/{kind}",
        to=placement.email,
        variant=placement.variant,
        base=placement.base,
        context=context,
    )
    if not again:
        record(order, event)
    return True

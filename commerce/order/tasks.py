"""What happens to parcels outside the request."""

from django.urls import reverse
from django.utils import translation

from background.retries import retrying_task
from commerce.checkout.events import record
from commerce.checkout.models import Parcel
from markets.sellers import address_at
from people.mails import send_mail

from .presentation import OrderView


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
        template="order/mail/shipped",
        to=placement.email,
        variant=placement.variant,
        base=placement.base,
        context=context,
    )
    record(order, "mail_shipped", parcel=parcel.position)

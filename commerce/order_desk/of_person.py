"""What somebody has ordered, on their page in the back office."""

from django.db.models import F, Sum
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from oscar.core.loading import get_model

from commerce.gateways.models import Payment
from markets.lookup import get_market, language_of
from markets.money import staff_money
from people.panels import Panel, person_panels

from .access import may_look
from .rows import RELATED, OrderRow

Order = get_model("order", "Order")

SHOWN = 20


def orders_of(person, request) -> str:
    """The latest orders, what was paid (less what went back) in each market, and where parcels
    went or may go. "" for whoever may not look at orders. At most five queries.
    """
    if not may_look(request.user):
        return ""
    orders = Order.objects.filter(placement__person=person)
    latest = list(_rows(orders)[:SHOWN])
    addresses = [order.shipping_address for order in latest if order.shipping_address]
    if person.user_id:
        addresses = [*person.user.addresses.all(), *addresses]
    return render_to_string(
        "order_desk/of_person.html",
        {
            "rows": [
                {"row": OrderRow(one), "url": reverse("order_desk:detail", args=[one.number])}
                for one in latest
            ],
            "spent": _spent(orders),
            "count": len(latest) if len(latest) < SHOWN else orders.count(),
            "addresses": list(dict.fromkeys(address.summary for address in addresses)),
        },
        request=request,
    )


def _rows(orders):
    latest = orders.order_by("-date_placed", "-pk")
    return latest.select_related(*RELATED).prefetch_related("payments")


def _spent(orders) -> list[str]:
    """What was paid and kept, an amount for each market with a payment."""
    sums = (
        Payment.objects.paid()
        .that_count()
        .filter(order__in=orders)
        .order_by("order__placement__market")
        .values_list("order__placement__market", "currency")
        .annotate(kept=Sum(F("amount") - F("refunded")))
    )
    language = language_of(get_language() or "")
    return [
        staff_money(kept, currency, get_market(market).edition(language))
        for market, currency, kept in sums
    ]


def register() -> None:
    person_panels.register(Panel(heading=_("Orders"), html=orders_of, icon="order", order=10))

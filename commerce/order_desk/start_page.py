"""The order desk on the start page: what waits, and what was sold."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cms.back_office.start_page import StartPanel, Waiting
from commerce.books.models import Difference
from markets.lookup import language_of
from markets.money import staff_money
from markets.names import country_name

from . import access, queues, sales

WAITING = ("packing", "transfer", "expiring", "refund", "dispute")
# Told while there are any.
RARE = ("dispute",)
# The height of the chart, in its own units.
HEIGHT = 60


def waiting_orders(request) -> list[Waiting]:
    index = reverse("order_desk:index")
    found = queues.counts(*WAITING)
    return [
        Waiting(count, queues.LABELS[queue], f"{index}?queue={queue}")
        for queue, count in found.items()
        if count or queue not in RARE
    ]


def open_differences(request) -> list[Waiting]:
    """Told while there are any: on a healthy day nobody reads of them."""
    count = Difference.objects.open().count()
    label = _("Differences between providers and orders")
    return [Waiting(count, label, reverse("differences:index"))] if count else []


class SalesPanel(StartPanel):
    """Orders and revenue of each market, by day, against the days before: for whoever handles
    orders. Looking one up, as the consultant desk does, is not that."""

    code, order = "sales", 20
    heading = _("Sales of the last 14 days")
    icon = "order"
    is_wide = True
    template_name = "order_desk/start/sales.html"

    def is_for(self, user):
        return access.may_act(user)

    def values(self, request):
        language = language_of(get_language() or "")
        return {"markets": [_figures(one, language) for one in sales.recent_sales()]}


def _figures(sold: sales.MarketSales, language: str) -> dict:
    edition = sold.market.edition(language)

    def money(amount) -> str:
        return staff_money(amount, sold.market.currency, edition, whole=True)

    most = max(day.amount for day in sold.days)
    return {
        "code": sold.market.code,
        "name": country_name(sold.market),
        "url": _list_of(sold),
        "amount": money(sold.amount),
        "amount_before": money(sold.amount_before),
        "orders": sold.orders,
        "orders_before": sold.orders_before,
        "change": sold.change,
        "size_of_change": abs(sold.change or 0),
        "refunded": money(sold.refunded),
        "today": {"orders": sold.days[-1].orders, "amount": money(sold.days[-1].amount)},
        "days": [
            {
                "day": day.day,
                "orders": day.orders,
                "amount": money(day.amount),
                "left": number * 20 + 3,
                "top": HEIGHT - height,
                "height": height,
            }
            for number, day in enumerate(sold.days)
            for height in [_height(day.amount, most)]
        ],
    }


def _height(amount, most) -> int:
    """A day on which anything was sold is seen."""
    return max(2, round(amount / most * HEIGHT)) if amount else 0


def _list_of(sold: sales.MarketSales) -> str:
    """The list of the orders that the figures count."""
    query = {
        "market": sold.market.code,
        "sold_from": sold.days[0].day.isoformat(),
        "sold_to": sold.days[-1].day.isoformat(),
    }
    return f"{reverse('order_desk:index')}?{urlencode(query)}"

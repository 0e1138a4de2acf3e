"""Filters of the order list."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import django_filters
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from oscar.core.loading import get_model
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet

from commerce.gateways.models import Payment
from commerce.gateways.registry import all_gateways
from commerce.orders.states import STATUSES
from markets.fields import market_choices
from markets.lookup import all_markets

from . import queues, sales

Order = get_model("order", "Order")


def gateway_choices():
    return [(code, gateway.default_name) for code, gateway in all_gateways().items()]


class OrderFilterSet(WagtailFilterSet):
    queue = django_filters.ChoiceFilter(
        label=_("To do"),
        choices=list(queues.LABELS.items()),
        method="waiting",
        empty_label=_("All"),
    )
    status = django_filters.MultipleChoiceFilter(label=_("State"), choices=list(STATUSES.items()))
    payment_state = django_filters.MultipleChoiceFilter(
        label=_("Payment"), method="told_by_payments", choices=Payment.State.choices
    )
    method = django_filters.ChoiceFilter(
        label=_("Payment method"),
        method="told_by_gateway",
        choices=gateway_choices,
        empty_label=_("All"),
    )
    market = django_filters.ChoiceFilter(
        label=_("Market"),
        field_name="placement__market",
        choices=market_choices,
        empty_label=_("All"),
    )
    placed = django_filters.DateFromToRangeFilter(
        label=_("Placed"),
        method="placed_between",
        widget=DateRangePickerWidget,
        help_text=_("Days on each market's own clock."),
    )

    sold = django_filters.DateFromToRangeFilter(
        label=_("Sold"),
        method="sold_in_days",
        widget=DateRangePickerWidget,
        help_text=_("Confirmed on these days of each market's own clock, and not canceled since."),
    )

    class Meta:
        model = Order
        fields = []

    def waiting(self, queryset, name, value):
        return queryset.filter(queues.waiting_in(value))

    def told_by_payments(self, queryset, name, value):
        return queryset.filter(pk__in=_orders_told_by(state__in=value))

    def told_by_gateway(self, queryset, name, value):
        return queryset.filter(pk__in=_orders_told_by(gateway=value))

    def sold_in_days(self, queryset, name, value):
        first, last = (bound and bound.date() for bound in (value.start, value.stop))
        return queryset.filter(sales.sold_between(first, last))

    def placed_between(self, queryset, name, value):
        placed = Q()
        for market in all_markets():
            zone = ZoneInfo(market.time_zone)
            here = Q(placement__market=market.code)
            if value.start:
                here &= Q(date_placed__gte=_midnight(value.start, zone))
            if value.stop:
                here &= Q(date_placed__lt=_midnight(value.stop + timedelta(days=1), zone))
            placed |= here
        return queryset.filter(placed)


def _orders_told_by(**payment):
    return Payment.objects.that_tell().filter(**payment).values("order")


def _midnight(day: datetime, zone: ZoneInfo) -> datetime:
    return datetime.combine(day.date(), time.min, tzinfo=zone)

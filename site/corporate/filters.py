import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet

from markets.fields import market_choices
from markets.lookup import get_market

from .models import ContactMessage


class ContactMessageFilterSet(WagtailFilterSet):
    """How the back office narrows the list of messages."""

    status = django_filters.ChoiceFilter(label=_("Status"), choices=ContactMessage.Status.choices)
    market = django_filters.ChoiceFilter(
        label=_("Market"), choices=market_choices, method="in_market"
    )
    created_at = django_filters.DateFromToRangeFilter(
        label=_("Received"), widget=DateRangePickerWidget
    )

    class Meta:
        model = ContactMessage
        fields = []

    def in_market(self, queryset, name, value):
        return queryset.filter(edition__in=get_market(value).editions)

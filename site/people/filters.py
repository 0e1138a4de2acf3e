import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet

from markets.fields import market_choices

from .models import Person


class PersonFilterSet(WagtailFilterSet):
    """How the back office narrows the list of people."""

    market = django_filters.ChoiceFilter(
        label=_("Market"), choices=market_choices, method="in_market"
    )
    source = django_filters.MultipleChoiceFilter(label=_("Source"), choices=Person.Source.choices)
    kind = django_filters.ChoiceFilter(
        label=_("Kind"),
        choices=[("registered", _("With an account")), ("guests", _("Guest"))],
        method="of_kind",
    )
    created_at = django_filters.DateFromToRangeFilter(
        label=_("Created"), widget=DateRangePickerWidget
    )

    class Meta:
        model = Person
        fields = []

    def in_market(self, queryset, name, value):
        return queryset.in_market(value)

    def of_kind(self, queryset, name, value):
        return queryset.guests() if value == "guests" else queryset.registered()

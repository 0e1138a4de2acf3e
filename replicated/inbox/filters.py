import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet

from markets.fields import market_choices
from markets.lookup import get_market
from replicated.consultants.models import Consultant

from .models import ConsultantMessage

STATES = [
    ("unread", _("Not read")),
    ("unanswered", _("Not answered")),
    ("answered", _("Answered")),
]


class MessageFilterSet(WagtailFilterSet):
    """Filters of the back office's list of messages to consultants."""

    consultant = django_filters.CharFilter(
        label=_("Consultant"), method="of_consultant", help_text=_("Name, code or site name")
    )
    state = django_filters.ChoiceFilter(label=_("State"), choices=STATES, method="in_state")
    market = django_filters.ChoiceFilter(
        label=_("Market"), choices=market_choices, method="in_market"
    )
    created_at = django_filters.DateFromToRangeFilter(
        label=_("Received"), widget=DateRangePickerWidget
    )

    class Meta:
        model = ConsultantMessage
        fields = []

    def of_consultant(self, queryset, name, value):
        found = Consultant.objects.matching(value.replace("\x00", ""))
        return queryset.filter(consultant__in=found)

    def in_state(self, queryset, name, value):
        if value == "answered":
            return queryset.exclude(answered_at=None)
        return queryset.unread() if value == "unread" else queryset.unanswered()

    def in_market(self, queryset, name, value):
        return queryset.filter(edition__in=get_market(value).editions)

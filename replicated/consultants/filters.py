import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet

from markets.fields import market_choices

from .models import Consultant


class ConsultantFilterSet(WagtailFilterSet):
    """Filters of the back office's list of consultants."""

    market = django_filters.ChoiceFilter(label=_("Home market"), choices=market_choices)
    state = django_filters.MultipleChoiceFilter(label=_("State"), choices=Consultant.State.choices)
    site_type = django_filters.ChoiceFilter(
        label=_("Kind of site"), choices=Consultant.SiteType.choices
    )
    site_active = django_filters.BooleanFilter(label=_("Site is open"))
    created_at = django_filters.DateFromToRangeFilter(
        label=_("Since"), widget=DateRangePickerWidget
    )

    class Meta:
        model = Consultant
        fields = []

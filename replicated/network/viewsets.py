"""Back-office views of the network: the tree as a list, and zones."""

import django_filters
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from cms.back_office import menu
from markets.fields import market_choices
from people.undeletable import UndeletableViewSet
from replicated.consultants.models import Consultant

from .downline import downline_of
from .models import Position, Zone
from .views import PlaceView


class PositionFilterSet(WagtailFilterSet):
    zone = django_filters.ModelChoiceFilter(label=_("Zone"), queryset=Zone.objects.all())
    market = django_filters.ChoiceFilter(
        label=_("Home market"), field_name="consultant__market", choices=market_choices
    )
    state = django_filters.ChoiceFilter(
        label=_("State"), field_name="consultant__state", choices=Consultant.State.choices
    )
    under = django_filters.CharFilter(
        label=_("In the team of"), method="in_team_of", help_text=_("The code of a consultant.")
    )

    class Meta:
        model = Position
        fields = []

    def in_team_of(self, queryset, name, value):
        leader = Position.objects.filter(consultant__code__iexact=value.strip()).first()
        return queryset.filter(pk__in=downline_of(leader).values("pk") if leader else [])


class PositionIndexView(generic.IndexView):
    any_permission_required = ["view"]

    def get_base_queryset(self):
        return super().get_base_queryset().for_names().with_direct_team()

    def search_queryset(self, queryset):
        return queryset.matching(self.search_query) if self.search_query else queryset


def _name(position: Position) -> str:
    """The name, indented by level."""
    return format_html(
        '<a href="{}" style="display: inline-block; padding-inline-start: {}rem">{}</a>',
        reverse("consultant:inspect", args=[position.pk]),
        min(position.depth - 1, 8) * 1.25,
        position.consultant.name,
    )


class PositionViewSet(ModelViewSet):
    model = Position
    name = "network"
    url_prefix = "network"
    icon = "group"
    menu_label = _("Network")
    menu_hook = menu.SELLERS
    menu_order = 20
    add_to_reference_index = False
    copy_view_enabled = False
    index_view_class = PositionIndexView
    filterset_class = PositionFilterSet
    search_fields = ["consultant__code"]
    search_backend_name = None
    list_per_page = 50
    ordering = ["path"]
    form_fields = ["zone"]
    list_display = [
        Column("name", label=_("Name"), accessor=_name),
        Column("code", label=_("Code"), accessor="consultant.code"),
        Column("depth", label=_("Level"), sort_key="depth"),
        Column(
            "sponsor",
            label=_("Sponsor"),
            accessor=lambda position: position.sponsor.consultant.name if position.sponsor else "",
        ),
        Column("zone", label=_("Zone"), accessor=lambda position: position.zone or ""),
        Column("direct_team", label=_("Sponsored directly"), sort_key="direct_team"),
        DateColumn("placed_at", label=_("Since"), sort_key="placed_at"),
    ]

    def get_urlpatterns(self):
        # Consultants are placed by a form on their own page.
        kept = [url for url in super().get_urlpatterns() if url.name in ("index", "index_results")]
        return [*kept, path("<int:pk>/place/", PlaceView.as_view(), name="place")]

    def get_common_view_kwargs(self, **kwargs):
        common = super().get_common_view_kwargs(**kwargs)
        for name in ("add", "edit", "delete", "copy", "inspect", "history", "usage"):
            common.pop(f"{name}_url_name", None)
        return common

    def register_admin_url_finder(self):
        """None: a position is shown on the consultant's page."""


class ZoneViewSet(UndeletableViewSet):
    """Zones. They can be closed, but not deleted."""

    model = Zone
    name = "zones"
    url_prefix = "zones"
    icon = "site"
    menu_label = _("Zones")
    menu_hook = menu.SELLERS
    menu_order = 30
    add_to_reference_index = False
    copy_view_enabled = False
    search_fields = ["code", "name"]
    search_backend_name = None
    list_per_page = 50
    ordering = ["market", "name"]
    form_fields = ["market", "code", "name", "is_open"]
    list_display = [
        "name",
        Column("code", label=_("Code"), sort_key="code"),
        Column("get_market_display", label=_("Market"), sort_key="market"),
        BooleanColumn("is_open", label=_("Open"), sort_key="is_open"),
    ]

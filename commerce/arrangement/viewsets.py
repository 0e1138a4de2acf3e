"""Back-office views of the catalogue order and of themed days."""

from django.urls import path
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import BooleanColumn, Column

from commerce.backoffice.viewsets import CatalogueViewSet
from markets.names import country_names

from . import access
from .forms import ThemedDayForm
from .models import CatalogueOrder, ThemedDay
from .views import ArrangeView


class ArrangeMenuItem(MenuItem):
    def is_shown(self, request):
        return access.may_arrange(request.user)


class ArrangementViewSet(CatalogueViewSet):
    """The arranging screen."""

    model = CatalogueOrder
    name = "order"
    icon = "grip"
    menu_label = _("Catalog order")
    menu_order = 50
    form_class = None

    @cached_property
    def menu_item_class(self):
        return ArrangeMenuItem

    def get_urlpatterns(self):
        view = self.construct_view(ArrangeView, index_url_name=self.get_url_name("index"))
        return [path("", view, name="index")]

    def get_common_view_kwargs(self, **kwargs):
        return {"model": self.model, "header_icon": self.icon} | kwargs

    def register_admin_url_finder(self):
        """None: catalogue orders have no page of their own, one screen shows them all."""


def market_names(themed) -> str:
    return country_names(themed.markets) or str(_("All"))


class ThemedDayViewSet(CatalogueViewSet):
    model = ThemedDay
    name = "themed-days"
    icon = "date"
    menu_label = _("Themed days")
    menu_order = 60
    form_class = ThemedDayForm
    list_display = [
        "name",
        "first_day",
        "last_day",
        Column("markets", label=_("Markets"), accessor=market_names),
        BooleanColumn("is_active", label=_("Active")),
    ]
    ordering = ["-first_day"]

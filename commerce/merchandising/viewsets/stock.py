from django.urls import path
from django.utils.translation import gettext_lazy as _
from oscar.core.loading import get_model

from commerce.backoffice.viewsets import CatalogueViewSet
from commerce.inventory.models import StockMovement

from ..views.stock import MovementIndexView, StockIndexView


class StockViewSet(CatalogueViewSet):
    """Stock by warehouse, and stock movements. Read-only."""

    model = get_model("partner", "StockRecord")
    name = "stock"
    icon = "clipboard-list"
    menu_label = _("Stock")
    menu_order = 30
    form_class = None
    index_view_class = StockIndexView

    def get_common_view_kwargs(self, **kwargs):
        kwargs = super().get_common_view_kwargs(**kwargs)
        return (
            kwargs
            | {
                name: None
                for name in ("add_url_name", "edit_url_name", "delete_url_name", "history_url_name")
            }
            | {"movements_url_name": self.get_url_name("movements")}
        )

    def _movements(self, **kwargs):
        return self.construct_view(
            MovementIndexView,
            model=StockMovement,
            index_url_name=self.get_url_name("movements"),
            index_results_url_name=self.get_url_name("movements_results"),
            **kwargs,
        )

    def get_urlpatterns(self):
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("movements/", self._movements(), name="movements"),
            path(
                "movements/results/", self._movements(results_only=True), name="movements_results"
            ),
        ]

    def register_admin_url_finder(self):
        """None: stock records have no page of their own."""

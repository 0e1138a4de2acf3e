from django.urls import path
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from oscar.core.loading import get_model
from wagtail.admin.menu import MenuItem

from commerce.backoffice.viewsets import CatalogueViewSet

from .. import access
from ..views.categories import (
    CategoryCreateView,
    CategoryDeleteView,
    CategoryEditView,
    CategoryIndexView,
    CategoryMoveView,
)


class CategoryMenuItem(MenuItem):
    def is_shown(self, request):
        return access.may_open_category(request.user)


class CategoryViewSet(CatalogueViewSet):
    """The tree of categories."""

    model = get_model("catalogue", "Category")
    name = "categories"
    icon = "folder-inverse"
    menu_label = _("Categories")
    menu_order = 20
    form_class = None
    index_view_class = CategoryIndexView
    add_view_class = CategoryCreateView
    edit_view_class = CategoryEditView
    delete_view_class = CategoryDeleteView

    @cached_property
    def menu_item_class(self):
        return CategoryMenuItem

    def get_common_view_kwargs(self, **kwargs):
        return super().get_common_view_kwargs(**kwargs) | {
            "move_url_name": self.get_url_name("move")
        }

    def _view(self, view_class):
        return self.construct_view(view_class)

    def get_urlpatterns(self):
        return [
            path("", self._view(CategoryIndexView), name="index"),
            path("new/", self._view(CategoryCreateView), name="add"),
            path("edit/<int:pk>/", self._view(CategoryEditView), name="edit"),
            path("move/<int:pk>/", self._view(CategoryMoveView), name="move"),
            path("delete/<int:pk>/", self._view(CategoryDeleteView), name="delete"),
        ]

"""Course categories in the back office; courses themselves are pages."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from cms.back_office import menu
from commerce.backoffice.inline_words import present_words
from commerce.backoffice.viewsets import CatalogueViewSet, WritersIndexView

from .forms import CourseCategoryForm
from .models import CourseCategory


class CategoryIndexView(WritersIndexView):
    def get_base_queryset(self):
        return super().get_base_queryset().prefetch_related("copies__locale")


class CourseCategoryViewSet(CatalogueViewSet):
    model = CourseCategory
    name = "course-categories"
    url_prefix = "academy/categories"
    icon = "tag"
    menu_label = _("Course categories")
    menu_hook = menu.ACADEMY
    menu_order = 90
    form_class = CourseCategoryForm
    index_view_class = CategoryIndexView
    ordering = ["order", "code"]
    search_fields = ["code", "copies__name"]
    list_display = [
        "code",
        Column("name", label=_("Name"), accessor=present_words),
        Column("order", label=_("Place"), sort_key="order"),
    ]

"""The product list."""

from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from oscar.core.loading import get_model
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import Button

from .. import access
from ..filters import ProductFilterSet
from ..overview import attach_overviews

Product = get_model("catalogue", "Product")


class PhotoColumn(Column):
    cell_template_name = "merchandising/cells/photo.html"


class ProductColumn(TitleColumn):
    cell_template_name = "merchandising/cells/product.html"


class MarketsColumn(Column):
    cell_template_name = "merchandising/cells/markets.html"


class LanguagesColumn(Column):
    cell_template_name = "merchandising/cells/languages.html"


class ProductIndexView(generic.IndexView):
    """The list of products, without variants, which are in the editor of their product."""

    # Marketers may see the list without a permission on products.
    any_permission_required = None
    page_title = _("Products")
    add_item_label = _("New product")
    is_searchable = True
    # Part of a SKU finds its product.
    search_fields = ["title", "upc", "children__upc", "copies__title"]
    search_backend_name = None
    filterset_class = ProductFilterSet
    default_ordering = "-date_updated"
    table_classname = "listing shop-products"

    def dispatch(self, request, *args, **kwargs):
        if not access.may_open_editor(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def columns(self):
        return [
            PhotoColumn("photo", label=_("Picture"), accessor="overview.photo", width="4rem"),
            self._get_title_column_class(ProductColumn)(
                "title",
                label=_("Product"),
                accessor="overview.title",
                get_url=self.get_edit_url,
                sort_key="title",
            ),
            Column("category", label=_("Category"), accessor="overview.category"),
            MarketsColumn("markets", label=_("Price and stock"), accessor="overview.markets"),
            LanguagesColumn(
                "languages",
                label=pgettext_lazy("what editors write", "Texts"),
                accessor="overview.languages",
            ),
        ]

    def get_edit_url(self, instance):
        return reverse(self.edit_url_name, args=(instance.pk,))

    def get_list_more_buttons(self, instance):
        buttons = [Button(_("Edit"), self.get_edit_url(instance), icon_name="edit", priority=10)]
        if url := self.get_copy_url(instance):
            buttons.append(Button(_("Duplicate"), url, icon_name="copy", priority=20))
        if url := self.get_delete_url(instance):
            buttons.append(Button(_("Delete"), url, icon_name="bin", priority=30))
        return buttons

    def get_base_queryset(self):
        return Product.objects.filter(parent__isnull=True)

    def get_context_data(self, *args, **kwargs):
        context = super().get_context_data(*args, **kwargs)
        attach_overviews(context["object_list"])
        return context

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from oscar.core.loading import get_model
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.model import ModelViewSet

from cms.back_office import menu

from .. import access
from ..views.create import ProductCopyView, ProductCreateView, ProductDeleteView
from ..views.editor import ProductEditView
from ..views.products import ProductIndexView


class ProductMenuItem(MenuItem):
    def is_shown(self, request):
        return access.may_open_editor(request.user)


class ProductViewSet(ModelViewSet):
    """Products: list, editor, create, duplicate, delete, history."""

    model = get_model("catalogue", "Product")
    name = "products"
    url_prefix = "catalogue/products"
    icon = "tag"
    menu_label = _("Products")
    menu_hook = menu.CATALOGUE
    menu_order = 10
    menu_item_class = ProductMenuItem
    list_per_page = 25
    exclude_form_fields = []
    index_view_class = ProductIndexView
    add_view_class = ProductCreateView
    edit_view_class = ProductEditView
    copy_view_class = ProductCopyView
    delete_view_class = ProductDeleteView
    inspect_view_enabled = False

    @property
    def index_template_name(self):
        return "backoffice/list.html"

    @cached_property
    def _edit_handler(self):
        return None

    def get_form_class(self, for_update=False):
        # The editor has its own forms.
        return None

    def get_add_view_kwargs(self, **kwargs):
        return kwargs

    def get_edit_view_kwargs(self, **kwargs):
        return kwargs

    def get_delete_view_kwargs(self, **kwargs):
        return kwargs

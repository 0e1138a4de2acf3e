"""Lists and forms for whoever may change what they show."""

from django.utils.functional import cached_property
from wagtail.admin.menu import MenuItem
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import policy_registry

from cms.back_office import menu

# Looking at a product from an order is not working on the catalogue.
WRITES = ["add", "change", "delete"]


class WritersIndexView(generic.IndexView):
    any_permission_required = WRITES
    table_classname = "listing shop-wide"


class CatalogueViewSet(ModelViewSet):
    """A list and a form for whoever may change what they show.

    ``form_class`` is the form of both adding and editing; it may write words and other rows
    beside its own.
    """

    form_class: type
    menu_hook = menu.CATALOGUE
    index_view_class = WritersIndexView
    copy_view_enabled = False
    inspect_view_enabled = False
    list_per_page = 50

    @cached_property
    def url_prefix(self):
        return f"catalogue/{self.name}"

    @cached_property
    def menu_name(self):
        return self.name

    @property
    def index_template_name(self):
        return "backoffice/list.html"

    @cached_property
    def _edit_handler(self):
        return None

    def get_form_class(self, for_update=False):
        return self.form_class

    @cached_property
    def menu_item_class(self):
        model = self.model

        class WritersMenuItem(MenuItem):
            def is_shown(self, request):
                policy = policy_registry.get_by_type(model)
                return policy.user_has_any_permission(request.user, WRITES)

        return WritersMenuItem

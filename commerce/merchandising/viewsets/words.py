"""Words as snippets: what Wagtail's scheduling, history and wagtail-localize work on.

They are written in the editor of what they are about; these lists are for whoever translates.
"""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, LiveStatusTagColumn, LocaleColumn, UpdatedAtColumn
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.views.snippets import SnippetViewSet

from cms.back_office import menu
from commerce.copy.models import CategoryCopy, ProductCopy


class WordsPermissionPolicy(ModelPermissionPolicy):
    """Words come and go with what they are about: they are changed here, never added."""

    def user_has_permission(self, user, action):
        if action in ("add", "delete"):
            return False
        return super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions):
        actions = set(actions) - {"add", "delete"}
        return bool(actions) and super().user_has_any_permission(user, actions)


for model in (ProductCopy, CategoryCopy):
    register_permission_policy(model, WordsPermissionPolicy(model))


class WordsViewSet(SnippetViewSet):
    """The list by language and state; editing is Wagtail's own, or the translation editor."""

    menu_hook = menu.CATALOGUE
    copy_view_enabled = False
    list_filter = ["live", "has_unpublished_changes"]
    search_backend_name = None
    search_fields = ["title", "slug"]


class ProductCopyViewSet(WordsViewSet):
    model = ProductCopy
    icon = "doc-full"
    menu_label = _("Product texts")
    menu_order = 80
    list_display = [
        "title",
        Column("sku", label=_("SKU"), accessor="product.upc"),
        LocaleColumn(label=_("Language")),
        LiveStatusTagColumn(label=_("State")),
        UpdatedAtColumn(label=_("Updated")),
    ]

    def get_queryset(self, request):
        return ProductCopy.objects.select_related("product", "locale")


class CategoryCopyViewSet(WordsViewSet):
    model = CategoryCopy
    icon = "doc-full-inverse"
    menu_label = _("Category texts")
    menu_order = 90
    list_display = [
        "title",
        LocaleColumn(label=_("Language")),
        LiveStatusTagColumn(label=_("State")),
        UpdatedAtColumn(label=_("Updated")),
    ]

    def get_queryset(self, request):
        return CategoryCopy.objects.select_related("locale")

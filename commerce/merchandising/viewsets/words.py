"""Texts of products and categories as snippets, for scheduling, history and wagtail-localize.

They are written in the editor of their product or category; these lists are for translators.
"""

from urllib.parse import urlencode

from django.contrib.admin.utils import quote
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, OuterRef, Subquery
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import gettext as as_wagtail_says
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.menus import MenuItem
from wagtail.admin.ui.tables import Column, LiveStatusTagColumn, LocaleColumn, UpdatedAtColumn
from wagtail.admin.widgets.button import Button, ButtonWithDropdown
from wagtail.models import Locale, Revision
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet
from wagtail_localize.models import TranslationSource
from wagtail_localize.wagtail_hooks import (
    register_snippet_listing_buttons as asks_for_each_row,
)

from cms.back_office import menu
from commerce.copy.models import CategoryCopy, ProductCopy


class WordsPermissionPolicy(ModelPermissionPolicy):
    """Texts can be changed here, but not added or deleted: they belong to a product or category."""

    def user_has_permission(self, user, action):
        if action in ("add", "delete"):
            return False
        return super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions):
        actions = set(actions) - {"add", "delete"}
        return bool(actions) and super().user_has_any_permission(user, actions)


for model in (ProductCopy, CategoryCopy):
    register_permission_policy(model, WordsPermissionPolicy(model))


class WordsIndexView(IndexView):
    """Wagtail's list with the buttons of wagtail-localize, without their four queries per row.

    Missing languages, the translation source, and scheduled publishing are read with the rows."""

    def get_base_queryset(self):
        siblings = self.model.objects.filter(
            translation_key=OuterRef(OuterRef("translation_key")), locale=OuterRef("pk")
        )
        sources = TranslationSource.objects.filter(
            object_id=OuterRef("translation_key"),
            locale=OuterRef("locale"),
            translations__enabled=True,
        )
        schedules = Revision.objects.filter(
            base_content_type=ContentType.objects.get_for_model(self.model),
            object_id=Cast(OuterRef("pk"), CharField()),
            approved_go_live_at__isnull=False,
        )
        rows = super().get_base_queryset()
        return rows.annotate(
            lacks_a_language=Exists(Locale.objects.filter(~Exists(siblings))),
            followed_source=Subquery(sources.values("pk")[:1]),
            is_scheduled=Exists(schedules),
        )

    def get_context_data(self, *args, **kwargs):
        context = super().get_context_data(*args, **kwargs)
        for row in context["object_list"]:
            if not row.is_scheduled:
                # Fill the cache of Wagtail's property, so that it does not query.
                row.scheduled_revision = None
        return context

    def get_list_more_buttons(self, instance):
        more = super().get_list_more_buttons(instance)
        if not self.request.user.has_perm("wagtail_localize.submit_translation"):
            return more
        if instance.lacks_a_language:
            more.append(self._translate_button(instance))
        if instance.followed_source:
            more.append(self._sync_button(instance, instance.followed_source))
        return more

    def get_list_buttons(self, instance):
        """Wagtail's buttons, without the hook that queries for each row."""
        more = self.get_list_more_buttons(instance)
        for hook in hooks.get_hooks("register_snippet_listing_buttons"):
            if hook is not asks_for_each_row:
                more.extend(hook(instance, self.request.user, self.request.path))
        more = [
            Button.from_menu_item(one) if isinstance(one, MenuItem) else one
            for one in more
            if (one.is_shown(self.request.user) if isinstance(one, MenuItem) else one.show)
        ]
        for hook in hooks.get_hooks("construct_snippet_listing_buttons"):
            hook(more, instance, self.request.user)
        if not more:
            return []
        says = as_wagtail_says("More options for '%(title)s'") % {"title": str(instance)}
        dots = {"icon_name": "dots-horizontal", "attrs": {"aria-label": says}}
        return [ButtonWithDropdown(buttons=more, **dots)]

    def _translate_button(self, instance) -> Button:
        options = self.model._meta
        return Button(
            as_wagtail_says("Translate"),
            reverse(
                "wagtail_localize:submit_snippet_translation",
                args=[options.app_label, options.model_name, quote(instance.pk)],
            ),
            attrs={"aria-label": as_wagtail_says("Translate '%(title)s'") % {"title": instance}},
            icon_name="wagtail-localize-language",
            priority=100,
        )

    def _sync_button(self, instance, source: int) -> Button:
        says = as_wagtail_says("Sync translations of '%(title)s'") % {"title": instance}
        return Button(
            as_wagtail_says("Sync translated snippets"),
            reverse("wagtail_localize:update_translations", args=[source])
            + "?"
            + urlencode({"next": self.request.path}),
            attrs={"aria-label": says},
            icon_name="resubmit",
            priority=106,
        )


class WordsViewSet(SnippetViewSet):
    """The list of texts by language and state. Edited in Wagtail's or the translation editor."""

    menu_hook = menu.CATALOGUE
    index_view_class = WordsIndexView
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

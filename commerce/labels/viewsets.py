from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, Column, TitleColumn
from wagtail.admin.views import generic

from cms.back_office import menu
from commerce.backoffice.inline_words import present_words
from commerce.backoffice.viewsets import CatalogueViewSet, WritersIndexView

from .forms import LabelForm, LabelPolicyForm
from .inks import INKS, ink_on
from .models import Label, LabelPolicy


class SampleColumn(Column):
    """The label as it looks."""

    cell_template_name = "labels/sample_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        context["text"] = present_words(instance) if instance.copies.all() else (
            instance.get_kind_display() if not instance.is_own else instance.code
        )  # fmt: skip
        context["colour"] = instance.colour
        context["ink"] = INKS[ink_on(instance.colour)] if instance.colour else ""
        return context


class LabelIndexView(WritersIndexView):
    def get_base_queryset(self):
        return super().get_base_queryset().prefetch_related("copies__locale")

    def _get_title_column(self, field_name, column_class=TitleColumn, **kwargs):
        return self._get_title_column_class(column_class)(
            "code", label=_("Label"), get_url=self.get_edit_url
        )


class LabelDeleteView(generic.DeleteView):
    def get_object(self, queryset=None):
        label = super().get_object()
        if not label.is_own:
            # It would come back with the next product that deserves it: it is switched off.
            raise PermissionDenied
        return label


class LabelViewSet(CatalogueViewSet):
    model = Label
    name = "labels"
    icon = "tag"
    menu_label = _("Labels")
    menu_order = 70
    form_class = LabelForm
    index_view_class = LabelIndexView
    delete_view_class = LabelDeleteView
    list_display = [
        "code",
        SampleColumn("sample", label=_("Looks like")),
        "kind",
        "priority",
        "starts_on",
        "ends_on",
        BooleanColumn("is_active", label=_("Active")),
    ]
    list_filter = ["kind", "is_active"]
    search_fields = ["code", "copies__text"]
    ordering = ["-priority", "code"]


class LabelPolicyViewSet(CatalogueViewSet):
    model = LabelPolicy
    name = "label-policies"
    icon = "cog"
    menu_label = _("Label policy")
    menu_hook = menu.SETTINGS
    menu_order = 60
    form_class = LabelPolicyForm
    list_display = ["market", "new_days", "most_per_card"]

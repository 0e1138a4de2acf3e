"""View sets of product classes, attributes and options."""

from django.utils.translation import gettext_lazy as _
from oscar.core.loading import get_model
from wagtail.admin.ui.tables import BooleanColumn, Column

from commerce.backoffice.viewsets import CatalogueViewSet

from ..forms.schema import AttributeForm, OptionForm, OptionGroupForm, ProductClassForm


class SwatchColumn(Column):
    cell_template_name = "merchandising/cells/swatch.html"

    def get_value(self, instance):
        swatch = getattr(instance, "swatch", None)
        return swatch.hex if swatch else ""


class ProductClassViewSet(CatalogueViewSet):
    model = get_model("catalogue", "ProductClass")
    name = "product-classes"
    icon = "list-ul"
    menu_label = _("Product classes")
    menu_order = 130
    form_class = ProductClassForm
    list_display = [
        "name",
        Column("tax", label=_("Tax class"), accessor="tax.tax_class"),
        BooleanColumn("requires_shipping", label=_("Is shipped")),
        BooleanColumn("track_stock", label=_("Stock is counted")),
    ]


class AttributeViewSet(CatalogueViewSet):
    model = get_model("catalogue", "ProductAttribute")
    name = "attributes"
    icon = "list-ul"
    menu_label = _("Attributes")
    menu_order = 140
    form_class = AttributeForm
    list_display = [
        "name",
        "code",
        "product_class",
        "type",
        "option_group",
        BooleanColumn(
            "filterable",
            label=_("Filter"),
            accessor=lambda attribute: hasattr(attribute, "filterable"),
        ),
    ]
    list_filter = ["product_class", "type"]
    search_fields = ["name", "code", "copies__name"]
    ordering = ["product_class", "pk"]


class OptionGroupViewSet(CatalogueViewSet):
    model = get_model("catalogue", "AttributeOptionGroup")
    name = "option-groups"
    icon = "list-ul"
    menu_label = _("Option groups")
    menu_order = 150
    form_class = OptionGroupForm
    list_display = [
        "name",
        "code",
        Column("options", label=_("Options"), accessor=lambda group: group.options.count()),
    ]


class OptionViewSet(CatalogueViewSet):
    model = get_model("catalogue", "AttributeOption")
    name = "options"
    icon = "snippet"
    menu_label = _("Options")
    menu_order = 160
    form_class = OptionForm
    list_display = ["option", SwatchColumn("swatch", label=_("Swatch")), "group", "code"]
    list_filter = ["group"]
    search_fields = ["option", "code"]

"""Lists of stock by warehouse and of stock movements."""

import django_filters
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from oscar.core.loading import get_model
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn, UserColumn
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import HeaderButton

from commerce.backoffice.categories import reader_language
from commerce.copy.models import ProductCopy
from commerce.inventory.models import StockMovement

from ..grid import variant_names
from ..overview import LOW_STOCK

Partner = get_model("partner", "Partner")
StockRecord = get_model("partner", "StockRecord")

WRITES = ["add", "change", "delete"]
# The fields that stock records are searched by.
OF_PRODUCT = (
    *("partner_sku", "product__title", "product__parent__title"),
    *("product__copies__title", "product__parent__copies__title"),
)
LEVELS = [("low", _("Only a few left")), ("out", _("Sold out")), ("enough", _("In stock"))]

# The filter for each stock level, on records with ``left``.
LEVEL = {
    "out": Q(left__lte=0),
    "low": Q(left__gt=0, left__lte=LOW_STOCK),
    "enough": Q(left__gt=LOW_STOCK),
}


def records_to_sell():
    """Stock records with ``left``: the units that can still be sold."""
    left = Coalesce(F("num_in_stock"), 0) - Coalesce(F("num_allocated"), 0)
    return StockRecord.objects.annotate(left=left)


def warehouses():
    return Partner.objects.filter(warehouse__isnull=False).order_by("name")


class StockFilterSet(WagtailFilterSet):
    partner = django_filters.ModelChoiceFilter(
        label=_("Warehouse"), queryset=lambda request: warehouses(), empty_label=_("All")
    )
    level = django_filters.ChoiceFilter(
        label=_("Stock"), choices=LEVELS, method="at_level", empty_label=_("All")
    )

    class Meta:
        model = StockRecord
        fields = []

    def at_level(self, queryset, name, value):
        return queryset.filter(LEVEL[value])


class LeftColumn(Column):
    cell_template_name = "merchandising/cells/left.html"


class StockIndexView(generic.IndexView):
    """Stock by warehouse. Counts are changed in the product's editor, with a reason."""

    any_permission_required = WRITES
    page_title = _("Stock")
    filterset_class = StockFilterSet
    default_ordering = ("partner__name", "partner_sku")
    is_searchable = True
    search_fields = list(OF_PRODUCT)
    search_backend_name = None
    paginate_by = 50
    table_classname = "listing shop-wide"
    template_name = "backoffice/list.html"
    movements_url_name = None
    product_url_name = "products:edit"
    add_url_name = None

    @cached_property
    def columns(self):
        return [
            TitleColumn(
                "name",
                label=_("Product"),
                accessor="named",
                get_url=lambda record: (
                    reverse(
                        self.product_url_name,
                        args=[record.product.parent_id or record.product_id],
                    )
                    + "#tab-variants"
                ),
            ),
            Column("partner_sku", label=_("SKU"), sort_key="partner_sku"),
            Column("partner", label=_("Warehouse"), accessor="partner.name"),
            Column(
                "num_in_stock", label=pgettext_lazy("how many", "In stock"), sort_key="num_in_stock"
            ),
            Column(
                "num_allocated",
                label=_("Reserved"),
                accessor=lambda record: record.num_allocated or 0,
            ),
            LeftColumn("left", label=_("Available to sell"), sort_key="left"),
            TitleColumn(
                "history",
                label=_("Movements"),
                accessor=lambda record: _("Movements"),
                get_url=lambda record: reverse(self.movements_url_name) + f"?record={record.pk}",
            ),
        ]

    @cached_property
    def header_buttons(self):
        return [
            HeaderButton(
                _("All movements"), url=reverse(self.movements_url_name), icon_name="history"
            )
        ]

    def get_base_queryset(self):
        return records_to_sell().select_related("partner", "product__parent")

    def get_context_data(self, *args, **kwargs):
        context = super().get_context_data(*args, **kwargs)
        name_records(context["object_list"])
        return context


class MovementFilterSet(WagtailFilterSet):
    partner = django_filters.ModelChoiceFilter(
        label=_("Warehouse"),
        field_name="stockrecord__partner",
        queryset=lambda request: warehouses(),
        empty_label=_("All"),
    )
    kind = django_filters.ChoiceFilter(
        label=_("Kind"), choices=StockMovement.Kind.choices, empty_label=_("All")
    )
    record = django_filters.NumberFilter(label=_("Stock record"), field_name="stockrecord_id")

    class Meta:
        model = StockMovement
        fields = []


class MovementIndexView(generic.IndexView):
    """The stock movements: product, quantity, reason and user. Append-only."""

    any_permission_required = WRITES
    page_title = _("Stock movements")
    filterset_class = MovementFilterSet
    default_ordering = "-created_at"
    is_searchable = True
    search_fields = [f"stockrecord__{field}" for field in OF_PRODUCT]
    search_backend_name = None
    paginate_by = 50
    table_classname = "listing shop-wide"
    template_name = "backoffice/list.html"
    add_url_name = None

    @cached_property
    def columns(self):
        return [
            DateColumn("created_at", label=_("When"), sort_key="created_at"),
            Column("name", label=_("Product"), accessor="stockrecord.named"),
            Column("sku", label=_("SKU"), accessor="stockrecord.partner_sku"),
            Column("partner", label=_("Warehouse"), accessor="stockrecord.partner.name"),
            Column("kind", label=_("Kind"), accessor="get_kind_display"),
            Column(
                "in_stock",
                label=pgettext_lazy("how many", "In stock"),
                accessor=lambda m: signed(m.in_stock),
            ),
            Column("allocated", label=_("Reserved"), accessor=lambda m: signed(m.allocated)),
            Column("reason", label=_("Reason"), accessor=because),
            UserColumn("by", label=_("By")),
        ]

    def get_base_queryset(self):
        return StockMovement.objects.select_related(
            "stockrecord__partner", "stockrecord__product__parent", "order", "by"
        )

    def get_context_data(self, *args, **kwargs):
        context = super().get_context_data(*args, **kwargs)
        name_records([movement.stockrecord for movement in context["object_list"]])
        return context


def signed(number: int) -> str:
    """A quantity with its sign: ``+12``, ``−3``, "" for 0."""
    if not number:
        return ""
    return f"+{number}" if number > 0 else f"\u2212{-number}"


def because(movement) -> str:
    return movement.reason or (movement.order.number if movement.order else "")


def name_records(records) -> None:
    """Set ``named`` on each stock record: the product's title with the variant's options."""
    products = {record.product.parent_id or record.product_id for record in records}
    titles = ProductCopy.objects.filter(product__in=products).by_subject(reader_language())
    variants = variant_names([record.product_id for record in records])
    for record in records:
        owner = record.product.parent or record.product
        title = str(titles.get(owner.pk) or owner.title)
        variant = variants.get(record.product_id, "")
        record.named = f"{title} – {variant}" if variant else title

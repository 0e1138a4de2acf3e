"""View sets of price lists, taxes, warehouses, shipping, payment and checkout policies."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, Column, TitleColumn
from wagtail.admin.widgets import AdminPageChooser

from cms.addresses.routing import page_path
from cms.back_office import menu
from commerce.backoffice.inline_words import present_words
from commerce.backoffice.viewsets import CatalogueViewSet, WritersIndexView
from commerce.delivery.models import DeliveryMethod
from commerce.gateways.models import PaymentMethod
from commerce.gateways.registry import gateway_name
from commerce.inventory.models import Warehouse
from commerce.policies.models import CheckoutPolicy
from commerce.pricing.models import PriceList, TaxRate
from markets.lookup import get_market
from markets.money import staff_money

from ..forms.terms import DeliveryMethodForm, PaymentMethodForm, PriceListForm, WarehouseForm
from ..views.price_lists import PriceListCreateView, PriceListEditView


class AmountColumn(Column):
    """An amount of money, formatted for the row's market."""

    def get_value(self, instance):
        amount = getattr(instance, self.name)
        if amount is None:
            return ""
        market = get_market(instance.market)
        return staff_money(amount, market.currency, market.default_edition)


class MethodIndexView(WritersIndexView):
    """The list of methods, by the names that customers read."""

    def get_base_queryset(self):
        return super().get_base_queryset().prefetch_related("copies__locale")

    def _get_title_column(self, field_name, column_class=TitleColumn, **kwargs):
        return self._get_title_column_class(column_class)(
            "words", label=_("Name"), accessor=present_words, get_url=self.get_edit_url
        )


class TaxRateForm(forms.ModelForm):
    class Meta:
        model = TaxRate
        fields = ["market", "region", "postcode_prefix", "tax_class", "rate"]

    def __init__(self, *args, for_user=None, **kwargs):
        super().__init__(*args, **kwargs)


class CheckoutPolicyForm(forms.ModelForm):
    class Meta:
        model = CheckoutPolicy
        fields = [
            "market",
            "guests_allowed",
            "phone_required",
            "open_orders",
            "open_orders_network",
            "returns_days",
            "returns_free",
            "returns_page",
        ]
        widgets = {"returns_page": AdminPageChooser}

    def __init__(self, *args, for_user=None, **kwargs):
        super().__init__(*args, **kwargs)

    def clean_returns_page(self):
        page = self.cleaned_data["returns_page"]
        if page and not page_path(page):
            raise forms.ValidationError(_("Choose a page of the company's site."))
        return page


class PriceListViewSet(CatalogueViewSet):
    model = PriceList
    name = "price-lists"
    icon = "table"
    menu_label = _("Price lists")
    menu_order = 40
    form_class = PriceListForm
    add_view_class = PriceListCreateView
    edit_view_class = PriceListEditView
    edit_template_name = "merchandising/price_list.html"
    list_display = [
        "name",
        "code",
        "market",
        Column(
            "customer_group",
            label=_("For whom"),
            accessor=lambda prices: prices.customer_group or _("Everyone"),
        ),
        "priority",
        "starts_at",
        "ends_at",
    ]
    list_filter = ["market", "customer_group"]


class WarehouseViewSet(CatalogueViewSet):
    model = Warehouse
    name = "warehouses"
    icon = "home"
    menu_label = _("Warehouses")
    menu_hook = menu.SETTINGS
    menu_order = 20
    form_class = WarehouseForm
    list_display = [
        "__str__",
        Column(
            "served",
            label=_("Ships to"),
            accessor=lambda warehouse: ", ".join(
                link.get_market_display() for link in warehouse.served.all()
            ),
        ),
    ]


class DeliveryMethodViewSet(CatalogueViewSet):
    model = DeliveryMethod
    name = "delivery-methods"
    icon = "site"
    menu_label = _("Shipping methods")
    menu_hook = menu.SETTINGS
    menu_order = 30
    form_class = DeliveryMethodForm
    index_view_class = MethodIndexView
    list_display = [
        "__str__",
        "market",
        AmountColumn("price", label=_("Price")),
        AmountColumn("free_from", label=_("Free from")),
        BooleanColumn("is_active", label=_("Active")),
    ]
    list_filter = ["market", "is_active"]


class PaymentMethodViewSet(CatalogueViewSet):
    model = PaymentMethod
    name = "payment-methods"
    icon = "key"
    menu_label = _("Payment methods")
    menu_hook = menu.SETTINGS
    menu_order = 40
    form_class = PaymentMethodForm
    index_view_class = MethodIndexView
    list_display = [
        "__str__",
        "market",
        Column(
            "gateway",
            label=_("Gateway"),
            accessor=lambda method: gateway_name(method.gateway),
            sort_key="gateway",
        ),
        "hold_minutes",
        AmountColumn("fee", label=_("Fee")),
        BooleanColumn("is_active", label=_("Active")),
    ]
    list_filter = ["market", "is_active"]


class CheckoutPolicyViewSet(CatalogueViewSet):
    model = CheckoutPolicy
    name = "checkout-policies"
    icon = "cog"
    menu_label = _("Checkout policy")
    menu_hook = menu.SETTINGS
    menu_order = 50
    form_class = CheckoutPolicyForm
    list_display = [
        "market",
        BooleanColumn("guests_allowed", label=_("Guests may buy")),
        BooleanColumn("phone_required", label=_("Phone is required")),
        Column("returns_days", label=_("Days to return")),
    ]


class TaxRateViewSet(CatalogueViewSet):
    model = TaxRate
    name = "tax-rates"
    icon = "decimal"
    menu_label = _("Tax rates")
    menu_hook = menu.SETTINGS
    menu_order = 55
    form_class = TaxRateForm
    list_display = ["market", "region", "postcode_prefix", "tax_class", "rate"]
    list_filter = ["market", "tax_class"]
    search_fields = ["region", "postcode_prefix"]

"""Offers and coupons in the back office."""

import django_filters
from django.urls import path
from django.utils.translation import gettext_lazy as _
from oscar.core.loading import get_model
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column

from cms.back_office import menu
from commerce.backoffice.inline_words import present_words
from commerce.backoffice.viewsets import CatalogueViewSet, WritersIndexView
from markets.lookup import get_market
from markets.money import staff_money

from .forms.choices import USAGES
from .forms.offers import OfferForm
from .views.admin import (
    CodesView,
    OfferCreateView,
    OfferDeleteView,
    OfferEditView,
    OfferIndexView,
    TrialView,
)

ConditionalOffer = get_model("offer", "ConditionalOffer")
Voucher = get_model("voucher", "Voucher")
VoucherSet = get_model("voucher", "VoucherSet")


class OfferViewSet(CatalogueViewSet):
    """Offers: list and edit."""

    model = ConditionalOffer
    name = "offers_desk"
    url_prefix = "promotions/offers"
    icon = "tag"
    menu_label = _("Offers")
    menu_hook = menu.SALES
    menu_order = 30
    form_class = OfferForm
    index_view_class = OfferIndexView
    add_view_class = OfferCreateView
    edit_view_class = OfferEditView
    delete_view_class = OfferDeleteView
    create_template_name = "offers/admin/offer_form.html"
    edit_template_name = "offers/admin/offer_form.html"

    def get_index_view_kwargs(self, **kwargs):
        return super().get_index_view_kwargs(**kwargs) | {
            "trial_url_name": self.get_url_name("try")
        }

    def get_edit_view_kwargs(self, **kwargs):
        return super().get_edit_view_kwargs(**kwargs) | {
            "trial_url_name": self.get_url_name("try"),
            "codes_url_name": self.get_url_name("codes"),
        }

    def get_urlpatterns(self):
        codes = CodesView.as_view(
            edit_url_name=self.get_url_name("edit"), coupons_url_name="coupons_desk:index"
        )
        return [
            path("try/", TrialView.as_view(), name="try"),
            path("codes/<int:pk>/", codes, name="codes"),
            *super().get_urlpatterns(),
        ]


class CouponFilterSet(WagtailFilterSet):
    used = django_filters.BooleanFilter(
        label=_("Used"), method="that_were_used", field_name="num_orders"
    )
    voucher_set = django_filters.ModelChoiceFilter(
        label=_("Generated"), queryset=lambda request: VoucherSet.objects.all()
    )

    class Meta:
        model = Voucher
        fields = ["usage"]

    def that_were_used(self, queryset, name, value):
        return queryset.filter(num_orders__gt=0) if value else queryset.filter(num_orders=0)


class CouponIndexView(WritersIndexView):
    """The list of coupons with their uses, to read and to export."""

    any_permission_required = ["change"]
    list_export = [
        "code",
        "usage",
        "num_basket_additions",
        "num_orders",
        "total_discount",
        "start_datetime",
        "end_datetime",
    ]
    export_headings = {
        "code": _("Code"),
        "usage": _("Can be used"),
        "num_basket_additions": _("Typed into carts"),
        "num_orders": _("Orders"),
        "total_discount": _("Given"),
        "start_datetime": _("Starts"),
        "end_datetime": _("Ends"),
    }

    def get_base_queryset(self):
        return (
            super()
            .get_base_queryset()
            .prefetch_related("offers__copies__locale", "offers__in_markets")
        )


class CouponViewSet(CatalogueViewSet):
    """Coupons and their uses. They are edited with their offers."""

    model = Voucher
    name = "coupons_desk"
    url_prefix = "promotions/coupons"
    icon = "list-ul"
    menu_label = _("Coupons")
    menu_hook = menu.SALES
    menu_order = 40
    form_class = None
    index_view_class = CouponIndexView
    export_filename = "coupons"
    list_display = [
        "code",
        Column("offer", label=_("Offer"), accessor=lambda voucher: _offer_name(voucher)),
        Column(
            "usage",
            label=_("Can be used"),
            accessor=lambda voucher: str(dict(USAGES)[voucher.usage]),
        ),
        Column("num_basket_additions", label=_("Typed into carts")),
        Column("num_orders", label=_("Orders"), sort_key="num_orders"),
        Column("total_discount", label=_("Given"), accessor=lambda voucher: _given(voucher)),
    ]
    search_fields = ["code", "offers__copies__name"]
    search_backend_name = None
    filterset_class = CouponFilterSet

    def get_common_view_kwargs(self, **kwargs):
        names = ("add_url_name", "edit_url_name", "delete_url_name", "history_url_name")
        return super().get_common_view_kwargs(**kwargs) | {name: None for name in names}

    def get_urlpatterns(self):
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
        ]

    def register_admin_url_finder(self):
        """Coupons have no page of their own."""


def _offer_name(voucher) -> str:
    offer = next(iter(voucher.offers.all()), None)
    return present_words(offer) if offer else ""


def _given(voucher) -> str:
    """The total discount of a coupon in the currency of the offer's market; "" if it holds in
    several markets, as amounts in several currencies have no sum."""
    offer = next(iter(voucher.offers.all()), None)
    rows = offer.in_markets.all() if offer and voucher.num_orders else ()
    if len(rows) != 1:
        return ""
    market = get_market(rows[0].market)
    return staff_money(voucher.total_discount, market.currency, market.default_edition)

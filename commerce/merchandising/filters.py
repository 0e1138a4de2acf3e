"""Filters of the product list."""

import django_filters
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from oscar.core.loading import get_model
from wagtail.admin.filters import WagtailFilterSet

from commerce.backoffice.categories import category_tree
from commerce.copy.models import ProductCopy
from commerce.pricing.models import Price
from markets.fields import market_choices
from markets.lookup import content_languages

from .overview import LOW_STOCK

Product = get_model("catalogue", "Product")
Category = get_model("catalogue", "Category")
StockRecord = get_model("partner", "StockRecord")

STATES = [
    ("public", _("Public")),
    ("hidden", _("Not public")),
    ("draft", _("Has unpublished texts")),
    ("missing", _("A language is missing")),
]
STOCKS = [
    ("in_stock", _("In stock")),
    ("low", _("Only a few left")),
    ("out", _("Sold out")),
]


def tree_choices():
    return [(str(branch.category.pk), branch.label) for branch in category_tree()]


class ProductFilterSet(WagtailFilterSet):
    category = django_filters.ChoiceFilter(
        label=_("Category"), choices=tree_choices, method="in_category", empty_label=_("All")
    )
    state = django_filters.ChoiceFilter(
        label=_("State"), choices=STATES, method="in_state", empty_label=_("All")
    )
    market = django_filters.ChoiceFilter(
        label=_("Sold in"), choices=market_choices, method="sold_in", empty_label=_("All")
    )
    stock = django_filters.ChoiceFilter(
        label=_("Stock"), choices=STOCKS, method="with_stock", empty_label=_("All")
    )

    class Meta:
        model = Product
        fields = []

    def in_category(self, queryset, name, value):
        category = Category.objects.filter(pk=value).first()
        if category is None:
            return queryset.none()
        below = Category.objects.filter(path__startswith=category.path)
        return queryset.filter(pk__in=Product.objects.filter(categories__in=below).values("pk"))

    def in_state(self, queryset, name, value):
        words = ProductCopy.objects.filter(product=OuterRef("pk"))
        if value in ("public", "hidden"):
            return queryset.filter(is_public=value == "public")
        if value == "draft":
            return queryset.filter(Exists(words.filter(Q(live=False) | has_newer_draft())))
        complete = queryset
        for language in content_languages():
            complete = complete.filter(Exists(words.filter(locale__language_code=language)))
        return queryset.exclude(pk__in=complete.values("pk"))

    def sold_in(self, queryset, name, value):
        prices = Price.objects.in_market(value).order_by()
        return queryset.filter(
            Exists(prices.filter(product=OuterRef("pk")))
            | Exists(prices.filter(product__parent=OuterRef("pk")))
        )

    def with_stock(self, queryset, name, value):
        records = StockRecord.objects.annotate(
            left=Coalesce(F("num_in_stock"), 0) - Coalesce(F("num_allocated"), 0)
        )
        if value == "low":
            records = records.filter(left__gt=0, left__lte=LOW_STOCK)
        else:
            records = records.filter(left__gt=0)
        some = Exists(records.filter(product=OuterRef("pk"))) | Exists(
            records.filter(product__parent=OuterRef("pk"))
        )
        return queryset.exclude(some) if value == "out" else queryset.filter(some)


def has_newer_draft() -> Q:
    return Q(has_unpublished_changes=True)

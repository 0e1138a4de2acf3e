"""Product chooser for influencers: only products that are for sale, no unreleased ones."""

from wagtail.admin.views.generic.chooser import ChosenMultipleView, ChosenView

from commerce.catalogue.choosers import (
    ProductChooseResultsView,
    ProductChooserViewSet,
    ProductChooseView,
)
from commerce.catalogue.models import Product
from commerce.listings.models import Listing


def sold_products():
    return Product.objects.filter(pk__in=Listing.objects.values("product_id"))


class _Sold:
    def get_object_list(self):
        return super().get_object_list().filter(pk__in=sold_products().values("pk"))


class SoldChooseView(_Sold, ProductChooseView):
    pass


class SoldChooseResultsView(_Sold, ProductChooseResultsView):
    pass


class SoldChosenView(ChosenView):
    def get_object(self, pk):
        return sold_products().get(pk=pk)


class SoldChosenMultipleView(ChosenMultipleView):
    def get_objects(self, pks):
        return sold_products().filter(pk__in=pks)


class SoldProductChooserViewSet(ProductChooserViewSet):
    choose_view_class = SoldChooseView
    choose_results_view_class = SoldChooseResultsView
    chosen_view_class = SoldChosenView
    chosen_multiple_view_class = SoldChosenMultipleView


product_chooser = SoldProductChooserViewSet("influencer_products")

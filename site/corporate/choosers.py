from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet


class ProductFilterForm(BaseFilterForm):
    """Plain matching: Wagtail's search on SQLite stumbles over an unbalanced quote."""

    q = forms.CharField(
        label=_("Search"), required=False, max_length=100, strip=True, widget=forms.TextInput()
    )

    def filter(self, objects):
        objects = super().filter(objects)
        words = self.cleaned_data.get("q", "").replace("\0", "")
        if words:
            self.is_searching = True
            self.search_query = words
            objects = objects.filter(Q(title__icontains=words) | Q(upc__icontains=words))
        return objects


class _SoldProducts:
    filter_form_class = ProductFilterForm
    ordering = ["title", "pk"]

    def get_object_list(self):
        # A variant is bought on its product's page: cards show the product.
        return super().get_object_list().exclude(structure="child")


class ProductChooseView(_SoldProducts, ChooseView):
    pass


class ProductChooseResultsView(_SoldProducts, ChooseResultsView):
    pass


class ProductChooserViewSet(ChooserViewSet):
    model = "catalogue.Product"
    icon = "tag"
    choose_one_text = _("Choose a product")
    choose_another_text = _("Choose another product")
    choose_view_class = ProductChooseView
    choose_results_view_class = ProductChooseResultsView
    per_page = 20


product_chooser = ProductChooserViewSet("corporate_product_chooser")

"""Choosing a product in the back office: what choosers of other areas are made of."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet

from markets.finding import matches


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
            fields = ("title", "upc", "children__upc", "copies__title")
            objects = objects.filter(matches(objects.model, words, fields))
        return objects


class WholeProducts:
    """For choose views. A variant is bought on its product's page: cards show the product."""

    filter_form_class = ProductFilterForm
    ordering = ["title", "pk"]

    def get_object_list(self):
        return super().get_object_list().exclude(structure="child")


class ProductChooseView(WholeProducts, ChooseView):
    pass


class ProductChooseResultsView(WholeProducts, ChooseResultsView):
    pass


class ProductChooserViewSet(ChooserViewSet):
    """Every product that the company has. Register an instance and make a block of it."""

    model = "catalogue.Product"
    icon = "tag"
    choose_one_text = _("Choose a product")
    choose_another_text = _("Choose another product")
    choose_view_class = ProductChooseView
    choose_results_view_class = ProductChooseResultsView
    per_page = 20

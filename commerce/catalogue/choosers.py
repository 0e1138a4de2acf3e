"""The product chooser of the back office, and base classes for choosers of other areas."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.views.generic.chooser import (
    ChooseResultsView,
    ChooseView,
    ChosenMultipleView,
    ChosenView,
)
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.blocks import ChooserBlock
from wagtail.permissions import page_permission_policy

from cms.content import references
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


class _ProductWorkers:
    """For whoever puts products on pages, or makes them: not all of them are sold yet."""

    def dispatch(self, request, *args, **kwargs):
        makes = any(request.user.has_perm(f"catalogue.{do}_product") for do in ("add", "change"))
        writes = page_permission_policy.user_has_any_permission(request.user, {"add", "change"})
        if not (makes or writes):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class AnyProductChooseView(_ProductWorkers, ProductChooseView):
    pass


class AnyProductChooseResultsView(_ProductWorkers, ProductChooseResultsView):
    pass


class AnyProductChosenView(_ProductWorkers, ChosenView):
    pass


class AnyProductChosenMultipleView(_ProductWorkers, ChosenMultipleView):
    pass


class CardProductBlock(ChooserBlock):
    """A product whose card is shown: the card reads the listing, so that on a page the product's
    key is enough."""

    def bulk_to_python(self, values):
        if references.current() is not None:
            return [self.model_class(pk=pk) if pk is not None else None for pk in values]
        return super().bulk_to_python(values)


class ProductChooserViewSet(ChooserViewSet):
    """Every product that the company has. Register an instance and make a block of it."""

    model = "catalogue.Product"
    icon = "tag"
    choose_one_text = _("Choose a product")
    choose_another_text = _("Choose another product")
    choose_view_class = AnyProductChooseView
    choose_results_view_class = AnyProductChooseResultsView
    chosen_view_class = AnyProductChosenView
    chosen_multiple_view_class = AnyProductChosenMultipleView
    per_page = 20
    base_block_class = CardProductBlock


product_chooser = ProductChooserViewSet("shop_product_chooser")

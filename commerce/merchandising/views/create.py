"""Views to create, duplicate and delete products."""

from django import forms
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from oscar.core.loading import get_model
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.models import Locale

from commerce.copy.models import ProductCopy
from markets.lookup import default_language
from markets.names import language_name

from ..forms.identity import Category, CategoryFields, ProductClass, SkuField
from ..services.products import create_product, duplicate_product, remove_product
from ..services.variants import was_ordered

Product = get_model("catalogue", "Product")


class NewProductForm(CategoryFields):
    """The required fields of a new product. The rest is filled in in the editor."""

    title = forms.CharField(
        label=gettext_lazy("Title"), max_length=ProductCopy._meta.get_field("title").max_length
    )
    sku = SkuField()
    product_class = forms.ModelChoiceField(
        label=gettext_lazy("Product class"), queryset=ProductClass.objects.order_by("name")
    )
    other_categories = None

    field_order = ["title", "sku", "product_class", "main_category"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.offer_categories()
        self.fields["title"].help_text = _("In %s. Other languages follow in the editor.") % (
            language_name(default_language())
        )
        classes = list(ProductClass.objects.values_list("pk", flat=True)[:2])
        if len(classes) == 1:
            self.fields["product_class"].initial = classes[0]

    def clean_sku(self):
        sku = self.cleaned_data["sku"]
        if SkuField.is_taken(sku):
            raise forms.ValidationError(_("Another product has this SKU."))
        return sku


class ProductScreen(PermissionCheckedMixin, WagtailAdminTemplateMixin, View):
    """Base view of the screens around the editor: permission and header."""

    model = Product
    index_url_name = edit_url_name = add_url_name = None
    header_icon = "tag"

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse(self.index_url_name), "label": _("Products")},
            {"url": "", "label": self.get_page_title()},
        ]

    def to_editor(self, product):
        return HttpResponseRedirect(reverse(self.edit_url_name, args=[product.pk]))

    def render(self, **context):
        return TemplateResponse(self.request, self.template_name, self.get_context_data(**context))


class ProductCreateView(ProductScreen):
    permission_required = "add"
    page_title = gettext_lazy("New product")
    template_name = "merchandising/product_new.html"

    def get(self, request):
        return self.show(NewProductForm())

    def post(self, request):
        form = NewProductForm(request.POST)
        if not form.is_valid():
            messages.validation_error(request, _("The product could not be created."), form)
            return self.show(form)
        cleaned = form.cleaned_data
        product = create_product(
            product_class=cleaned["product_class"],
            category=form.chosen_categories()[0],
            sku=cleaned["sku"],
            title=cleaned["title"],
            locale=Locale.objects.get(language_code=default_language()),
            by=request.user,
        )
        messages.success(request, _("“%s” is created. It is not public yet.") % product.title)
        return self.to_editor(product)

    def show(self, form):
        return self.render(
            form=form,
            media=form.media,
            action_url=reverse(self.add_url_name),
            submit_button_label=_("Create product"),
            submit_button_active_label=_("Creating…"),
            missing=self.missing(),
        )

    def missing(self) -> str:
        """What must be created before a product, as a sentence; "" if nothing is missing."""
        if not ProductClass.objects.exists():
            return _("Create a product class first: every product belongs to one.")
        if not Category.objects.exists():
            return _("Create a category first: every product is listed in one.")
        return ""


class ProductCopyView(ProductScreen):
    permission_required = "add"
    page_title = gettext_lazy("Duplicate")
    template_name = "merchandising/confirm.html"

    def get(self, request, pk):
        product = get_object_or_404(Product, pk=pk, parent__isnull=True)
        return self.render(
            question=_(
                "Duplicate “%s”? Texts, pictures, variants and prices are copied. The new "
                "product is not public, its texts are drafts, and it has no stock."
            )
            % product.title,
            yes=_("Yes, duplicate"),
            back=reverse(self.edit_url_name, args=[pk]),
        )

    def post(self, request, pk):
        product = get_object_or_404(Product, pk=pk, parent__isnull=True)
        copy = duplicate_product(product=product, by=request.user)
        messages.success(request, _("This is the duplicate. It is not public yet."))
        return self.to_editor(copy)


class ProductDeleteView(ProductScreen):
    """Delete a product, or hide it if it was ordered, as orders refer to it."""

    permission_required = "delete"
    page_title = gettext_lazy("Delete")
    template_name = "merchandising/confirm.html"

    def get(self, request, pk):
        product = get_object_or_404(Product, pk=pk, parent__isnull=True)
        if was_ordered(product):
            question = _(
                "“%s” was ordered before, so it cannot be deleted: orders must be able to "
                "say what was bought. It can be removed from the shop instead."
            )
            yes = _("Remove from the shop")
        else:
            question = _(
                "Delete “%s” with its texts, pictures, variants, prices and stock? This "
                "cannot be undone."
            )
            yes = _("Yes, delete")
        return self.render(
            question=question % product.title,
            yes=yes,
            serious=True,
            back=reverse(self.edit_url_name, args=[pk]),
        )

    def post(self, request, pk):
        product = get_object_or_404(Product, pk=pk, parent__isnull=True)
        title = product.title
        if remove_product(product=product, by=request.user):
            messages.success(request, _("“%s” is deleted.") % title)
        else:
            messages.success(
                request, _("“%s” is no longer in the shop. Its orders keep it.") % title
            )
        return HttpResponseRedirect(reverse(self.index_url_name))

"""Forms of a product's identity: SKU, class, categories, visibility, and attributes."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from oscar.core.loading import get_model
from wagtail.admin.widgets import AdminDateInput

from commerce.backoffice.categories import category_tree, reader_language
from commerce.copy.models import AttributeCopy, OptionCopy

Product = get_model("catalogue", "Product")
ProductClass = get_model("catalogue", "ProductClass")
ProductAttribute = get_model("catalogue", "ProductAttribute")
ProductCategory = get_model("catalogue", "ProductCategory")
Category = get_model("catalogue", "Category")


class SkuField(forms.CharField):
    """A unique SKU. ``of`` is the product that may keep its own."""

    def __init__(self, **kwargs):
        kwargs.setdefault("label", _("SKU"))
        kwargs.setdefault("max_length", 64)
        super().__init__(**kwargs)

    @staticmethod
    def is_taken(sku: str, *, of=None) -> bool:
        taken = Product.objects.filter(upc=sku)
        return (taken.exclude(pk=of.pk) if of else taken).exists()


class CategoryFields(forms.Form):
    """The main category and further categories, chosen from the tree."""

    main_category = forms.TypedChoiceField(
        label=_("Main category"),
        coerce=int,
        help_text=_("Its path is the product's breadcrumb and address."),
    )
    other_categories = forms.TypedMultipleChoiceField(
        label=_("Also listed in"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def offer_categories(self):
        tree = [(branch.category.pk, branch.label) for branch in category_tree()]
        self.fields["main_category"].choices = [("", "---------"), *tree]
        if "other_categories" in self.fields:
            self.fields["other_categories"].choices = tree

    def chosen_categories(self) -> list:
        """The categories, the main one first. Only after validation."""
        wanted = [self.cleaned_data["main_category"]]
        wanted += self.cleaned_data.get("other_categories") or []
        found = Category.objects.in_bulk(wanted)
        return [found[pk] for pk in dict.fromkeys(wanted)]


class IdentityForm(CategoryFields):
    """The first tab of the editor. The class can be changed while there are no variants."""

    sku = SkuField()
    product_class = forms.ModelChoiceField(
        label=_("Product class"),
        queryset=ProductClass.objects.order_by("name"),
        help_text=_("Decides the attributes and the tax. Fixed once there are variants."),
    )
    is_public = forms.BooleanField(
        label=_("Public"),
        required=False,
        help_text=_("Shown wherever it has a price and a published text."),
    )
    is_featured = forms.BooleanField(
        label=_("Featured"), required=False, help_text=_("Comes first where nothing else decides.")
    )
    launched_on = forms.DateField(
        label=_("Launch date"),
        widget=AdminDateInput,
        required=False,
        help_text=_("“New” counts from here."),
    )

    field_order = [
        "sku",
        "product_class",
        "main_category",
        "other_categories",
        "is_public",
        "is_featured",
        "launched_on",
    ]

    def __init__(self, data=None, *, product, **kwargs):
        self.product = product
        linked = list(
            ProductCategory.objects.filter(product=product)
            .order_by("pk")
            .values_list("category_id", flat=True)
        )
        super().__init__(
            data,
            initial={
                "sku": product.upc,
                "product_class": product.product_class_id,
                "is_public": product.is_public,
                "is_featured": product.priority > 0,
                "launched_on": timezone.localdate(product.date_created),
                "main_category": linked[0] if linked else None,
                "other_categories": linked[1:],
            },
            prefix="identity",
            **kwargs,
        )
        self.offer_categories()
        if product.is_parent:
            self.fields["product_class"].disabled = True
        self.attributes = {}
        self._offer_details()

    def clean_sku(self):
        sku = self.cleaned_data["sku"]
        if SkuField.is_taken(sku, of=self.product):
            raise forms.ValidationError(_("Another product has this SKU."))
        return sku

    def _offer_details(self):
        """Add a field for each attribute by which variants do not differ."""
        names = AttributeCopy.objects.by_subject(reader_language())
        values = {
            value.attribute_id: value.value
            for value in self.product.attribute_values.select_related("attribute")
        }
        for attribute in ProductAttribute.objects.filter(
            product_class=self.product.product_class_id
        ).order_by("pk"):
            built = detail_field(attribute)
            if built is None:
                continue
            name = f"detail_{attribute.pk}"
            built.label = str(names.get(attribute.pk) or attribute.name)
            built.required = attribute.required and attribute.type != ProductAttribute.BOOLEAN
            value = values.get(attribute.pk)
            if attribute.type == ProductAttribute.MULTI_OPTION and value is not None:
                value = [option.pk for option in value]
            self.fields[name] = built
            self.initial[name] = value
            self.attributes[name] = attribute

    @property
    def detail_fields(self):
        return [self[name] for name in self.attributes]

    def details(self) -> dict:
        """``{attribute: value}``, None for empty fields. Only after validation."""
        return {
            attribute: None if self.cleaned_data[name] in ("", None) else self.cleaned_data[name]
            for name, attribute in self.attributes.items()
        }


def detail_field(attribute) -> forms.Field | None:
    """A form field for an attribute's type; None for types that are edited elsewhere."""
    kind = ProductAttribute
    if attribute.type == kind.TEXT:
        return forms.CharField()
    if attribute.type == kind.INTEGER:
        return forms.IntegerField(min_value=-(2**31), max_value=2**31 - 1)
    if attribute.type == kind.FLOAT:
        return forms.FloatField()
    if attribute.type == kind.BOOLEAN:
        return forms.BooleanField()
    if attribute.type == kind.DATE:
        return forms.DateField(widget=AdminDateInput)
    if attribute.type == kind.MULTI_OPTION and attribute.option_group_id:
        options = OptionChoices(
            attribute.option_group.options.order_by("pk"), widget=forms.CheckboxSelectMultiple
        )
        return options
    return None


class OptionChoices(forms.ModelMultipleChoiceField):
    """Options, with their names in the reader's language."""

    def label_from_instance(self, option):
        if not hasattr(self, "_names"):
            self._names = OptionCopy.objects.by_subject(reader_language())
        return str(self._names.get(option.pk) or option.option)

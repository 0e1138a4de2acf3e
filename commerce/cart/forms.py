from django import forms
from oscar.core.loading import get_model

from commerce.catalogue.units import MOST_AT_ONCE
from commerce.catalogue.variants import chosen_variant_id

Product = get_model("catalogue", "Product")


class AddForm(forms.Form):
    """The product and quantity that every "Add to cart" button sends, also from cached pages."""

    product = forms.IntegerField(min_value=1, max_value=2**31 - 1)
    quantity = forms.IntegerField(min_value=1, required=False)

    def clean_quantity(self):
        return min(self.cleaned_data["quantity"] or 1, MOST_AT_ONCE)

    def clean_product(self):
        products = Product.objects.select_related("parent__product_class", "product_class").filter(
            is_public=True
        )
        product = products.filter(pk=self.cleaned_data["product"]).first()
        if product is None:
            raise forms.ValidationError("unknown")
        chosen = chosen_variant_id(product, self.data)
        if chosen == product.pk:
            return product
        product = products.filter(pk=chosen).first()
        if product is None:
            raise forms.ValidationError("not made")
        return product


class QuantityForm(forms.Form):
    quantity = forms.IntegerField(min_value=0)

    def clean_quantity(self):
        return min(self.cleaned_data["quantity"], MOST_AT_ONCE)

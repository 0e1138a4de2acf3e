from django import forms
from oscar.core.loading import get_model

from .services import LINE_LIMIT

Product = get_model("catalogue", "Product")


class AddForm(forms.Form):
    """What any "add to cart" on any cached page sends."""

    product = forms.IntegerField(min_value=1, max_value=2**31 - 1)
    quantity = forms.IntegerField(min_value=1, required=False)

    def clean_quantity(self):
        return min(self.cleaned_data["quantity"] or 1, LINE_LIMIT)

    def clean_product(self):
        product = (
            Product.objects.select_related("parent__product_class", "product_class")
            .filter(pk=self.cleaned_data["product"], is_public=True)
            .first()
        )
        if product is None:
            raise forms.ValidationError("unknown")
        return product


class QuantityForm(forms.Form):
    quantity = forms.IntegerField(min_value=0)

    def clean_quantity(self):
        return min(self.cleaned_data["quantity"], LINE_LIMIT)

from django import forms
from django.utils.translation import gettext_lazy as _
from oscar.core.loading import get_model
from wagtail.admin.widgets import AdminDateInput

from commerce.backoffice.choices import CategoriesField, OptionsField
from commerce.backoffice.inline_words import InlineWordsForm
from markets.lookup import default_language
from markets.text import references_of

from .kinds import kind_of
from .models import Label, LabelCopy, LabelPolicy

Product = get_model("catalogue", "Product")


class LabelForm(InlineWordsForm):
    """A label with its text in every language, and the products it stands on.

    Where the shop works a label out by itself, code and products are not asked for.
    """

    words_model = LabelCopy
    words_fields = ("text",)

    categories = CategoriesField(
        label=_("On everything in these categories"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    options = OptionsField(
        label=_("On everything with these options"),
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 10}),
    )
    skus = forms.CharField(
        label=_("On these products"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("SKUs, one per line. A variant's SKU stands for its product."),
    )

    class Meta:
        model = Label
        fields = [
            "code",
            "colour",
            "priority",
            "is_active",
            "starts_on",
            "ends_on",
            "markets",
            "categories",
            "options",
        ]
        widgets = {"starts_on": AdminDateInput, "ends_on": AdminDateInput}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        first = self.fields[f"text_{default_language()}"]
        if not self.instance.is_own:
            kind = kind_of(self.instance.kind)
            leave_out = ["code"]
            if not kind.takes_products:
                leave_out += ["categories", "options", "skus"]
            if not kind.has_words:
                leave_out += [name for name in self.fields if name.startswith("text_")]
            # Without words of the company's own the shop writes its own.
            first.required = first.widget.is_required = False
            for name in leave_out:
                del self.fields[name]
        elif self.instance.pk is None:
            self.initial.pop(f"text_{default_language()}", None)
        if self.instance.pk and "skus" in self.fields:
            named = self.instance.products.order_by("upc")
            self.initial["skus"] = "\n".join(named.values_list("upc", flat=True))

    def clean_skus(self):
        """The products that are meant."""
        wanted = references_of(self.cleaned_data["skus"])
        known = {
            sku: parent or pk
            for sku, pk, parent in Product.objects.filter(upc__in=wanted).values_list(
                "upc", "pk", "parent_id"
            )
        }
        if missing := [sku for sku in wanted if sku not in known]:
            raise forms.ValidationError(
                _("No product has the SKU %s.") % ", ".join(missing[:10]), code="unknown"
            )
        return set(known.values())

    def save(self, commit=True):
        label = super().save(commit=commit)
        if commit and "skus" in self.fields:
            label.products.set(self.cleaned_data["skus"])
        return label

    def save_words(self) -> None:
        if any(name.startswith("text_") for name in self.fields):
            super().save_words()


class LabelPolicyForm(forms.ModelForm):
    class Meta:
        model = LabelPolicy
        fields = ["market", "new_days", "most_per_card"]

    def __init__(self, *args, for_user=None, **kwargs):
        super().__init__(*args, **kwargs)

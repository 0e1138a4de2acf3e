"""Form fields for the products of an offer: all, categories, labels or SKUs."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from oscar.core.loading import get_model

from commerce.backoffice.categories import category_tree, reader_language
from commerce.labels.models import Label
from markets.lookup import all_markets
from markets.text import references_of

from ..plain_words import label_name
from ..plan import Goods

Product = get_model("catalogue", "Product")

EVERYTHING, CHOSEN = "everything", "chosen"


def category_choices() -> list[tuple[int, str]]:
    return [(branch.category.pk, branch.label) for branch in category_tree()]


def label_choices() -> list[tuple[str, str]]:
    """Labels, with the text that shoppers read."""
    market, language = all_markets()[0].code, reader_language()
    return [
        (code, label_name(code, market, language).strip("“”"))
        for code in Label.objects.order_by("-priority").values_list("code", flat=True)
    ]


class SkuField(forms.CharField):
    """SKUs of products, separated by lines or commas. Cleans to primary keys."""

    widget = forms.Textarea(attrs={"rows": 3, "spellcheck": "false"})

    def clean(self, value):
        wanted = references_of(super().clean(value))
        if not wanted:
            return ()
        found = self._found(wanted)
        unknown = [sku for sku in wanted if sku.casefold() not in found]
        if unknown:
            raise forms.ValidationError(
                ngettext(
                    "There is no product with the SKU %(skus)s.",
                    "There are no products with the SKUs %(skus)s.",
                    len(unknown),
                )
                % {"skus": ", ".join(unknown[:10])}
            )
        return tuple(found[sku.casefold()] for sku in wanted)

    @staticmethod
    def _found(wanted: list[str]) -> dict[str, int]:
        spellings = {form for sku in wanted for form in (sku, sku.upper(), sku.lower())}
        rows = Product.objects.filter(upc__in=spellings).values_list("pk", "upc")
        return {sku.casefold(): pk for pk, sku in rows}


def skus_of(pks) -> str:
    rows = dict(Product.objects.filter(pk__in=pks).values_list("pk", "upc"))
    return "\n".join(rows[pk] or "" for pk in pks if pk in rows)


def goods_fields(prefix: str, *, everything_label) -> dict[str, forms.Field]:
    """The form fields for choosing products, by name."""
    return {
        f"{prefix}_on": forms.ChoiceField(
            label=gettext_lazy("On which products"),
            choices=[
                (EVERYTHING, everything_label),
                (CHOSEN, gettext_lazy("Only what is chosen here")),
            ],
            initial=EVERYTHING,
            widget=forms.RadioSelect,
        ),
        f"{prefix}_categories": forms.TypedMultipleChoiceField(
            label=gettext_lazy("Categories, with all below them"),
            choices=category_choices,
            coerce=int,
            required=False,
            widget=forms.SelectMultiple(attrs={"size": 8}),
        ),
        f"{prefix}_labels": forms.MultipleChoiceField(
            label=gettext_lazy("Products with a label"),
            choices=label_choices,
            required=False,
            widget=forms.CheckboxSelectMultiple,
        ),
        f"{prefix}_products": SkuField(
            label=gettext_lazy("Single products"),
            required=False,
            max_length=20000,
            help_text=gettext_lazy("SKUs, one per line."),
        ),
    }


def read_goods(form, prefix: str, *, without=()) -> Goods | None:
    """The chosen products of a form. Adds an error and returns None if nothing is chosen."""
    cleaned = form.cleaned_data
    if cleaned.get(f"{prefix}_on") != CHOSEN:
        return Goods(without=without)
    chosen = {
        name: tuple(cleaned.get(f"{prefix}_{name}") or ())
        for name in ("categories", "labels", "products")
    }
    if not any(chosen.values()):
        if not any(f"{prefix}_{name}" in form.errors for name in chosen):
            form.add_error(
                f"{prefix}_on", _("Choose a category, a label or a product, or everything.")
            )
        return None
    return Goods(everything=False, without=without, **chosen)


def goods_initial(prefix: str, goods: Goods) -> dict:
    return {
        f"{prefix}_on": EVERYTHING if goods.everything else CHOSEN,
        f"{prefix}_categories": list(goods.categories),
        f"{prefix}_labels": list(goods.labels),
        f"{prefix}_products": skus_of(goods.products),
    }

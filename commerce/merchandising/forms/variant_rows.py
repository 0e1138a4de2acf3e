"""The rows of variants in the grid: SKUs, generated combinations, removed rows."""

from itertools import product as combinations

from django import forms
from django.forms.formsets import BaseFormSet, formset_factory
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from .identity import SkuField
from .variants import GridRowForm

MOST_VARIANTS = 300
PREFIX = "variants"


class VariantRowForm(GridRowForm):
    """The row of one variant. ``variant`` is its id; empty for a new one."""

    variant = forms.IntegerField(required=False, widget=forms.HiddenInput)
    sku = SkuField()
    is_active = forms.BooleanField(label=_("Active"), required=False, initial=True)

    def __init__(self, data=None, *args, grid, **kwargs):
        by_pk = {str(variant.pk): variant for variant in grid.variants}
        prefix = kwargs.get("prefix")
        if data is not None:
            self.posted_pk = data.get(f"{prefix}-variant", "").strip()
            product = by_pk.get(self.posted_pk)
        else:
            product = (kwargs.get("initial") or {}).get("product")
        super().__init__(data, *args, grid=grid, product=product, **kwargs)

    def present(self):
        return {
            **super().present(),
            "variant": self.product.pk,
            "sku": self.product.upc,
            "is_active": self.product.is_public,
        }

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("variant") and self.product is None:
            raise forms.ValidationError(_("Someone removed this variant in the meantime."))
        return cleaned


class BaseVariantFormSet(BaseFormSet):
    """All variants: SKUs and combinations of options must be unique."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        removal = form.fields["DELETE"]
        removal.label = _("Remove row")
        removal.widget.attrs["aria-label"] = form.cell_label("DELETE", removal)

    @property
    def kept(self) -> list[VariantRowForm]:
        """The rows that are not removed. Only after validation."""
        return [
            form
            for form in self.forms
            if form not in self.deleted_forms and (form.product or form.has_changed())
        ]

    @property
    def removed(self) -> list:
        """The variants to remove. Only after validation."""
        return [form.product for form in self.deleted_forms if form.product]

    def clean(self):
        skus: dict[str, VariantRowForm] = {}
        chosen: dict[tuple, VariantRowForm] = {}
        own = self.form_kwargs["grid"].product.upc
        leaving = {product.pk for product in self.removed}
        for form in self.kept:
            sku = form.cleaned_data.get("sku")
            if sku:
                if sku in skus or sku == own:
                    form.add_error("sku", _("This SKU appears twice here."))
                elif self._is_taken(sku, form.product, leaving):
                    form.add_error("sku", _("Another product has this SKU."))
                skus[sku] = form
            axes = form.grid.axes
            combination = tuple(form.cleaned_data.get(axis.field) for axis in axes)
            if axes and combination in chosen and not form.errors:
                form.add_error(axes[0].field, _("There is another variant with these options."))
            chosen[combination] = form
            if axes and not any(combination) and not form.errors:
                form.add_error(axes[0].field, _("Choose what tells this variant apart."))

    def _is_taken(self, sku, product, leaving) -> bool:
        from oscar.core.loading import get_model

        Product = get_model("catalogue", "Product")
        holder = Product.objects.filter(upc=sku).first()
        if holder is None or holder == product:
            return False
        # Variants of this grid may swap their SKUs.
        family = {variant.pk for variant in self.form_kwargs["grid"].variants}
        return holder.pk not in family or holder.pk not in leaving | family


VariantFormSet = formset_factory(
    VariantRowForm,
    formset=BaseVariantFormSet,
    extra=0,
    can_delete=True,
    max_num=MOST_VARIANTS,
    validate_max=True,
    absolute_max=MOST_VARIANTS + 1,
)


def variant_rows(*, grid, data=None, **form_kwargs) -> BaseVariantFormSet:
    """The formset of the grid's variants, unbound or with posted data."""
    return VariantFormSet(
        data,
        prefix=PREFIX,
        initial=None if data is not None else [{"product": variant} for variant in grid.variants],
        form_kwargs={"grid": grid, **form_kwargs},
    )


def with_combinations(data, *, grid):
    """Add a row to the posted data for each new combination of the chosen options.

    Returns the data and the number of rows added.
    """
    data = data.copy()
    axes = grid.axes
    asked = [
        [pk for pk, _label in axis.options if str(pk) in data.getlist(f"generate_{axis.field}")]
        for axis in axes
    ]
    if not any(asked):
        return data, 0
    total = _total(data)
    there = {
        tuple(data.get(f"{PREFIX}-{index}-{axis.field}", "") for axis in axes)
        for index in range(total)
        if not data.get(f"{PREFIX}-{index}-DELETE")
    }
    added = 0
    for combination in combinations(*(options or [None] for options in asked)):
        cells = tuple(str(pk) if pk else "" for pk in combination)
        if cells in there or total + added >= MOST_VARIANTS:
            continue
        words = [
            label
            for axis, wanted in zip(axes, combination, strict=True)
            for pk, label in axis.options
            if pk == wanted
        ]
        stem = data.get("identity-sku") or grid.product.upc or ""
        suffix = "-".join(slugify(word).upper() for word in words)
        row = f"{PREFIX}-{total + added}"
        data[f"{row}-variant"] = ""
        data[f"{row}-sku"] = f"{stem}-{suffix}".strip("-")[:64]
        data[f"{row}-is_active"] = "on"
        for axis, cell in zip(axes, cells, strict=True):
            data[f"{row}-{axis.field}"] = cell
        added += 1
    data[f"{PREFIX}-TOTAL_FORMS"] = str(total + added)
    return data, added


def with_empty_row(data):
    """Add one empty row to the posted data, for products without options to combine."""
    data = data.copy()
    total = _total(data)
    if total < MOST_VARIANTS:
        data[f"{PREFIX}-{total}-variant"] = ""
        data[f"{PREFIX}-{total}-is_active"] = "on"
        data[f"{PREFIX}-TOTAL_FORMS"] = str(total + 1)
    return data


def _total(data) -> int:
    try:
        return max(0, min(int(data.get(f"{PREFIX}-TOTAL_FORMS", 0)), MOST_VARIANTS))
    except ValueError:
        return 0

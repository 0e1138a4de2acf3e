"""Forms of the variant grid: the product's own row and one row for each variant.

Not model forms: cells belong to price lists and warehouses, and services save them.
"""

from django import forms
from django.utils.translation import gettext_lazy as _

from commerce.pricing.amounts import read_amount, write_amount
from markets.lookup import get_market

from ..services.variants import GridRow


class AmountField(forms.CharField):
    """An amount in the currency of a price list, in any number format."""

    def __init__(self, market, **kwargs):
        self.market = market
        super().__init__(required=False, max_length=32, **kwargs)
        self.widget.attrs |= {"inputmode": "decimal", "autocomplete": "off"}

    def clean(self, value):
        return read_amount(super().clean(value), self.market)


class GridRowForm(forms.Form):
    """The cells of a row, for the product and for variants."""

    def __init__(self, *args, grid, product=None, may_price=True, may_count=True, **kwargs):
        self.grid = grid
        self.product = product
        super().__init__(*args, **kwargs)
        for axis in grid.axes:
            self.fields[axis.field] = forms.TypedChoiceField(
                label=axis.name,
                choices=[("", "—"), *axis.options],
                coerce=int,
                empty_value=None,
                required=False,
            )
        for price_list in grid.price_lists if may_price else []:
            market = get_market(price_list.market)
            self.fields[f"amount_{price_list.pk}"] = AmountField(
                market, label=_("Price, %s") % price_list.name
            )
            self.fields[f"compare_{price_list.pk}"] = AmountField(
                market, label=_("Compare-at price, %s") % price_list.name
            )
        for partner in grid.warehouses if may_count else []:
            self.fields[f"stock_{partner.pk}"] = forms.IntegerField(
                label=_("Stock, %s") % partner.name,
                required=False,
                min_value=0,
                max_value=2_000_000_000,
                widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
            )
            # The count that was rendered, to detect a change in the meantime.
            self.fields[f"seen_{partner.pk}"] = forms.CharField(
                required=False, widget=forms.HiddenInput
            )
        for name, field in self.fields.items():
            if not isinstance(field.widget, forms.HiddenInput):
                field.widget.attrs.setdefault("aria-label", self.cell_label(name, field))
        if not self.is_bound and product is not None:
            self.initial = {**self.present(), **self.initial}

    def cell_label(self, name, field) -> str:
        row = self.grid.name_of(self.product.pk) if self.product and self.product.pk else ""
        return f"{field.label} – {row}" if row else str(field.label)

    def present(self) -> dict:
        """The stored values of the cells."""
        pk, grid = self.product.pk, self.grid
        cells = {axis.field: grid.chosen.get((pk, axis.attribute.pk)) for axis in grid.axes}
        for price_list in grid.price_lists:
            price = grid.prices.get((pk, price_list.pk))
            market = get_market(price_list.market)
            cells[f"amount_{price_list.pk}"] = write_amount(price and price.amount, market)
            cells[f"compare_{price_list.pk}"] = write_amount(price and price.compare_at, market)
        for partner in grid.warehouses:
            record = grid.stock.get((pk, partner.pk))
            count = record.num_in_stock if record else None
            cells[f"stock_{partner.pk}"] = cells[f"seen_{partner.pk}"] = (
                "" if count is None else count
            )
        return cells

    def clean(self):
        cleaned = super().clean()
        for price_list in self.grid.price_lists:
            amount = cleaned.get(f"amount_{price_list.pk}")
            compare_at = cleaned.get(f"compare_{price_list.pk}")
            if compare_at is None or f"amount_{price_list.pk}" in self.errors:
                continue
            if amount is None:
                self.add_error(f"amount_{price_list.pk}", _("A compare-at price needs a price."))
            elif compare_at <= amount:
                self.add_error(
                    f"compare_{price_list.pk}",
                    _("The compare-at price must be higher than the price."),
                )
        if self.product is not None and self.product.pk:
            self._check_counts(cleaned)
        return cleaned

    def _check_counts(self, cleaned):
        for partner in self.grid.warehouses:
            name, seen = f"stock_{partner.pk}", f"seen_{partner.pk}"
            if name not in self.fields or name in self.errors:
                continue
            record = self.grid.stock.get((self.product.pk, partner.pk))
            now = "" if record is None or record.num_in_stock is None else str(record.num_in_stock)
            typed = "" if cleaned.get(name) is None else str(cleaned[name])
            if typed == cleaned.get(seen, ""):
                continue
            if typed == "":
                self.add_error(name, _("Enter 0 where there are none left."))
            elif now != cleaned.get(seen, ""):
                # The user has to see the new count before replacing it.
                self.data = self.data.copy()
                self.data[self.add_prefix(seen)] = now
                self.add_error(
                    name, _("It became %s while you were editing. Check, and save again.") % now
                )

    def row(self, *, stock=True, **extra) -> GridRow:
        """The row for ``save_grid``. Only after validation."""
        cleaned = self.cleaned_data
        return GridRow(
            product=self.product,
            options={
                axis.attribute: self.grid.option(cleaned[axis.field]) for axis in self.grid.axes
            },
            prices={
                price_list: (
                    cleaned[f"amount_{price_list.pk}"],
                    cleaned[f"compare_{price_list.pk}"],
                )
                for price_list in self.grid.price_lists
                if f"amount_{price_list.pk}" in self.fields
            },
            stock={
                partner: cleaned[f"stock_{partner.pk}"]
                for partner in self.grid.warehouses
                if stock
                and cleaned.get(f"stock_{partner.pk}") is not None
                and str(cleaned[f"stock_{partner.pk}"]) != cleaned.get(f"seen_{partner.pk}", "")
            },
            **extra,
        )

"""Forms of the dry run: the sample cart's products, market, moment and customer."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from oscar.core.loading import get_model
from wagtail.admin.widgets import AdminDateInput, AdminTimeInput

from markets.fields import market_choices
from markets.lookup import get_market
from markets.text import as_seen
from people.models import CustomerGroup

from ..coupon_codes import normalized

Product = get_model("catalogue", "Product")

# Empty rows in the form.
ROWS = 8
MOST = 999
SUGGESTED = 400


class TrialForm(forms.Form):
    market = forms.ChoiceField(label=gettext_lazy("Country"), choices=market_choices)
    day = forms.DateField(label=gettext_lazy("Day"), widget=AdminDateInput)
    clock = forms.TimeField(
        label=gettext_lazy("Time there"), widget=AdminTimeInput, initial=time(12)
    )
    code = forms.CharField(label=gettext_lazy("Coupon code"), max_length=64, required=False)
    signed_in = forms.BooleanField(label=gettext_lazy("Signed in"), required=False)
    groups = forms.ModelMultipleChoiceField(
        label=gettext_lazy("In these customer groups"),
        queryset=CustomerGroup.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["groups"].queryset = CustomerGroup.objects.order_by("name")
        if not self.fields["groups"].queryset.exists():
            del self.fields["groups"]

    def clean_code(self):
        return normalized(self.cleaned_data["code"])

    @property
    def moment(self) -> datetime:
        """The moment of the dry run, in the market's time zone."""
        cleaned = self.cleaned_data
        zone = ZoneInfo(get_market(cleaned["market"]).time_zone)
        return datetime.combine(cleaned["day"], cleaned["clock"], zone)

    @property
    def group_ids(self) -> tuple[int, ...]:
        return tuple(group.pk for group in self.cleaned_data.get("groups", ()))


class LineForm(forms.Form):
    """A product by its SKU, or the start of it, and a quantity."""

    sku = forms.CharField(
        label=gettext_lazy("Product SKU"),
        max_length=64,
        required=False,
        widget=forms.TextInput(attrs={"list": "trial-products", "autocomplete": "off"}),
    )
    quantity = forms.IntegerField(
        label=gettext_lazy("Quantity"), min_value=0, max_value=MOST, initial=1, required=False
    )

    def clean_sku(self):
        sku = as_seen(self.cleaned_data["sku"])
        if not sku:
            return ""
        self.product = (
            Product.objects.filter(upc__iexact=sku)
            .exclude(structure=Product.PARENT)
            .select_related("parent")
            .first()
        )
        if self.product is None:
            if Product.objects.filter(upc__iexact=sku, structure=Product.PARENT).exists():
                raise forms.ValidationError(
                    _("It comes in variants: enter the SKU of one of them.")
                )
            raise forms.ValidationError(_("There is no product with this SKU."))
        return sku


def suggestions() -> list[tuple[str, str]]:
    """SKUs and titles for the field's suggestions: no more than a browser lists."""
    rows = Product.objects.exclude(structure=Product.PARENT).exclude(upc=None)
    rows = rows.order_by("upc").values_list("upc", "title", "parent__title")[:SUGGESTED]
    return [(sku, title or of or "") for sku, title, of in rows]


LineFormSet = forms.formset_factory(LineForm, extra=ROWS, max_num=30)


def chosen(formset) -> list[tuple[object, int]]:
    """(product, quantity) of a valid formset; repeated products are added up."""
    found: dict[int, tuple[object, int]] = {}
    for form in formset:
        product = getattr(form, "product", None)
        if product is None or not form.cleaned_data.get("sku"):
            continue
        quantity = form.cleaned_data.get("quantity")
        quantity = 1 if quantity is None else quantity
        before = found.get(product.pk, (product, 0))[1]
        found[product.pk] = (product, before + quantity)
    return list(found.values())

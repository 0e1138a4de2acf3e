"""Forms of a market's terms of sale: price lists, taxes, warehouses, shipping, payment."""

from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _
from oscar.core.loading import get_model
from wagtail.admin.widgets import AdminDateTimeInput

from commerce.backoffice.inline_words import InlineWordsForm
from commerce.delivery.kinds import all_kinds
from commerce.delivery.models import DeliveryMethod, DeliveryMethodCopy
from commerce.gateways.fees import may_have_fee
from commerce.gateways.models import PaymentMethod, PaymentMethodCopy
from commerce.gateways.registry import all_gateways, gateway_name
from commerce.inventory.models import Warehouse, WarehouseMarket
from commerce.pricing.amounts import example, read_amount, write_amount
from commerce.pricing.models import PriceList
from markets.fields import market_choices
from markets.lookup import get_market

Partner = get_model("partner", "Partner")

REGION_WIDGETS = {
    "only_regions": forms.Textarea(attrs={"rows": 2}),
    "except_regions": forms.Textarea(attrs={"rows": 2}),
}


class PriceListForm(forms.ModelForm):
    class Meta:
        model = PriceList
        fields = ["name", "code", "market", "customer_group", "priority", "starts_at", "ends_at"]
        widgets = {"starts_at": AdminDateTimeInput, "ends_at": AdminDateTimeInput}

    def __init__(self, *args, for_user=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["priority"].help_text = _(
            "A market's ordinary list has 0. Of the lists that hold, the highest one wins."
        )
        if self.instance.pk and self.instance.prices.exists():
            self.fields["market"].disabled = True
            self.fields["market"].help_text = _("Fixed: its prices are in this currency.")


class WarehouseForm(forms.ModelForm):
    """A warehouse with its name and the markets that it ships to, by priority."""

    name = forms.CharField(label=_("Name"), max_length=128)
    markets = forms.MultipleChoiceField(
        label=_("Ships to"),
        choices=market_choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    position = forms.IntegerField(
        label=_("Position"),
        min_value=0,
        max_value=999,
        initial=0,
        help_text=_("In each market the lowest number with stock ships."),
    )

    class Meta:
        model = Warehouse
        fields = []

    def __init__(self, *args, for_user=None, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            served = list(self.instance.served.all())
            self.initial |= {
                "name": self.instance.partner.name,
                "markets": [link.market for link in served],
                "position": min((link.position for link in served), default=0),
            }

    def clean_name(self):
        name = self.cleaned_data["name"]
        others = Warehouse.objects.filter(partner__name=name).exclude(pk=self.instance.pk)
        if others.exists():
            raise forms.ValidationError(_("There is already a warehouse with this name."))
        return name

    def save(self, commit=True):
        partner = self.instance.partner if self.instance.pk else Partner()
        partner.name = self.cleaned_data["name"]
        partner.save()
        self.instance.partner = partner
        warehouse = super().save(commit=commit)
        wanted = self.cleaned_data["markets"]
        for link in warehouse.served.exclude(market__in=wanted):
            link.delete()
        for market in wanted:
            WarehouseMarket.objects.update_or_create(
                warehouse=warehouse,
                market=market,
                defaults={"position": self.cleaned_data["position"]},
            )
        return warehouse


class DeliveryMethodForm(InlineWordsForm):
    """A shipping method. Amounts are parsed in the number format of its market."""

    words_model = DeliveryMethodCopy
    words_fields = ("name", "note")

    price = forms.CharField(label=_("Price"), max_length=32, help_text=_("0 where it is free."))
    free_from = forms.CharField(
        label=_("Free from"),
        max_length=32,
        required=False,
        help_text=_("Orders with this subtotal or more ship free."),
    )

    class Meta:
        model = DeliveryMethod
        fields = [
            "market",
            "code",
            "kind",
            "price",
            "free_from",
            "days_min",
            "days_max",
            "only_regions",
            "except_regions",
            "position",
            "is_active",
        ]
        widgets = REGION_WIDGETS

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["position"].label = _("Position")
        kinds = {kind.code: kind.name for kind in all_kinds()}
        if self.instance.kind not in kinds:
            # A kind of an app that is not installed any more.
            kinds[self.instance.kind] = self.instance.kind
        if len(kinds) > 1:
            self.fields["kind"] = forms.ChoiceField(label=_("Kind"), choices=list(kinds.items()))
        else:
            del self.fields["kind"]
        if self.instance.pk:
            market = get_market(self.instance.market)
            for name in ("price", "free_from"):
                self.initial[name] = write_amount(getattr(self.instance, name), market)

    def clean(self):
        cleaned = super().clean()
        code = cleaned.get("market")
        for name in ("price", "free_from") if code else ():
            if name not in cleaned:
                continue
            try:
                cleaned[name] = read_amount(cleaned[name], get_market(code))
            except forms.ValidationError as error:
                self.add_error(name, error)
        if code and cleaned.get("price") is None and "price" not in self.errors:
            self.add_error(
                "price", _("Enter an amount, for example %s.") % example(get_market(code))
            )
        fewest, most = cleaned.get("days_min"), cleaned.get("days_max")
        if fewest is not None and most is not None and fewest > most:
            self.add_error("days_max", _("At most cannot be less than at least."))
        return cleaned


class PaymentMethodForm(InlineWordsForm):
    """A payment method of a market, with its texts for customers. The fee is parsed in the number
    format of the market."""

    words_model = PaymentMethodCopy
    words_fields = ("name", "note", "instructions")

    fee = forms.CharField(
        label=_("Fee"),
        max_length=32,
        required=False,
        help_text=_("What cash on delivery adds to an order. 0: nothing."),
    )

    class Meta:
        model = PaymentMethod
        fields = [
            "market",
            "gateway",
            "hold_minutes",
            "fee",
            "only_regions",
            "except_regions",
            "position",
            "is_active",
        ]
        widgets = REGION_WIDGETS

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["position"].label = _("Position")
        codes = list(all_gateways())
        if self.instance.pk and self.instance.gateway not in codes:
            codes.append(self.instance.gateway)
        self.fields["gateway"] = forms.ChoiceField(
            label=_("Gateway"), choices=[(code, gateway_name(code)) for code in codes]
        )
        if self.instance.pk:
            market = get_market(self.instance.market)
            self.initial["fee"] = write_amount(self.instance.fee, market)

    def clean(self):
        cleaned = super().clean()
        code = cleaned.get("market")
        if code and "fee" in cleaned:
            try:
                cleaned["fee"] = read_amount(cleaned["fee"], get_market(code)) or Decimal(0)
            except forms.ValidationError as error:
                self.add_error("fee", error)
        if cleaned.get("fee") and not may_have_fee(cleaned.get("gateway", "")):
            self.add_error("fee", _("Only cash on delivery can have a fee."))
        return cleaned

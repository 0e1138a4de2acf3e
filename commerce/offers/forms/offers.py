"""The offer form: condition, benefit, markets, groups and limits on one screen."""

from decimal import Decimal, InvalidOperation

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from oscar.core.loading import get_model
from wagtail.admin.widgets import AdminDateInput

from cms.addresses.translations import content_locales
from commerce.pricing.amounts import read_amount, write_amount
from markets.fields import market_choices
from markets.lookup import default_language, get_market
from markets.names import language_name
from people.models import CustomerGroup

from ..models import OfferCopy
from ..plan import MONEY, OfferPlan
from ..services.offers import check_plan, save_offer
from .choices import GIVES, PERCENT, PLAIN, SECTIONS, USAGES, WHEN
from .goods import SkuField, goods_fields, goods_initial, read_goods, skus_of
from .reading import plan_of

Benefit = get_model("offer", "Benefit")
Condition = get_model("offer", "Condition")
ConditionalOffer = get_model("offer", "ConditionalOffer")


def _whole(label, help_text="", **kwargs):
    return forms.IntegerField(
        label=label, help_text=help_text, required=False, min_value=1, max_value=10**6, **kwargs
    )


class OfferForm(forms.ModelForm):
    """Edits a whole ``OfferPlan``, which is saved by ``services.offers.save_offer``."""

    when = forms.ChoiceField(label=gettext_lazy("When the cart has"), choices=WHEN)
    when_value = forms.CharField(
        label=gettext_lazy("How many, or what amount"), max_length=32, initial="1"
    )
    without = SkuField(
        label=gettext_lazy("But not these products"),
        required=False,
        max_length=20000,
        help_text=gettext_lazy("SKUs, one per line."),
    )
    gives = forms.ChoiceField(label=gettext_lazy("They get"), choices=GIVES)
    gives_value = forms.CharField(
        label=gettext_lazy("How much"),
        max_length=32,
        required=False,
        help_text=gettext_lazy(
            "A percentage, or an amount in the country's currency. Leave it empty for “the "
            "lowest-priced one”."
        ),
    )
    gives_most = _whole(
        gettext_lazy("Maximum number of products"),
        gettext_lazy("Empty: all of them. 1 with 100%: one of them free."),
    )
    markets = forms.MultipleChoiceField(
        label=gettext_lazy("Countries"),
        choices=market_choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Amounts are in one currency: one country then."),
    )
    first_day = forms.DateField(
        label=gettext_lazy("First day"), required=False, widget=AdminDateInput
    )
    last_day = forms.DateField(
        label=gettext_lazy("Last day"),
        required=False,
        widget=AdminDateInput,
        help_text=gettext_lazy("It ends at midnight on each country's own clock."),
    )
    groups = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Customer groups"),
        queryset=CustomerGroup.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("None: for everyone."),
    )
    is_coupon = forms.BooleanField(
        label=gettext_lazy("Only with a code"),
        required=False,
        help_text=gettext_lazy("Many different codes are generated after saving."),
    )
    code = forms.CharField(label=gettext_lazy("Code"), max_length=64, required=False)
    usage = forms.ChoiceField(label=gettext_lazy("Can be used"), choices=USAGES)
    per_order = _whole(gettext_lazy("Maximum uses per order"))
    per_customer = _whole(
        gettext_lazy("Maximum uses per customer"),
        gettext_lazy("Such an offer is for customers who are signed in."),
    )
    in_all = _whole(gettext_lazy("Maximum uses in total"))
    budget = forms.CharField(
        label=gettext_lazy("Until this much was given"),
        max_length=32,
        required=False,
        help_text=gettext_lazy(
            "An amount in the country's currency; it ends with the order that reaches it."
        ),
    )
    priority = forms.IntegerField(
        label=gettext_lazy("Priority"),
        initial=0,
        min_value=-1000,
        max_value=1000,
        help_text=gettext_lazy("The highest is applied first."),
    )
    combinable = forms.BooleanField(
        label=gettext_lazy("Can be combined with others on the same product"),
        required=False,
        help_text=gettext_lazy("Only with offers that also allow it."),
    )
    is_active = forms.BooleanField(label=gettext_lazy("Active"), required=False, initial=True)
    is_listed = forms.BooleanField(
        label=gettext_lazy("Shown on the offers page"), required=False, initial=True
    )

    class Meta:
        model = ConditionalOffer
        fields = []

    def __init__(self, *args, for_user=None, **kwargs):
        self.by = for_user
        super().__init__(*args, **kwargs)
        self.languages = tuple(content_locales())
        for code in self.languages:
            self._add_words(code)
        self.fields |= goods_fields("goods", everything_label=gettext_lazy("Everything"))
        self.fields |= goods_fields(
            "gift", everything_label=gettext_lazy("The same products as above")
        )
        self.fields["groups"].queryset = CustomerGroup.objects.order_by("name")
        if self.instance.pk:
            self.initial = {**self.initial, **self._initial(plan_of(self.instance))}
            self.fields["is_coupon"].disabled = True

    def _add_words(self, code: str) -> None:
        for name in ("name", "description"):
            made = OfferCopy._meta.get_field(name).formfield()
            required = code == default_language() and name == "name"
            made.required = made.widget.is_required = required
            made.label = f"{made.label} ({language_name(code)})"
            made.widget.attrs["lang"] = code
            self.fields[f"{name}_{code}"] = made

    def _initial(self, plan: OfferPlan) -> dict:
        market = get_market(plan.markets[0]) if plan.markets else None

        def value(kind, number):
            if number is None:
                return ""
            if kind in MONEY and market:
                return write_amount(number, market)
            return f"{number.normalize():f}"

        return {
            **{name: getattr(plan, name) for name in PLAIN},
            **{f"name_{code}": text for code, text in plan.names.items()},
            **{f"description_{code}": text for code, text in plan.descriptions.items()},
            **goods_initial("goods", plan.goods),
            **(goods_initial("gift", plan.gives_goods) if plan.gives_goods else {}),
            "without": skus_of(plan.goods.without),
            "when_value": value(plan.when, plan.when_value),
            "gives_value": value(plan.gives, plan.gives_value),
            "budget": write_amount(plan.budget, market) if market else "",
            "markets": list(plan.markets),
            "groups": list(plan.groups),
        }

    @property
    def sections(self) -> list[tuple[str, list]]:
        """The fields under their headings, in the order of the screen."""
        fields = list(self)
        found = []
        for heading, patterns in SECTIONS:
            inside = [
                field
                for pattern in patterns
                for field in fields
                if field.name == pattern
                or (pattern.endswith("*") and field.name.startswith(pattern[:-1]))
            ]
            found.append((heading, inside))
        return found

    def clean(self):
        cleaned = super().clean()
        market = get_market(cleaned["markets"][0]) if cleaned.get("markets") else None
        for name, kind in (
            ("when_value", cleaned.get("when")),
            ("gives_value", cleaned.get("gives")),
        ):
            if name in cleaned and kind:
                try:
                    cleaned[name] = self._number(cleaned[name], kind, market)
                except ValidationError as error:
                    self.add_error(name, error)
        if "budget" in cleaned and market:
            try:
                cleaned["budget"] = read_amount(cleaned["budget"], market) or None
            except ValidationError as error:
                self.add_error("budget", error)
        self._check_together(cleaned)
        without = cleaned.get("without") or ()
        goods = read_goods(self, "goods", without=without)
        gift = None
        if cleaned.get("gift_on") == "chosen":
            gift = read_goods(self, "gift", without=without)
        if not self.errors:
            self.plan = self._plan(cleaned, goods, gift)
        return cleaned

    def _number(self, text: str, kind: str, market) -> Decimal | None:
        if kind == Benefit.MULTIBUY:
            return None
        if kind in MONEY:
            if market is None:
                return None
            amount = read_amount(text, market)
            if amount is None or (amount == 0 and kind != Benefit.SHIPPING_FIXED_PRICE):
                raise ValidationError(_("Enter an amount."))
            return amount
        try:
            number = Decimal((text or "").replace(",", ".").replace("%", "").strip())
        except InvalidOperation:
            raise ValidationError(_("Enter a number.")) from None
        if not number.is_finite() or number <= 0:
            raise ValidationError(_("Enter a number greater than 0."))
        if kind in PERCENT:
            if number > 100:
                raise ValidationError(_("The discount cannot exceed 100%: enter 100 or less."))
            return number.quantize(Decimal("0.01"))
        if number != number.to_integral_value() or number > 1000:
            raise ValidationError(_("Enter a whole number."))
        return number

    def _check_together(self, cleaned: dict) -> None:
        if cleaned.get("when") == Condition.VALUE and cleaned.get("gives") == Benefit.FIXED_PRICE:
            self.add_error(
                "gives", _("A fixed price is for a number of products, not for an amount.")
            )
        if cleaned.get("code") and not cleaned.get("is_coupon"):
            self.add_error("code", _("Choose “only with a code” as well, or leave this empty."))

    def _plan(self, cleaned: dict, goods, gift) -> OfferPlan:
        return OfferPlan(
            names={code: cleaned[f"name_{code}"] for code in self.languages},
            descriptions={code: cleaned[f"description_{code}"] for code in self.languages},
            goods=goods,
            gives_goods=gift,
            markets=tuple(cleaned["markets"]),
            groups=tuple(group.pk for group in cleaned["groups"]),
            **{name: cleaned[name] for name in [*PLAIN, "when_value", "gives_value", "budget"]},
        )

    def _post_clean(self):
        """Skip the model's validation: the service validates, as it also sees other offers."""
        if self.errors:
            return
        try:
            check_plan(self.plan, self.instance if self.instance.pk else None)
        except ValidationError as error:
            self.add_error(None, error)

    def save(self, commit=True):
        offer = self.instance if self.instance.pk else None
        self.instance = save_offer(plan=self.plan, offer=offer, by=self.by)
        return self.instance

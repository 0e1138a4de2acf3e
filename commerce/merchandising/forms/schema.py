"""Forms of product classes (with their tax), attributes, options and swatches."""

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from oscar.core.loading import get_model

from commerce.backoffice.inline_words import InlineWordsForm
from commerce.copy.models import AttributeCopy, OptionCopy
from commerce.listings.models import FilterableAttribute
from commerce.listings.services import set_filterable
from commerce.media.models import OptionSwatch
from commerce.pricing.models import MILLI, ClassTax, OptionContent
from markets.lookup import all_markets, default_language

ProductClass = get_model("catalogue", "ProductClass")
ProductAttribute = get_model("catalogue", "ProductAttribute")
AttributeOptionGroup = get_model("catalogue", "AttributeOptionGroup")
AttributeOption = get_model("catalogue", "AttributeOption")


class ProductClassForm(forms.ModelForm):
    """A product class with its tax class beside it."""

    tax_class = forms.ChoiceField(
        label=_("Tax class"), help_text=_("Which of a market's rates its products bear.")
    )

    class Meta:
        model = ProductClass
        fields = ["name", "requires_shipping", "track_stock"]

    def __init__(self, *args, for_user=None, **kwargs):
        super().__init__(*args, **kwargs)
        known = ["standard"]
        for market in all_markets():
            known += [code for code in market.tax_rates if code not in known]
        present = None
        if self.instance.pk:
            tax = ClassTax.objects.filter(product_class=self.instance).first()
            present = tax.tax_class if tax else None
        if present and present not in known:
            known.append(present)
        self.fields["tax_class"].choices = [(code, code) for code in known]
        self.initial["tax_class"] = present or "standard"

    def save(self, commit=True):
        product_class = super().save(commit=commit)
        if commit:
            ClassTax.objects.update_or_create(
                product_class=product_class,
                defaults={"tax_class": self.cleaned_data["tax_class"]},
            )
        return product_class


class AttributeForm(InlineWordsForm):
    """An attribute of a class. Variants differ by attributes of the type "option"."""

    words_model = AttributeCopy

    filterable = forms.BooleanField(
        label=_("Shoppers can filter by it"),
        required=False,
        help_text=_(
            "Its options stand beside lists of products, with how many there are of each. "
            "Only for the type “option”. Attributes with the same code are one filter."
        ),
    )

    class Meta:
        model = ProductAttribute
        fields = ["product_class", "code", "type", "option_group", "required"]

    def plain_name(self):
        return self.instance.name

    # Without files, pictures and entities, which are edited elsewhere or not at all.
    TYPES = ["option", "multi_option", "text", "integer", "float", "boolean", "date"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        labels = dict(ProductAttribute.TYPE_CHOICES)
        self.fields["type"].choices = [(kind, labels[kind]) for kind in self.TYPES]
        self.fields["type"].initial = "option"
        self.fields["product_class"].required = True
        self.fields["code"].help_text = _("Stands in filters' addresses, such as finish.")
        self.fields["option_group"].help_text = _(
            "Where its options come from. Left empty, it gets a list of its own with its name; "
            "add them under “Options”."
        )
        self.initial["filterable"] = bool(
            self.instance.pk
            and FilterableAttribute.objects.filter(attribute=self.instance).exists()
        )
        self.fields["type"].help_text = _(
            "“Option” tells variants apart, as color and size do. The others are details."
        )
        if self.instance.pk and self.instance.productattributevalue_set.exists():
            for name in ("product_class", "code", "type", "option_group"):
                self.fields[name].disabled = True
                self.fields[name].help_text = _("Fixed: products use it.")

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("type") not in ("option", "multi_option"):
            cleaned["option_group"] = None
        if cleaned.get("filterable") and cleaned.get("type") != "option":
            self.add_error("filterable", _("Only attributes with options can be filters."))
        if cleaned.get("type") == "boolean" and cleaned.get("required"):
            self.add_error("required", _("Yes or no cannot be required."))
        return cleaned

    def save(self, commit=True):
        name = self.cleaned_data[f"name_{default_language()}"]
        self.instance.name = name
        if self.cleaned_data["type"] in ("option", "multi_option"):
            group = self.cleaned_data["option_group"]
            if group is None and commit:
                # A new attribute usually has options of its own.
                group = AttributeOptionGroup.objects.create(name=name)
            self.instance.option_group = group
        attribute = super().save(commit=commit)
        if commit:
            set_filterable(attribute=attribute, on=self.cleaned_data["filterable"])
        return attribute


class OptionGroupForm(forms.ModelForm):
    """A list of options that attributes choose from."""

    class Meta:
        model = AttributeOptionGroup
        fields = ["name", "code"]

    def __init__(self, *args, for_user=None, **kwargs):
        super().__init__(*args, **kwargs)
        # Oscar's label is "Unique identifier".
        self.fields["code"].label = _("Code")
        self.fields["code"].required = False
        self.fields["code"].help_text = _("Leave it empty to create it from the name.")

    def clean_code(self):
        return self.cleaned_data["code"] or None


class OptionForm(InlineWordsForm):
    """An option with its names; for a color its swatch, for a package its contents."""

    words_model = OptionCopy

    swatch = forms.RegexField(
        r"^#[0-9A-Fa-f]{6}$",
        label=_("Swatch"),
        required=False,
        error_messages={"invalid": _("Enter it as #A8481F.")},
        help_text=_("The color to pick it by, as #A8481F. Only for colors."),
    )
    content_amount = forms.DecimalField(
        label=_("Content"),
        required=False,
        localize=True,
        min_value=MILLI,
        max_digits=9,
        decimal_places=3,
        help_text=_(
            "How much is in a pack, such as 30. With it, products say what they cost per 100 ml, "
            "per 100 g or per ounce."
        ),
    )
    content_unit = forms.ChoiceField(
        label=_("Unit"), required=False, choices=[("", "—"), *OptionContent.Unit.choices]
    )

    class Meta:
        model = AttributeOption
        fields = ["group", "code"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].label = _("Code")
        self.fields["code"].required = False
        self.fields["code"].help_text = _(
            "Appears in filters' addresses. Leave it empty to create it from the name."
        )
        if self.instance.pk:
            swatch = OptionSwatch.objects.filter(option=self.instance).first()
            self.initial["swatch"] = swatch.hex if swatch else ""
            if known := OptionContent.objects.filter(option=self.instance).first():
                self.initial["content_amount"] = known.amount.normalize()
                self.initial["content_unit"] = known.unit

    def clean(self):
        cleaned = super().clean()
        name = cleaned.get(f"name_{default_language()}") or ""
        twins = AttributeOption.objects.filter(group=cleaned.get("group"), option=name)
        if name and twins.exclude(pk=self.instance.pk).exists():
            self.add_error(
                f"name_{default_language()}", _("There is already an option with this name.")
            )
        amount, unit = cleaned.get("content_amount"), cleaned.get("content_unit")
        if amount and not unit:
            self.add_error("content_unit", _("Say the unit too."))
        if unit and not amount and "content_amount" not in self.errors:
            self.add_error("content_amount", _("Say how much it is."))
        if not cleaned.get("code") and name:
            cleaned["code"] = self._free_code(name)
        return cleaned

    def plain_name(self):
        return self.instance.option

    def _free_code(self, name: str) -> str:
        stem = slugify(name)[:120] or "option"
        taken = set(
            AttributeOption.objects.filter(code__startswith=stem)
            .exclude(pk=self.instance.pk)
            .values_list("code", flat=True)
        )
        code, number = stem, 2
        while code in taken:
            code, number = f"{stem}-{number}", number + 1
        return code

    def save(self, commit=True):
        self.instance.option = self.cleaned_data[f"name_{default_language()}"]
        option = super().save(commit=commit)
        if commit:
            colour = self.cleaned_data["swatch"]
            if colour:
                OptionSwatch.objects.update_or_create(option=option, defaults={"hex": colour})
            else:
                OptionSwatch.objects.filter(option=option).delete()
            if amount := self.cleaned_data["content_amount"]:
                content = {"amount": amount, "unit": self.cleaned_data["content_unit"]}
                OptionContent.objects.update_or_create(option=option, defaults=content)
            else:
                OptionContent.objects.filter(option=option).delete()
        return option

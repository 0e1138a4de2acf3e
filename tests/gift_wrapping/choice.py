from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from commerce.orders.choices import Choice
from markets.money import format_money

from .charge import PRICES


class GiftWrappingForm(forms.Form):
    wrapped = forms.BooleanField(label=gettext_lazy("Wrap it as a gift"), required=False)
    card = forms.CharField(
        label=gettext_lazy("What the card says"),
        required=False,
        validators=[MaxLengthValidator(200, gettext_lazy("The card has room for 200 characters."))],
        widget=forms.Textarea(attrs={"class": "textarea", "rows": 2}),
    )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("card") and not cleaned.get("wrapped"):
            self.add_error("wrapped", _("The card comes with the wrapping. Check it too."))
        return cleaned


class GiftWrapping(Choice):
    name = "gift_wrapping"
    form_class = GiftWrappingForm
    template_name = "gift_wrapping/fields.html"

    def is_offered(self, cart):
        return cart.market.code in PRICES

    def form(self, data=None, *, kept, cart):
        form = super().form(data, kept=kept, cart=cart)
        price = format_money(PRICES[cart.market.code], cart.market.currency, cart.edition)
        form.fields["wrapped"].help_text = _("%(price)s for the whole order") % {"price": price}
        return form

    def keep(self, cleaned):
        return cleaned if cleaned["wrapped"] else {}

    def describe(self, kept, *, edition):
        return [(_("Gift wrapping"), kept.get("card") or _("Without a card"))]

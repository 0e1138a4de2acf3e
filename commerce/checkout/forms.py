"""Forms of the checkout, with the address fields of the market's country."""

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from commerce.addresses.forms import AddressForm
from people.provenance import CodeField


class ContactAddressForm(AddressForm):
    """The first step: contact, shipping address and delivery instructions."""

    email = forms.EmailField(
        label=_("Email"),
        help_text=_("We'll send order updates here."),
        max_length=254,
        error_messages={
            "required": _("Enter your email."),
            "invalid": _("Enter an email like name@example.com."),
        },
        widget=forms.EmailInput(attrs={"class": "input", "autocomplete": "email"}),
    )
    notes = forms.CharField(
        label=_("Delivery instructions"),
        required=False,
        validators=[MaxLengthValidator(500)],
        widget=forms.Textarea(attrs={"class": "textarea", "rows": 2, "autocomplete": "off"}),
    )

    code = CodeField()

    columns_first = ["email", "first_name", "last_name"]

    def __init__(self, *args, email: str = "", asks_for_code: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        if not asks_for_code:
            del self.fields["code"]
        if email:
            # A signed-in customer orders with the email address of the account.
            del self.fields["email"]
        self.known_email = email

    @property
    def contact(self) -> dict[str, str]:
        data = self.cleaned_data
        return {
            "email": self.known_email or data["email"].lower(),
            "first_name": data["first_name"],
            "last_name": data["last_name"],
            "phone": data["phone"],
            "notes": data["notes"],
        }


class MethodForm(forms.Form):
    """The payment method, out of those offered."""

    payment = forms.ChoiceField(
        label=_("Payment"), error_messages={"required": _("Choose a payment method.")}
    )

    def __init__(self, *args, payments, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["payment"].choices = [(words.gateway, words.name) for words in payments]
        for field in self.fields.values():
            field.error_messages["invalid_choice"] = _("Choose one of the options shown.")


class MethodsForm(MethodForm):
    """The shipping and payment methods, out of those offered for this address."""

    delivery = forms.ChoiceField(
        label=_("Shipping"), error_messages={"required": _("Choose a shipping method.")}
    )
    field_order = ["delivery", "payment"]

    def __init__(self, *args, deliveries, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["delivery"].choices = [(option.code, option.name) for option in deliveries]

"""The checkout's questions, as the market's country asks them."""

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from people.provenance import CodeField

from . import addresses


def _text(label, autocomplete, *, required=True, length=255, missing=None, **attrs):
    return forms.CharField(
        label=label,
        required=required,
        error_messages={"required": missing} if missing else None,
        max_length=length,
        widget=forms.TextInput(attrs={"class": "input", "autocomplete": autocomplete, **attrs}),
    )


class AddressForm(forms.Form):
    """Name, phone and the address columns of one country (ISO code)."""

    first_name = _text(
        _("First name"), "given-name", length=120, missing=_("Enter your first name.")
    )
    last_name = _text(_("Last name"), "family-name", length=120, missing=_("Enter your last name."))
    phone = _text(
        _("Phone"),
        "tel",
        length=32,
        missing=_("Enter a phone number for the carrier."),
        inputmode="tel",
    )

    def __init__(self, *args, country: str, phone_required: bool = True, **kwargs):
        self.country = country
        super().__init__(*args, **kwargs)
        phone = self.fields["phone"]
        phone.required = phone_required
        phone.help_text = _("For the carrier, for example %(number)s") % {
            "number": addresses.phone_example(country)
        }
        required = addresses.required_columns(country)
        for column in addresses.columns_in_use(country):
            self.fields[column] = self._column(column, column in required)
        self.order_fields([*self.columns_first, *addresses.columns_in_use(country), "phone"])

    columns_first = ["first_name", "last_name"]

    def _column(self, column: str, required: bool) -> forms.Field:
        country = self.country
        if column == "state":
            choices = [("", _("Choose…")), *addresses.regions(country)]
            return forms.ChoiceField(
                label=addresses.area_label(country),
                required=required,
                choices=choices,
                error_messages={"required": _("Choose one from the list.")},
                widget=forms.Select(attrs={"class": "select", "autocomplete": "address-level1"}),
            )
        if column == "postcode":
            return _text(
                addresses.postcode_label(country),
                "postal-code",
                required=required,
                length=20,
                missing=_("Enter the postal code."),
                inputmode="numeric",
                size="10",
            )
        labels = {
            "line1": (_("Address"), "address-line1", _("Enter the street address.")),
            "line2": (_("Apt., suite, floor"), "address-line2", None),
            "line3": (addresses.city_area_label(country), "address-level3", None),
            "line4": (_("City"), "address-level2", _("Enter the city.")),
        }
        label, autocomplete, missing = labels[column]
        return _text(label, autocomplete, required=required, missing=missing)

    def clean_phone(self):
        phone = self.cleaned_data["phone"]
        if not phone:
            return ""
        parsed = addresses.parse_phone(phone, self.country)
        if parsed is None:
            raise forms.ValidationError(_("Check the number: it has too few or too many digits."))
        return parsed

    def clean(self):
        cleaned = super().clean()
        values = {column: cleaned.get(column, "") for column in addresses.COLUMNS.values()}
        for column, problem in addresses.check(self.country, values).items():
            if column in self.errors or column not in self.fields:
                continue
            if problem == "required":
                self.add_error(column, self.fields[column].error_messages["required"])
            elif column == "postcode":
                self.add_error(
                    column,
                    _("This postal code does not belong to that state. For example: %(example)s")
                    % {"example": addresses.postcode_example(self.country)},
                )
            else:
                self.add_error(column, _("Choose one from the list."))
        return cleaned

    @property
    def address(self) -> dict[str, str]:
        """The address columns only, every one present."""
        columns = ("line1", "line2", "line3", "line4", "state", "postcode")
        return {column: self.cleaned_data.get(column, "") for column in columns}


class ContactAddressForm(AddressForm):
    """The first step: who, where to, and what the courier should know."""

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
            # Whoever is signed in orders under their own address.
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


class MethodsForm(forms.Form):
    """How it comes and how it is paid, out of what is offered for this address."""

    delivery = forms.ChoiceField(
        label=_("Shipping"), error_messages={"required": _("Choose a shipping method.")}
    )
    payment = forms.ChoiceField(
        label=_("Payment"), error_messages={"required": _("Choose a payment method.")}
    )

    def __init__(self, *args, deliveries, payments, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["delivery"].choices = [(option.code, option.name) for option in deliveries]
        self.fields["payment"].choices = [(words.gateway, words.name) for words in payments]
        for field in self.fields.values():
            field.error_messages["invalid_choice"] = _("Choose one of the options shown.")

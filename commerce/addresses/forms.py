"""An address's questions, as its country asks them."""

from django import forms
from django.utils.translation import gettext_lazy as _

from . import formats


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
            "number": formats.phone_example(country)
        }
        required = formats.required_columns(country)
        for column in formats.columns_in_use(country):
            self.fields[column] = self._column(column, column in required)
        self.order_fields([*self.columns_first, *formats.columns_in_use(country), "phone"])

    columns_first = ["first_name", "last_name"]

    def _column(self, column: str, required: bool) -> forms.Field:
        country = self.country
        if column == "state":
            choices = [("", _("Choose…")), *formats.regions(country)]
            return forms.ChoiceField(
                label=formats.area_label(country),
                required=required,
                choices=choices,
                error_messages={"required": _("Choose one from the list.")},
                widget=forms.Select(attrs={"class": "select", "autocomplete": "address-level1"}),
            )
        if column == "postcode":
            return _text(
                formats.postcode_label(country),
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
            "line3": (formats.city_area_label(country), "address-level3", None),
            "line4": (_("City"), "address-level2", _("Enter the city.")),
        }
        label, autocomplete, missing = labels[column]
        return _text(label, autocomplete, required=required, missing=missing)

    def clean_phone(self):
        phone = self.cleaned_data["phone"]
        if not phone:
            return ""
        parsed = formats.parse_phone(phone, self.country)
        if parsed is None:
            raise forms.ValidationError(_("Check the number: it has too few or too many digits."))
        return parsed

    def clean(self):
        cleaned = super().clean()
        values = {column: cleaned.get(column, "") for column in formats.COLUMNS.values()}
        for column, problem in formats.check(self.country, values).items():
            if column in self.errors or column not in self.fields:
                continue
            if problem == "required":
                self.add_error(column, self.fields[column].error_messages["required"])
            elif column == "postcode":
                self.add_error(
                    column,
                    _("This postal code does not belong to that state. For example: %(example)s")
                    % {"example": formats.postcode_example(self.country, values["state"])},
                )
            else:
                self.add_error(column, _("Choose one from the list."))
        return cleaned

    @property
    def address(self) -> dict[str, str]:
        """The address columns only, every one present."""
        columns = ("line1", "line2", "line3", "line4", "state", "postcode")
        return {column: self.cleaned_data.get(column, "") for column in columns}

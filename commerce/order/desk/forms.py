"""What the desk types: tracking, reasons, amounts, notes."""

from django import forms
from django.utils.translation import gettext_lazy as _

from commerce.merchandising.amounts import read_amount, write_amount
from commerce.order.services import refundable, resendable_mails
from markets.lookup import get_market

from .dossier import mail_name


class ActionForm(forms.Form):
    """A form about one order. ``seen`` is the state the clerk decided on."""

    # What the second of two clerks would overwrite; the view compares.
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=80)

    def __init__(self, *args, order, **kwargs):
        self.order = order
        super().__init__(*args, **kwargs)


class ShipForm(ActionForm):
    carrier = forms.CharField(
        label=_("Carrier"), max_length=80, required=False, help_text=_("Who brings it.")
    )
    number = forms.CharField(
        label=_("Tracking number"),
        max_length=80,
        required=False,
        help_text=_("Empty where the carrier gives none."),
    )
    url = forms.URLField(
        label=_("Tracking address"),
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text=_("Where the customer follows the parcel, for example https://…"),
        error_messages={"invalid": _("Write a whole web address, beginning with https://.")},
    )

    def clean_url(self):
        url = self.cleaned_data["url"]
        if url and not url.startswith(("https://", "http://")):
            raise forms.ValidationError(self.fields["url"].error_messages["invalid"])
        return url

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("url") and not cleaned.get("number") and "number" not in self.errors:
            self.add_error("number", _("Write the number that belongs to the tracking address."))
        return cleaned


class ReasonForm(ActionForm):
    reason = forms.CharField(
        label=_("Reason"),
        max_length=255,
        help_text=_("Only staff read it."),
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Write why: somebody will ask.")},
    )


class RefundForm(ReasonForm):
    amount = forms.CharField(
        label=_("Amount"), max_length=20, widget=forms.TextInput(attrs={"inputmode": "decimal"})
    )
    field_order = ["seen", "amount", "reason"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.market = get_market(self.order.placement.market)
        self.left = refundable(self.order)
        self.fields["amount"].initial = write_amount(self.left, self.market)
        self.fields["amount"].help_text = _("In %(currency)s, at most %(left)s.") % {
            "currency": self.order.payment.currency,
            "left": write_amount(self.left, self.market),
        }

    def clean_amount(self):
        amount = read_amount(self.cleaned_data["amount"], self.market)
        if not amount:
            raise forms.ValidationError(_("Write how much goes back."))
        if amount > self.left:
            raise forms.ValidationError(
                _("That is more than is left to give back: at most %(left)s."),
                params={"left": write_amount(self.left, self.market)},
            )
        return amount


class NoteForm(ActionForm):
    message = forms.CharField(
        label=_("Note"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Only staff read it."),
        error_messages={"required": _("Write the note first.")},
    )


class ResendForm(ActionForm):
    mail = forms.ChoiceField(label=_("Mail"), widget=forms.RadioSelect)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        kinds = resendable_mails(self.order)
        self.fields["mail"].choices = [(kind, mail_name(kind)) for kind in kinds]
        self.fields["mail"].initial = kinds[0] if kinds else None

"""What the desk types: tracking, reasons, amounts, notes."""

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from commerce.gateways.models import Refund
from commerce.gateways.of_order import payments_of
from commerce.orders.acting import NotPossible
from commerce.orders.carriers import carriers_for
from commerce.orders.closing import to_give_back
from commerce.orders.refunding import (
    price_of_refund,
    shipping_to_refund,
    units_to_refund,
    value_of_units,
)
from commerce.orders.services import resendable_mails
from commerce.orders.units import left_to_send
from commerce.pricing.amounts import read_amount, write_amount
from markets.lookup import get_market, language_of
from markets.money import format_money

from .dossier import mail_name
from .widgets import SuggestingInput


class ActionForm(forms.Form):
    """A form about one order. ``seen`` is the state the clerk decided on."""

    # What the second of two clerks would overwrite; the view compares.
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=80)

    def __init__(self, *args, order, **kwargs):
        self.order = order
        super().__init__(*args, **kwargs)


class TrackingForm(ActionForm):
    carrier = forms.CharField(
        label=_("Carrier"), max_length=80, required=False, help_text=_("Who delivers it.")
    )
    number = forms.CharField(
        label=_("Tracking number"),
        max_length=80,
        required=False,
        help_text=_("Empty where the carrier gives none."),
    )
    url = forms.URLField(
        label=_("Tracking link"),
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text=_("Where the customer tracks the package, for example https://…"),
        error_messages={"invalid": _("Enter a full web address, beginning with https://.")},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        carriers = carriers_for(self.order)
        if carriers:
            self.fields["carrier"].widget = SuggestingInput([one.name for one in carriers])
        self.giving = [one.name for one in carriers if one.gives_numbers]

    def clean_url(self):
        url = self.cleaned_data["url"]
        if url and not url.startswith(("https://", "http://")):
            raise forms.ValidationError(self.fields["url"].error_messages["invalid"])
        return url

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("url") and not cleaned.get("number") and "number" not in self.errors:
            self.add_error("number", _("Enter the number that belongs to the tracking link."))
        return cleaned


class ShipForm(TrackingForm):
    """What goes into the parcel, all that is left to begin with, and how it is followed."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.giving:
            self.fields["number"].help_text = _("Empty: %(carriers)s gives it.") % {
                "carriers": ", ".join(self.giving)
            }
        left = left_to_send(self.order)
        self.lines = {
            f"line_{line.pk}": line for line in self.order.lines.order_by("pk") if line.pk in left
        }
        for name, line in self.lines.items():
            most = left[line.pk]
            self.fields[name] = forms.IntegerField(
                label=f"{line.title} ({line.upc or line.partner_sku})",
                help_text=_("Units in this package, of %(left)d that are left.") % {"left": most},
                required=False,
                min_value=0,
                max_value=most,
                initial=most,
                error_messages={
                    "max_value": _("That is more than is left to send: at most %(limit_value)d."),
                    "min_value": _("Enter 0 or more."),
                    "invalid": _("Enter a whole number."),
                },
            )

        # What goes is decided first, then how it is followed.
        self.order_fields(["seen", *self.lines])

    def clean(self):
        cleaned = super().clean()
        # Where the form did not ask, all that is left goes; an emptied field is none.
        asked = {name: line for name, line in self.lines.items() if name in self.data}
        if not asked:
            cleaned["quantities"] = None
        elif not any(name in self.errors for name in asked):
            cleaned["quantities"] = {
                line.pk: cleaned.get(name) or 0 for name, line in asked.items()
            }
            if not any(cleaned["quantities"].values()):
                raise forms.ValidationError(
                    _("Choose at least one unit: an empty package cannot be sent.")
                )
        return cleaned


class ReasonForm(ActionForm):
    reason = forms.CharField(
        label=_("Reason"),
        max_length=255,
        help_text=_("Only staff read it."),
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Enter the reason: someone will ask.")},
    )


class AmountForm(ReasonForm):
    amount = forms.CharField(
        label=_("Amount"), max_length=20, widget=forms.TextInput(attrs={"inputmode": "decimal"})
    )
    field_order = ["seen", "amount", "reason"]
    may_be_nothing = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.market = get_market(self.order.placement.market)
        payments = payments_of(self.order)
        self.left, self.seen_refunded = payments.refundable, payments.went_back
        self.fields["amount"].initial = write_amount(self.left, self.market)
        edition = self.market.edition(language_of(get_language() or ""))
        self.most = format_money(self.left, self.order.currency, edition)
        self.fields["amount"].help_text = _("In %(currency)s, at most %(left)s.") % {
            "currency": self.order.currency,
            "left": self.most,
        }

    def clean(self):
        # As it was when the amount was judged: what goes back meanwhile is noticed under the lock.
        cleaned = super().clean()
        cleaned["seen_refunded"] = self.seen_refunded
        return cleaned

    def clean_amount(self):
        amount = read_amount(self.cleaned_data["amount"], self.market)
        if amount is None or not (amount or self.may_be_nothing):
            raise forms.ValidationError(_("Enter the amount to refund."))
        if amount > self.left:
            raise forms.ValidationError(
                _("That is more than is left to refund: at most %(left)s."),
                params={"left": self.most},
            )
        return amount


class RefundForm(AmountForm):
    """All that is left, the money of some units, or an amount; and why."""

    ALL, UNITS, AMOUNT = "all", "units", "amount"
    how = forms.ChoiceField(
        label=_("How much"),
        choices=[
            (ALL, _("All that is left")),
            (UNITS, _("The price of these products")),
            (AMOUNT, _("An amount")),
        ],
        initial=ALL,
        required=False,
        widget=forms.RadioSelect,
    )
    shipping = forms.BooleanField(label=_("And the shipping"), required=False)
    cause = forms.ChoiceField(
        label=_("Why"), choices=Refund.Cause.choices, initial=Refund.Cause.DAMAGED, required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        left = units_to_refund(self.order)
        lines = self.order.lines.filter(pk__in=left).order_by("pk")
        self.lines = {f"line_{line.pk}": line for line in lines}
        edition = self.market.edition(language_of(get_language() or ""))
        for name, line in self.lines.items():
            price = value_of_units(self.order, {line.pk: 1})
            self.fields[name] = forms.IntegerField(
                label=f"{line.title} ({line.upc or line.partner_sku})",
                help_text=_("Units, of %(left)d. One is %(price)s.")
                % {
                    "left": left[line.pk],
                    "price": format_money(price, self.order.currency, edition),
                },
                required=False,
                min_value=0,
                max_value=left[line.pk],
                initial=0,
            )
        if not shipping_to_refund(self.order):
            del self.fields["shipping"]
        self.fields["amount"].required = self.fields["reason"].required = False
        self.order_fields(["seen", "how", *self.lines, "shipping", "amount", "cause", "reason"])

    def clean_how(self):
        return self.cleaned_data["how"] or self.AMOUNT

    def clean_cause(self):
        return self.cleaned_data["cause"] or Refund.Cause.OTHER

    def clean_amount(self):
        if self.cleaned_data.get("how") != self.AMOUNT:
            return self.left
        return super().clean_amount()

    def clean(self):
        cleaned = super().clean()
        cleaned["units"] = {}
        cleaned["shipping"] = bool(cleaned.get("shipping")) and cleaned.get("how") == self.UNITS
        if self._contradicts(cleaned):
            self.add_error("how", _("You typed units or another amount: choose which counts."))
        elif cleaned.get("how") == self.UNITS:
            self._clean_units(cleaned)
        says_nothing = not cleaned.get("reason") and "reason" not in self.errors
        if cleaned.get("cause") == Refund.Cause.OTHER and says_nothing:
            self.add_error("reason", self.fields["reason"].error_messages["required"])
        return cleaned

    def _contradicts(self, cleaned: dict) -> bool:
        """Whether something was typed that would not count: more might go back than was meant."""
        units = any(cleaned.get(name) for name in self.lines)
        typed = self.data.get("amount", "").strip()
        amount = typed and typed != self.fields["amount"].initial
        how = cleaned.get("how")
        return bool((units and how != self.UNITS) or (amount and how != self.AMOUNT))

    def _clean_units(self, cleaned: dict) -> None:
        units = {line.pk: cleaned[name] for name, line in self.lines.items() if cleaned.get(name)}
        shipping = bool(cleaned.get("shipping"))
        # What they bring the service decides; here it is only told in time where it is too much.
        cleaned["units"], cleaned["amount"] = units, None
        try:
            price = price_of_refund(self.order, units=units, shipping=shipping)
        except NotPossible as refused:
            self.add_error("how", refused.message)
            return
        if not price:
            self.add_error("how", _("Choose at least one unit, or another way."))
        elif price > self.left:
            said = _("That is more than is left to refund: at most %(left)s.")
            self.add_error("how", said % {"left": self.most})


class CancelRestForm(AmountForm):
    """Why the rest never leaves, whether its units are there, and what goes back for it."""

    restock = forms.BooleanField(
        label=_("The units are here: count them as stock again"),
        required=False,
        initial=True,
        help_text=_("Off where they are missing or broken: the stock stays as it is."),
    )
    field_order = ["seen", "amount", "restock", "reason"]
    may_be_nothing = True

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["amount"].label = _("Goes back to the customer")
        self.fields["amount"].initial = write_amount(to_give_back(self.order), self.market)
        if not self.left:
            # Nothing came, or all of it went back: there is nothing to choose.
            del self.fields["amount"]


class NoteForm(ActionForm):
    message = forms.CharField(
        label=_("Note"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Only staff read it."),
        error_messages={"required": _("Enter the note first.")},
    )


class ResendForm(ActionForm):
    mail = forms.ChoiceField(label=_("Email"), widget=forms.RadioSelect)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        kinds = resendable_mails(self.order)
        self.fields["mail"].choices = [(kind, mail_name(kind)) for kind in kinds]
        self.fields["mail"].initial = kinds[0] if kinds else None

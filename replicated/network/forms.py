"""The back-office form to place a consultant."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from replicated.consultants.models import Consultant

from .models import Position, Zone
from .services import ReasonMissing, ZoneNotOpen


class PlaceForm(forms.Form):
    """Sponsor, zone and reason. ``position`` is the present one, or None."""

    sponsor = forms.CharField(
        label=_("Sponsor"),
        required=False,
        max_length=254,
        help_text=_("Code, site name or email. Leave it empty for the top of the network."),
    )
    zone = forms.ModelChoiceField(
        label=_("Zone"),
        queryset=Zone.objects.none(),
        required=False,
        empty_label=_("No zone"),
        error_messages={"invalid_choice": ZoneNotOpen.message},
    )
    why = forms.CharField(
        label=_("Why"),
        max_length=400,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": ReasonMissing.message},
    )

    def __init__(self, *args, consultant: Consultant, position: Position | None, **kwargs):
        if position is not None:
            sponsor = position.sponsor
            kwargs["initial"] = {
                "sponsor": sponsor.consultant.code if sponsor else "",
                "zone": position.zone_id,
            }
        super().__init__(*args, **kwargs)
        zones = Zone.objects.filter(market=consultant.market, is_open=True)
        if position is not None and position.zone_id:
            zones |= Zone.objects.filter(pk=position.zone_id)
        self.fields["zone"].queryset = zones
        # The first placement needs no reason.
        self.fields["why"].required = position is not None

    def clean_sponsor(self):
        text = self.cleaned_data["sponsor"]
        found = Consultant.objects.known_as(text)
        if found is None and text:
            raise ValidationError(_("No consultant has this code, site name or email."))
        return found

from django import forms
from django.utils.translation import gettext_lazy
from oscar.core.loading import get_model

from ..services.codes import MOST
from .choices import USAGES

Voucher = get_model("voucher", "Voucher")


class CodesForm(forms.Form):
    """Generate codes for one offer."""

    count = forms.IntegerField(
        label=gettext_lazy("How many"), min_value=1, max_value=MOST, initial=100
    )
    prefix = forms.SlugField(
        label=gettext_lazy("They begin with"),
        max_length=20,
        required=False,
        help_text=gettext_lazy("Such as XMAS: XMAS-7K2M-9QDX."),
    )
    usage = forms.ChoiceField(
        label=gettext_lazy("Each can be used"), choices=USAGES, initial=Voucher.SINGLE_USE
    )

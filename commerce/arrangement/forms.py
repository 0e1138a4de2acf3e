from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from commerce.labels.models import Label
from commerce.merchandising.choices import CategoryField, OptionField

from .models import ThemedDay


class ThemedDayForm(forms.ModelForm):
    option = OptionField(label=_("Products with the option"), required=False)
    category = CategoryField(label=_("Products of the category"), required=False)
    label = forms.ModelChoiceField(
        label=_("Products with the label"), queryset=Label.objects.all(), required=False
    )

    class Meta:
        model = ThemedDay
        fields = [
            "name",
            "first_day",
            "last_day",
            "markets",
            "option",
            "category",
            "label",
            "is_active",
        ]
        widgets = {"first_day": AdminDateInput, "last_day": AdminDateInput}

    def __init__(self, *args, for_user=None, **kwargs):
        super().__init__(*args, **kwargs)

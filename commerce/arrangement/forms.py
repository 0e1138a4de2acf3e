from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from commerce.backoffice.choices import CategoryField, OptionsField
from commerce.backoffice.inline_words import InlineWordsForm
from commerce.labels.models import Label
from markets.lookup import default_language

from .models import ThemedDay, ThemedDayCopy


class ThemedDayForm(InlineWordsForm):
    """A themed day, with its optional title for shoppers in each language."""

    words_model = ThemedDayCopy
    words_fields = ("title",)

    options = OptionsField(
        label=_("Products with any of these options"),
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 10}),
    )
    category = CategoryField(label=_("Products in the category"), required=False)
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
            "options",
            "category",
            "label",
            "is_active",
        ]
        widgets = {"first_day": AdminDateInput, "last_day": AdminDateInput}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        first = self.fields[f"title_{default_language()}"]
        first.required = first.widget.is_required = False

    def clean(self):
        cleaned = super().clean()
        chosen = [name for name in ("options", "category", "label") if cleaned.get(name)]
        if len(chosen) != 1 and not {"options", "category", "label"} & self.errors.keys():
            raise forms.ValidationError(
                _("Choose what comes first: options, a category or a label. Just one of them.")
            )
        return cleaned

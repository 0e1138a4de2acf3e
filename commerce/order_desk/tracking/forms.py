"""The file with tracking numbers."""

from django import forms
from django.utils.translation import gettext_lazy as _

from commerce.orders.tracking_files.reading import MOST_BYTES


class TrackingFileForm(forms.Form):
    file = forms.FileField(
        label=_("CSV file"),
        help_text=_("The first line names the columns. At most 500 lines."),
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,text/csv,text/plain"}),
        error_messages={
            "required": _("Choose the file."),
            "empty": _("The file is empty."),
        },
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(_("The file is too large: at most 500 lines and 512 kB."))
        return file

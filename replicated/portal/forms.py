from django import forms
from django.utils.translation import gettext_lazy as _

from people.provenance import CodeField


class ConsultantCodeForm(forms.Form):
    """The code of whoever recommended the company. Cleans to its claim."""

    code = CodeField(
        label=_("Your consultant's code"),
        required=True,
        error_messages={"required": _("Enter the code.")},
    )

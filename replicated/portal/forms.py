from django import forms
from django.utils.translation import gettext_lazy as _

from people.provenance import CodeField


class ConsultantCodeForm(forms.Form):
    """The code of whoever recommended the company. Cleans to its claim."""

    code = CodeField(
        label=_("Code of your consultant"),
        required=True,
        error_messages={"required": _("Type the code.")},
    )

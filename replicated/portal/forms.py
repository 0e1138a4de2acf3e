from django import forms
from django.utils.translation import gettext_lazy as _

from people.provenance import CodeField


class ConsultantCodeForm(forms.Form):
    """The code of the consultant who recommended the company. Cleans to its claim."""

    code = CodeField(
        label=_("Your consultant's code"),
        required=True,
        error_messages={"required": _("Enter the code.")},
    )


class ShareContactForm(forms.Form):
    """A consultant's consent to show email and phone to their leaders."""

    shares = forms.BooleanField(label=_("They also see my email and my phone"), required=False)

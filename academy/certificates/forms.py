from django import forms
from django.utils.translation import gettext_lazy as _

from commerce.backoffice.inline_words import InlineWordsForm

from .models import CertificateCopy, CertificateRule


class RuleForm(InlineWordsForm):
    """A rule with what its certificates say in every language."""

    words_model = CertificateCopy
    words_fields = ("title", "text", "signer")

    class Meta:
        model = CertificateRule
        fields = ["course", "is_active", "valid_months", "group"]


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"),
        max_length=240,
        help_text=_("The holder reads it. Whoever checks the certificate only reads that it was."),
    )

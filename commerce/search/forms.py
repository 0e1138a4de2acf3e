"""Back-office forms of synonyms and best bets. The models validate."""

from django import forms
from django.utils.translation import gettext as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from commerce.listings.models import Listing
from markets.text import references_of


class BestBetForm(WagtailAdminModelForm):
    def clean_skus(self) -> str:
        """Normalize the SKUs, and refuse unknown ones, which would silently show nothing."""
        references = references_of(self.cleaned_data["skus"])
        sold = set(Listing.objects.filter(sku__in=references).values_list("sku", flat=True))
        missing = [sku for sku in references if sku not in sold]
        if missing:
            raise forms.ValidationError(
                _("No product has the SKU: %(references)s") % {"references": ", ".join(missing)}
            )
        return ", ".join(references)

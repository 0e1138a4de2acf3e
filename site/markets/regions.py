"""Parts of a country that something is offered in."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class InRegions(models.Model):
    """Offered in some regions of its market, or in all but some.

    Regions are codes as the address form gives them (libaddressinput's), separated by commas.
    """

    only_regions = models.TextField(
        _("Only to these regions"), blank=True, help_text=_("Region codes; empty: everywhere.")
    )
    except_regions = models.TextField(_("Except to these regions"), blank=True)

    class Meta:
        abstract = True

    @property
    def exceptions(self) -> list[str]:
        """Codes of the regions that it is not offered in, of those that are named."""
        return _listed(self.except_regions)

    def reaches(self, region: str) -> bool:
        """Whether it is offered for an address in this region of the market."""
        if self.only_regions and region not in _listed(self.only_regions):
            return False
        return region not in self.exceptions


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]

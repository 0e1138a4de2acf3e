"""The site of an influencer. Imports no page model, so that access rules can import it."""

import uuid

from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection

from replicated.consultants.models import Consultant


class InfluencerSite(models.Model):
    """An influencer's site: pages, a group and a collection. Closing it keeps them."""

    consultant = models.OneToOneField(
        Consultant,
        verbose_name=_("Consultant"),
        related_name="influencer_site",
        on_delete=models.CASCADE,
    )
    group = models.OneToOneField(
        Group, verbose_name=_("Group"), related_name="influencer_site", on_delete=models.PROTECT
    )
    collection = models.OneToOneField(
        Collection,
        verbose_name=_("Collection"),
        related_name="influencer_site",
        on_delete=models.PROTECT,
    )
    # The translation key of its home pages.
    home_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    is_open = models.BooleanField(_("Curated by the influencer"), default=False)
    created_at = models.DateTimeField(_("Since"), auto_now_add=True)

    class Meta:
        verbose_name = _("Influencer's site")
        verbose_name_plural = _("Influencers' sites")
        default_permissions = ("view",)

    def __str__(self) -> str:
        return str(self.consultant)
